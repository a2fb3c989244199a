"""Documents: control blocks, what is left over or damaged, rules that are asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from building import Project

if TYPE_CHECKING:
    from pathlib import Path


def test_front_matter_is_document_control(tmp_path: Path) -> None:
    facts = "version: 2.1\nauthor: Ann\nstatus: approved\n"
    markdown = f"---\n{facts}---\n\n# Shop\n\n:::{{document-control}}\n:::\n"
    docinfo = re.sub(r"(?m)^", ":", facts.strip())
    rest = f"{docinfo}\n\nShop\n====\n\n.. document-control::\n"
    for ending, text in (("md", markdown), ("rst", rest)):
        build = Project(tmp_path / ending).myst().write({f"page.{ending}": text}).build()
        assert build.warnings == []
        record = build.records()["DOC-page"]
        assert record["title"] == "Shop"
        assert record["fields"]["version"] == "2.1"
        assert record["fields"]["authors"] == ["Ann"]
        assert record["effective_status"] == "approved"


def test_fields_of_a_document_as_people_write_them(project: Project) -> None:
    page = """Shop
====

.. document-control::

   :Version: 2.1
   :Author: Ann
   :Next review: 2027-01-15

.. c4-model::
   :Hide:

   system shop "Shop"
"""
    build = project.write({"page.rst": page}).build()
    assert build.warnings == []
    fields = build.records()["DOC-page"]["fields"]
    assert (fields["version"], fields["authors"]) == ("2.1", ["Ann"])
    assert fields["next-review"]["iso"] == "2027-01-15"
    assert "arch-hidden" in build.text("page.html")


def test_leftovers_are_one_warning_a_page_and_can_be_switched_off(tmp_path: Path) -> None:
    wrong = "✅ Met".encode().decode("mac_roman")
    page = f"# [System Name]\n\n{{{{date}}}}\n\nThe status is {wrong}.\n"
    project = Project(tmp_path).myst()
    project.write({"page.md": page, "adr-template.md": "# [Title]\n"})
    build = project.build()
    assert build.codes() == ["placeholder", "damaged"]
    assert (
        "page.md:1: WARNING: 2 placeholders are left: line 1 [System Name], line 3"
        in build.warnings[0]
    )
    assert "page.md:5" in build.warnings[1]
    assert "'✅'" in build.warnings[1]
    # In a build that reads another page, the unchanged one is looked at too.
    project.write({"other.md": "# Other\n"})
    assert project.build().codes() == ["placeholder", "damaged"]
    off = {"archdoc_rules": {"placeholder": "off", "damaged": "off"}}
    assert project.build(fresh=True, conf=off).codes() == []


def test_a_substitution_of_myst_is_no_placeholder(tmp_path: Path) -> None:
    project = Project(tmp_path).myst().write({"page.md": "# A\n\nBy {{ name }}.\n"})
    project.conf["myst_enable_extensions"] += ["substitution"]
    project.conf["myst_substitutions"] = {"name": "Ann"}
    assert project.build().codes() == []


def test_rules_that_are_asked_for(tmp_path: Path) -> None:
    page = (
        "A\n=\n\n.. open-question:: How?\n   :due: 2020-01-01\n\n"
        ".. c4-model::\n\n   app a\n   app b\n"
    )
    project = Project(tmp_path).write({"page.rst": page})
    assert project.build().codes() == []
    on = {"archdoc_rules": {"overdue": "warning", "missing-view": "warning"}}
    assert project.build(fresh=True, conf=on).codes() == ["overdue", "view", "view"]
    more = "\n.. flow-diagram::\n\n   a -> b : Ask\n\n.. c4-landscape::\n"
    project.write({"page.rst": page + more})
    assert project.build(conf=on).codes() == ["overdue"]


#: The parts of the last seed document, in the words of its own picture, and two of its pictures.
SEED = """\
# [Project Name] Architecture

```{c4-model}
app client "Web Client"
app api "API Gateway"
app auth "Auth Service"
datastore db "PostgreSQL"
client -> api [HTTPS]
api -> auth
auth -> db
```
"""
SEED_FLOW = """
```mermaid
sequenceDiagram
    participant Client
    participant Auth
    Client->>API: POST /auth/login
    Auth->>Cache: Store refresh token
```
"""
SEED_DATA = """
```mermaid
erDiagram
    USER ||--o{ SESSION : has
    USER {
        uuid id PK
        string email UK
    }
```
"""
SEED_STRUCTURE = """
```mermaid
flowchart TB
    Client[Web Client]
    API[API Gateway]
    DB[(PostgreSQL)]
    Client -->|HTTPS| API
    API --> DB
```
"""


@pytest.mark.parametrize(
    ("shown", "missing"),
    [
        ("", ["how the parts", "a flow", "the data model"]),
        (SEED_FLOW, ["how the parts", "the data model"]),
        (SEED_FLOW + SEED_DATA, ["how the parts"]),
        (SEED_STRUCTURE + SEED_FLOW + SEED_DATA, []),
    ],
)
def test_the_rule_of_the_seed_about_diagrams(
    shown: str, missing: list[str], tmp_path: Path
) -> None:
    """System, key flow and data model; its own fences count as pictures."""
    project = Project(tmp_path).myst().write({"page.md": SEED + shown})
    on = {"archdoc_rules": {"missing-view": "warning", "placeholder": "off", "c4-*": "off"}}
    build = project.build(conf=on)
    found = [line for line in build.warnings if "[archdoc.view]" in line]
    assert len(found) == len(missing)
    assert all(any(f"no page shows {what}" in line for line in found) for what in missing)
    assert all(re.search(r"page\.md:\d+: WARNING", line) for line in found)
    assert "view" not in project.build(fresh=True, conf={"archdoc_rules": {}}).codes()


#: The fourth seed is UTF-8 read as Mac Roman, so that ✅ stands there as ‚úÖ.
SEED_DAMAGE = """\
# Architecture

- 🎯 **Purpose:** What problem this system solves
- 📊 **Scale:** Expected load and data volume

:::{goal-table}
| Goal | Target | Priority | Status |
|------|--------|----------|--------|
| **Performance** | Response time < 200ms (p95) | High | ✅ Met |
| **Scalability** | Support 10K concurrent users | High | 🚧 In Progress |
:::
""".encode().decode("mac_roman")


def test_damaged_text_of_the_seed(tmp_path: Path) -> None:
    project = Project(tmp_path).myst().write({"page.md": SEED_DAMAGE})
    build = project.build()
    assert build.codes() == ["damaged"]
    said = build.warnings[0]
    for line, meant in ((3, "🎯"), (4, "📊"), (9, "✅"), (10, "🚧")):
        assert re.search(rf"line {line} '[^']+' was '{meant}'", said), said
    states = [record["fields"]["status"]["key"] for record in build.records().values()]
    assert states == ["met", "active"]  # in progress
    off = {"archdoc_rules": {"damaged": "off"}}
    assert project.build(fresh=True, conf=off).codes() == []
