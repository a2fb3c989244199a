"""A warning names the line that is wrong: of the option, of the fact, of the step in the text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import run

if TYPE_CHECKING:
    from building import Project

CONF = 'extensions = ["sphinx_archdoc", "myst_parser"]'
MODEL = """
.. c4-model::

   system shop
     app web
     app api
     datastore db
     web -> api : asks
     api -> db : reads
"""
TOP = f"Page\n====\n{MODEL}\n"
LINES = re.sub("(?m)^   ", "", MODEL.partition("::\n\n")[2])
MYST_TOP = f"# Page\n\n```{{c4-model}}\n{LINES}```\n\n"

#: Texts with a mistake, and what the line says that has to be named.
IN_REST = {
    ".. adr:: Use X\n   :id: ADR-1\n   :status: akzepted\n\n   Text.\n": "akzepted",
    ".. adr::\n   Use X\n   :id: ADR-1\n   :status: akzepted\n   Text at once.\n": "akzepted",
    ".. adr::\n\n   :title: Use X\n   :status: akzepted\n\n   Text.\n": "akzepted",
    ".. adr:: Use X\n   :status: proposed\n   :colour: blue\n\n   Text.\n": "colour",
    ".. adr:: Use X\n   :status: proposed\n   :status: accepted\n\n   Text.\n": "accepted",
    ".. adr:: Use X\n   :status: proposed\n     :date: 2026-01-20\n\n   Text.\n": "date",
    ".. adr:: Use X\n   :status: proposed\n   :affects: shop.apii\n\n   Text.\n": "shop.apii",
    ".. adr:: Use X\n   :status: proposed\n   :affects: R-1\n\n   Text.\n\n"
    ".. risk:: Fire\n   :id: R-1\n   :impact: low\n   :likelihood: low\n": ":affects: R-1",
    ".. adr:: Use X\n   :status: proposed\n   :id: A-1\n   :amends: A-1\n\n   Text.\n": ":amends:",
    ".. adr:: Use X\n   :status: superseded\n\n   Text.\n": "superseded",
    ".. adr:: Use X\n\n   **Status:** akzepted\n\n   Text.\n": "akzepted",
    "- item\n\n  .. adr-list::\n     :columns: id\n     :limit: many\n": "many",
    ".. flow:: Log in\n   :id: F-1\n\n   Prose.\n\n   shop.web -> shop.api : a\n"
    "   shop.api -> shop.apii : b\n": "apii",
    ".. flow:: Log in\n\n   opt cached\n     shop.web -> shop.db : reads\n   end\n": "reads",
    ".. flow:: Log in\n\n   Prose.\n\n   .. code-block:: mermaid\n\n      sequenceDiagram\n"
    "        shop.api->>shop.db: b\n        shop.web->>shop.db: reads\n": "reads",
    ".. flow:: Log in\n\n   participant shop.apii\n   shop.web -> shop.api : a\n"
    "   shop.web -> shop.apii : b\n": "participant",
    ".. entity:: Order\n\n   Prose.\n\n   - id: uuid\n   - who: uuid (FK Costumer)\n": "Costumer",
    ".. entity:: Order\n\n   - id: uuid\n   - has many: Lines\n": "Lines",
    ".. entity:: Order\n\n   ::\n\n     - id: uuid\n     - who: uuid (FK Costumer)\n": "Costumer",
    ".. entity:: Order\n\n   .. code-block:: mermaid\n\n      erDiagram\n        Order {\n"
    "          uuid id\n        }\n        Order ||--o{ Line : has\n": "Line :",
    ".. adr-list::\n   :sort: colour\n": "colour",
    ".. adr-list::\n   :columns: id\n   :status: akzepted\n": "akzepted",
    ".. adr-list::\n   :columns: id\n   :limit: many\n": "many",
    ".. adr-list::\n   :columns: id\n   :filter: status = (\n": ":filter:",
    ".. c4-container:: shop\n   :caption: All\n   :direction: sideways\n": "sideways",
    ".. c4-container:: shop\n   :caption: All\n   :include: shop.apii\n": "apii",
    ".. c4-container:: shop\n   :caption: All\n   :renderer: paper\n": "paper",
    ".. risk-table::\n   :caption: Risks\n   :file: none.csv\n": "none.csv",
    ".. document-control:: Page\n   :version: 1\n   :next-review: soon\n": "soon",
    ".. roadmap::\n   :caption: All\n   :from: soon\n\n   - Move (2 months)\n": "soon",
    ".. milestone:: M\n   :id: M-1\n   :end: 2026-01\n   :start: soon\n\n   T\n\n.. roadmap::\n\n"
    ".. roadmap::\n   :caption: Again\n": ":start: soon",
    ".. record-matrix::\n   :rows: adr\n   :columns: element\n   :threshold: half\n": "half",
    ".. arch-dashboard::\n   :findings: no\n   :kinds: adrs\n": "adrs",
}


def _as_myst(text: str, fence: str) -> str:
    """Return a reST directive at the margin as a fence."""
    name, _, rest = text.removeprefix(".. ").partition("::")
    body = re.sub("(?m)^   ", "", rest)
    return f"{fence}{{{name}}}{body}{fence}\n"


IN_MYST = {
    _as_myst(text, fence): wrong
    for text, wrong in IN_REST.items()
    for fence in ("```", ":::")
    if text.startswith(".. ") and not text.startswith(".. adr::\n")
    and not any(mark in text for mark in ("code-block", "   ::\n", "\n.. "))
}  # fmt: skip
IN_MYST |= {
    "```{adr} Use X\n---\nid: ADR-1\n# who\nstatus: akzepted\n---\nText.\n```\n": "akzepted",
    ":::{adr} Use X\n---\nid: ADR-1\naffects:\n- shop.api\n- shop.apii\n---\n:::\n": "affects",
    "```{adr}\n:title: Use X\n:status: akzepted\n\nText.\n```\n": "akzepted",
    "- item\n\n  ```{adr-list}\n  :columns: id\n  :limit: many\n  ```\n": "many",
    "````{flow} Log in\n```mermaid\nsequenceDiagram\n  shop.api->>shop.db: b\n"
    "  shop.web->>shop.db: reads\n```\n````\n": "reads",
}


def _line_named(warnings: list[str], path: Path) -> str:
    """Return the line that the one warning names."""
    assert len(warnings) == 1, warnings
    found = re.match(r"(?P<file>.+?):(?P<line>\d+): WARNING: ", warnings[0])
    assert found, warnings
    assert Path(found["file"]) == path
    return path.read_text(encoding="utf-8").split("\n")[int(found["line"]) - 1]


@pytest.mark.parametrize("text", IN_REST)
def test_the_line_is_named_in_rest(project: Project, text: str) -> None:
    made = project.write({"page.rst": TOP + text}).build("dummy")
    assert IN_REST[text] in _line_named(made.warnings, project.source / "page.rst")


@pytest.mark.parametrize("text", IN_MYST)
def test_the_line_is_named_in_markdown(project: Project, text: str) -> None:
    made = project.myst().write({"page.md": MYST_TOP + text}).build("dummy")
    assert IN_MYST[text] in _line_named(made.warnings, project.source / "page.md")


@pytest.mark.filterwarnings("ignore:'sphinx.environment.BuildEnvironment.app' is deprecated")
def test_included_files_are_named_whole(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """docutils calls an included file as it is seen from where the build was started."""
    parts = {
        "part.txt": ".. risk:: Fire\n   :id: R-1\n   :impact: hugely\n   :likelihood: low\n"
        "   :mitigated-by: ADR-9\n\n   See :adr:`ADR-8`.\n",
        "part.inc": "```{risk} Flood\n:id: R-2\n:impact: hugely\n:likelihood: low\n"
        ":mitigated-by: ADR-9\n\nSee {adr}`ADR-8`.\n```\n",
    }
    pages = {
        "one.rst": f"{TOP}.. include:: part.txt\n",
        "two.md": "# Two\n\n```{include} part.inc\n```\n",
    }
    project.myst().write({**pages, **parts})
    project.write({"conf.py": CONF})
    monkeypatch.chdir(project.folder)
    said = sorted(project.build("dummy").warnings)
    places = [line.partition(": WARNING")[0] for line in said]
    source = project.source
    assert places == [f"{source}/part.{end}:{line}" for end in ("inc", "txt") for line in (3, 5, 7)]
    told = run("check", "source", code=1).stdout.splitlines()
    assert [line.partition(": WARNING")[0] for line in told] == [
        f"source/part.{end}:{line}" for end in ("inc", "txt") for line in (3, 5, 7)
    ]


def test_places_in_messages_are_written_as_their_own(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = ".. adr:: Use {}\n   :id: ADR-1\n\n   Text.\n"
    pages = {"one.rst": "One\n===\n\n" + again.format("X"), "sub/two.rst": "Two\n===\n\n" + again}
    project.write(pages)
    (said,) = project.build("dummy").warnings
    source = project.source
    assert said.startswith(f"{source}/sub/two.rst:5: WARNING: adr ADR-1: ")
    assert f" belongs to adr 'Use X' at {source}/one.rst:4 already" in said
    project.write({"conf.py": CONF})
    monkeypatch.chdir(project.folder)
    (told, *_) = run("check", "source", code=1).stdout.splitlines()
    assert told.startswith("source/sub/two.rst:5: WARNING: adr ADR-1: ")
    assert " belongs to adr 'Use X' at source/one.rst:4 already" in told
    monkeypatch.chdir(source)
    (told, *_) = run("check", code=1).stdout.splitlines()
    assert told.startswith("sub/two.rst:5: WARNING: ")
    assert " at one.rst:4 already" in told
    (found,) = json.loads(run("check", "--format", "json", code=1).stdout)
    assert (found["file"], found["line"]) == ("sub/two.rst", 5)
    assert " at one.rst:4 already" in found["message"]
    kept = run("check", "--format", "json", code=1).stdout  # of pages that were not read again
    assert json.loads(kept) == [found]


def test_pages_that_are_records_name_the_lines_of_their_facts(project: Project) -> None:
    pages = {
        "top.rst": ":status: akzepted\n\nTop\n===\n\n.. adr::\n   :date: soon\n"
        "   :supersedes: ADR-7\n\nContext\n-------\n\nText.\n",
        "front.md": "---\nstatus: akzepted\nsupersedes: ADR-7\n---\n\n# Front\n\n```{adr}\n"
        ":date: soon\n```\n\n## Context\n\nText.\n",
        "adr/0005-x.md": '---\nstatus: akzepted\ndate: "2026-99-01"\n---\n\n# Five\n\n'
        "## Context\n\nText.\n\n## Decision\n\nText.\n\nSupersedes: ADR-0007\n",
        "adr/0006-y.md": "# 6. Six\n\nDate: 2026-01-20\n\n## Status\n\nAccepted. Amends ADR-0008\n"
        "Supersedes ADR-0009\n\n## Context\n\nText.\n\n## Decision\n\nText.\n",
    }
    project.myst().write(pages)
    lines = {name: text.split("\n") for name, text in pages.items()}
    said = {}
    for line in project.build("dummy").warnings:
        found = re.match(r"(.+?):(\d+): WARNING: \S+ \S+: (.*)", line)
        assert found, line
        name = Path(found[1]).relative_to(project.source).as_posix()
        said[name, found[3].split(" ")[0]] = lines[name][int(found[2]) - 1]
    assert said == {
        ("top.rst", "status:"): ":status: akzepted",
        ("top.rst", "date:"): "   :date: soon",
        ("top.rst", "supersedes"): "   :supersedes: ADR-7",
        ("front.md", "status:"): "status: akzepted",
        ("front.md", "date:"): ":date: soon",
        ("front.md", "supersedes"): "supersedes: ADR-7",
        ("adr/0005-x.md", "status:"): "status: akzepted",
        ("adr/0005-x.md", "date:"): 'date: "2026-99-01"',
        ("adr/0005-x.md", "supersedes"): "Supersedes: ADR-0007",
        ("adr/0006-y.md", "amends"): "Accepted. Amends ADR-0008",
        ("adr/0006-y.md", "supersedes"): "Supersedes ADR-0009",
    }


def test_a_waiver_still_fits_a_finding_with_a_line_of_its_own(project: Project) -> None:
    text = ".. adr:: Use X\n   :id: ADR-1\n   :affects: shop.apii\n\n   Text.\n"
    waiver = {"rule": "unknown_reference", "record": "ADR-1", "reason": "x", "until": "2999-01-01"}
    project.write({"page.rst": TOP + text})
    made = project.build("dummy", conf={"archdoc_waivers": [waiver]})
    assert made.warnings == []


def test_moved_lines_change_no_other_page(project: Project) -> None:
    """Where a fact stands is no part of what pages show."""
    record = ".. adr:: Use X\n   :id: ADR-1\n{}   :affects: shop.apii\n\n   Text.\n"
    list_ = "List\n====\n\n.. adr-list::\n"
    pages = {"page.rst": TOP + record.format(""), "list.rst": list_}
    project.write(pages).build()
    project.write({"page.rst": TOP + "Words.\n\n" + record.format("   :class: x\n")})
    again = project.build()
    assert "list" not in again.written
    assert "page.rst:18: WARNING: adr ADR-1: affects names" in again.warnings[0]
