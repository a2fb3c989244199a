"""Checklists: answers from the model, in every format, and items as records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
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


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path).write({"checks.rst": CHECKS, "risks.rst": RISKS.format(owner=" ")})


def test_an_answer_follows_the_model(project: Project) -> None:
    build = project.build()
    assert build.warnings == []
    page = build.soup("checks.html")
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
    page = again.soup("checks.html")
    words = " ".join(page.get_text(" ").split())
    assert "Passed · Risks with an owner: 1 of 1." in words
    assert "2 of 2 done" in words
    assert project.build().written == set()


@pytest.mark.parametrize("builder", ["text", "latex", "man", "epub", "xml"])
def test_every_format_says_it_in_words(project: Project, builder: str) -> None:
    build = project.build(builder, conf={"version": "1"})
    assert build.warnings == []
    said = build.everything()
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", said))
    for sentence in ("1 of 2 done", "Not passed", "There is no cache;"):
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
        said.append(build.soup("page.html").find(class_="body"))
        assert {item["effective_status"] for item in build.records().values()} == {
            "open",
            "answered",
        }
    assert str(said[0]) == str(said[1])


def test_a_view_that_is_a_list_is_no_table_in_html(project: Project) -> None:
    project.write({"shown.rst": "Shown\n=====\n\n.. record-list::\n   :kinds: risk\n"}).index()
    build = project.build()
    assert build.warnings == []
    page = build.soup("shown.html")
    main = page.find(role="main")
    assert main is not None
    assert main.find("table") is None
    assert "Frost" in main.get_text()


TICKS = """\
- [x] Read
- [ ] Signed
- [y] Tested
- [] Shipped
"""


@pytest.mark.parametrize("name", ["index.rst", "index.md"])
def test_unknown_ticks_are_reported_and_a_tick_is_said_once(tmp_path: Path, name: str) -> None:
    bodies = {
        "index.rst": "A\n=\n\n.. review-checklist::\n\n" + TICKS.replace("- ", "   - "),
        "index.md": f"# A\n\n:::{{review-checklist}}\n{TICKS}:::\n",
    }
    build = Project(tmp_path).myst().write({name: bodies[name]}).build()
    first = 8 if name.endswith("rst") else 6
    assert len(build.warnings) == 2
    for at, sign in enumerate(("[y]", "[]")):
        assert f"{name}:{first + at}: " in build.warnings[at]
        assert f"{sign!r} is no tick; write [ ] for open, [x] for done" in build.warnings[at]
    items = build.soup("index.html").select("li.arch-task")
    badges = [[b.get_text() for b in item.select(".arch-badge")] for item in items]
    assert badges == [[], ["Open"], ["Open"], ["Open"]]
    assert "☑" in items[0].get_text()


def test_terms_of_a_definition_list_are_groups(tmp_path: Path) -> None:
    page = """T
=

.. review-checklist:: Before release

   Architecture
     - [x] Pattern fits (Ann, 2026-05-01)
     - [ ] All risks have owners {check: risks-have-owner}

   Sign-off
     =====  ====  ==========
     Role   Name  Date
     =====  ====  ==========
     Lead   Ann   2026-05-01
     =====  ====  ==========

.. roadmap::

   Phase 1 (Q2 2026)
     - [x] Order machines
     - [ ] Move
"""
    build = Project(tmp_path / "own").write({"index.rst": page}).build()
    assert build.warnings == []
    records = build.records().values()
    found = [(r["title"], r["fields"]["group"]) for r in records if r["kind"] == "checklist-item"]
    assert sorted(found) == [
        ("All risks have owners", "Architecture"),
        ("Lead", "Sign-off"),
        ("Pattern fits", "Architecture"),
    ]
    (phase,) = (r for r in records if r["kind"] == "milestone")
    assert phase["title"] == "Phase 1"
    shown = build.soup("index.html")
    assert [p.get_text() for p in shown.select(".arch-checklist p.rubric")] == [
        "Before release", "Architecture", "Sign-off"
    ]  # fmt: skip
    assert "{check" not in shown.get_text()
