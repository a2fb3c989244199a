"""Checklists, documents, roadmaps, dashboards and what pages have left over, in whole builds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from building import Project

if TYPE_CHECKING:
    from pathlib import Path

CHECKS = """\
Checks
======

.. review-checklist::

   - [ ] Owners {check: risks-have-owner}
   - [x] Read by a colleague (Ann, 2026-05-01)

.. arch-dashboard:: State

.. arch-completeness:: Lacks
"""
RISKS = """\
Risks
=====

.. risk-table::

   ======  ======  ==========  =====
   Risk    Impact  Likelihood  Owner
   ======  ======  ==========  =====
   Frost   High    Low         {owner}
   ======  ======  ==========  =====
"""


def soup(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path).write({"checks.rst": CHECKS, "risks.rst": RISKS.format(owner=" ")})


def test_an_answer_follows_the_model(project: Project) -> None:
    build = project.build()
    assert build.warnings == []
    page = soup(build.text("checks.html"))
    item = page.find(id="checklist-item-checks-owners")
    assert item is not None
    assert "Not passed · Risks without an owner, 1 of 1: Frost" in item.get_text(" ", strip=True)
    link = item.find("a")
    assert link is not None
    assert link["href"] == "risks.html#risk-frost"
    assert "1 of 2 done" in page.get_text(" ")
    project.write({"risks.rst": RISKS.format(owner="Ann")})
    again = project.build()
    assert "checks" in again.written
    page = soup(again.text("checks.html"))
    words = " ".join(page.get_text(" ").split())
    assert "Passed · Risks with an owner: 1 of 1." in words
    assert "2 of 2 done" in words
    assert project.build().written == set()


@pytest.mark.parametrize("builder", ["text", "latex", "man", "epub", "xml"])
def test_every_format_says_it_in_words(project: Project, builder: str) -> None:
    build = project.build(builder, conf={"version": "1"})
    assert build.warnings == []
    said = " ".join(
        data.decode("utf-8", "replace")
        for name, data in build.files().items()
        if name.endswith((".txt", ".tex", ".1", ".xhtml", ".xml"))
    )
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", said))
    for sentence in ("1 of 2 done", "Not passed", "There is no cache."):
        assert sentence in words


def test_latex_has_boxes_that_its_fonts_know(project: Project) -> None:
    build = project.build("latex")
    tex = "".join(path.read_text(encoding="utf-8") for path in build.out.glob("*.tex"))
    assert "{[}x{]}" in tex
    assert not set("☐☑☒") & set(tex)


def test_items_are_records_with_their_places(project: Project) -> None:
    records = project.build().records()
    signed = records["checks-read-by-a-colleague"]
    assert signed["fields"]["signed"]["iso"] == "2026-05-01"
    assert signed["fields"]["signed-by"] == ["Ann"]
    assert (signed["source"], signed["line"]) == ("checks.rst", 7)
    assert records["checks-owners"]["fields"]["check"] == "risks-have-owner"


def test_a_task_list_of_myst_is_read_with_and_without_its_extension(tmp_path: Path) -> None:
    items = "- [ ] **Bold** one?\n- [x] Two `code`? (Ann, due 2026-05-01)\n"
    text = f"# A\n\n:::{{question-list}}\n{items}:::\n"
    said = []
    for number, extension in enumerate(([], ["tasklist"])):
        project = Project(tmp_path / str(number)).myst().write({"page.md": text})
        project.conf["myst_enable_extensions"] += extension
        build = project.build()
        assert build.warnings == []
        said.append(soup(build.text("page.html")).find(class_="body"))
        assert {item["effective_status"] for item in build.records().values()} == {
            "open",
            "answered",
        }
    assert str(said[0]) == str(said[1])


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


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_change_log_from_git(tmp_path: Path) -> None:
    project = Project(tmp_path).write({"page.rst": "A\n=\n\n.. change-log::\n   :from-git: 5\n"})
    (warning,) = project.build(fresh=True).warnings
    assert "in no git checkout" in warning
    who = {"NAME": "Ann", "EMAIL": "a@example.org", "DATE": "2026-01-29T10:00:00Z"}
    env = os.environ | {f"GIT_{a}_{b}": c for a in ("AUTHOR", "COMMITTER") for b, c in who.items()}
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Begin *now* <b>"]):
        subprocess.run(["git", *command], cwd=project.source, env=env, check=True)
    build = project.build(fresh=True)
    assert build.warnings == []
    cells = [cell.get_text(strip=True) for cell in soup(build.text("page.html")).find_all("td")]
    assert cells == ["2026-01-29", "Ann", "Begin *now* <b>"]
    assert build.records()["page-change-1"]["title"] == "Begin *now* <b>"


def test_a_roadmap_draws_only_what_has_a_date(tmp_path: Path) -> None:
    title = "   Soon (1-2 months)\n   -----------------"
    phases = f".. roadmap::\n{{option}}\n\n{title}\n\n   - [x] a\n   - [ ] b\n"
    dated = "   :from: 2026-01-01"
    project = Project(tmp_path).write({
        "one.rst": "A\n=\n\n" + phases.format(option=""),
        "two.rst": "B\n=\n\n" + phases.format(option=dated).replace("Soon", "Next"),
    })  # fmt: skip
    build = project.build()
    assert build.warnings == []
    assert soup(build.text("one.html")).find("svg") is None
    assert soup(build.text("two.html")).find("svg") is not None
    records = build.records()
    assert records["soon"]["effective_status"] == "active"
    assert "start" not in records["soon"]["fields"]
    assert records["next"]["fields"]["start"] == "2026-02-01"


HOSTILE = [
    "- [ ]", "- [x] ", "- []() {check:}", "- **a**", "-", "1. [ ] x\n2. [x]", "- [ ] a (((",
    "| a |\n|---|\n| b |", "# H", "**a**\n\n- x", "- - - [ ] deep", "text",
    "```\n- [ ] code\n```", "- ![x](y)", "- `a` → ADR-1",
]  # fmt: skip
NAMES = ["question-list", "review-checklist", "roadmap", "change-log", "document-control"]


@pytest.mark.parametrize("name", NAMES)
def test_no_text_breaks_a_directive(tmp_path: Path, name: str) -> None:
    blocks = [f"::::{{{name}}}\n{text}\n::::\n" for text in HOSTILE]
    project = Project(tmp_path).myst().write({"page.md": "# A\n\n" + "\n".join(blocks)})
    build = project.build(fresh=True)
    assert all("[archdoc." in line or "WARNING" in line for line in build.warnings)
    assert "code" in build.text("page.html")


def test_a_view_that_is_a_list_is_no_table_in_html(project: Project) -> None:
    project.write({"shown.rst": "Shown\n=====\n\n.. record-list::\n   :kinds: risk\n"}).index()
    build = project.build()
    assert build.warnings == []
    page = soup(build.text("shown.html"))
    main = page.find(role="main")
    assert main is not None
    assert main.find("table") is None
    assert "Frost" in main.get_text()
