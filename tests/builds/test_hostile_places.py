"""Odd ids, links, places and sizes: a located warning each, and no text is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from bs4 import BeautifulSoup
from hostile import live, no_traceback, text_of

if TYPE_CHECKING:
    from building import Build, Project


class Case(NamedTuple):
    """A page in both markups; ``codes`` as ``code@line`` in reST, then lines in MyST if others."""

    rst: str
    myst: str
    codes: tuple[str, ...]
    kept: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


CASES = {
    "odd ids": Case(
        ".. adr:: First\n   :id: A B\n\n   One.\n\n.. adr:: Second\n   :id: ünï\n\n   Two.\n",
        ":::{adr} First\n:id: A B\n\nOne.\n:::\n\n:::{adr} Second\n:id: ünï\n\nTwo.\n:::\n",
        ("id", "id"),
        ("First", "One.", "Second", "Two."),
        ("first", "second"),
    ),
    "an id of 300 characters": Case(
        f".. adr:: First\n   :id: {'a' * 300}\n\n   One.\n",
        f":::{{adr}} First\n:id: {'a' * 300}\n\nOne.\n:::\n",
        ("id",),
        ("First", "One."),
        ("first",),
    ),
    "ids that are paths or markup": Case(
        ".. app:: ../../etc\n\n   One.\n\n.. app:: a/b#c\n\n   Two.\n\n.. app:: %2e%2e\n\n"
        "   Three.\n",
        ":::{app} ../../etc\n\nOne.\n:::\n\n:::{app} a/b#c\n\nTwo.\n:::\n\n:::{app} %2e%2e\n"
        "\nThree.\n:::\n",
        ("id", "id", "id"),
        ("One.", "Two.", "Three."),
    ),
    "the same id twice": Case(
        ".. adr:: First\n   :id: A-1\n\n   One.\n\n.. adr:: Second\n   :id: A-1\n\n   Two.\n",
        ":::{adr} First\n:id: A-1\n\nOne.\n:::\n\n:::{adr} Second\n:id: A-1\n\nTwo.\n:::\n",
        ("duplicate",),
        ("First", "One.", "Second", "Two."),
        ("A-1",),
    ),
    "the same id in two kinds": Case(
        ".. adr:: First\n   :id: A-1\n\n   One.\n\n.. risk:: Second\n   :id: A-1\n\n   Two.\n",
        ":::{adr} First\n:id: A-1\n\nOne.\n:::\n\n:::{risk} Second\n:id: A-1\n\nTwo.\n:::\n",
        ("duplicate",),
        ("One.", "Two."),
    ),
    "ids that differ in case, or make one slug": Case(
        ".. adr:: First\n   :id: a-1\n\n   One.\n\n.. adr:: Second\n   :id: A-1\n\n   Two.\n\n"
        ".. adr:: Third\n   :id: A.1\n\n   Three.\n",
        ":::{adr} First\n:id: a-1\n\nOne.\n:::\n\n:::{adr} Second\n:id: A-1\n\nTwo.\n:::\n\n"
        ":::{adr} Third\n:id: A.1\n\nThree.\n:::\n",
        (),
        ("One.", "Two.", "Three."),
        ("a-1", "A-1", "A.1"),
    ),
    "the id of a heading": Case(
        "Use caches\n----------\n\nAbove.\n\n.. adr:: First\n   :id: use-caches\n\n   One.\n",
        "## Use caches\n\nAbove.\n\n:::{adr} First\n:id: use-caches\n\nOne.\n:::\n",
        (),
        ("Above.", "One."),
        ("use-caches",),
    ),
    "a cycle": Case(
        ".. adr:: First\n   :id: A-1\n   :supersedes: A-2\n\n   One.\n\n"
        ".. adr:: Second\n   :id: A-2\n   :supersedes: A-1\n\n   Two.\n\n.. adr-list::\n",
        ":::{adr} First\n:id: A-1\n:supersedes: A-2\n\nOne.\n:::\n\n"
        ":::{adr} Second\n:id: A-2\n:supersedes: A-1\n\nTwo.\n:::\n\n:::{adr-list}\n:::\n",
        ("cycle",),
        ("One.", "Two."),
        ("A-1", "A-2"),
    ),
    "a link to itself": Case(
        ".. adr:: First\n   :id: A-1\n   :relates-to: A-1\n   :supersedes: A-1\n\n   One.\n",
        ":::{adr} First\n:id: A-1\n:relates-to: A-1\n:supersedes: A-1\n\nOne.\n:::\n",
        ("self_link", "self_link"),
        ("One.",),
    ),
    "links that lead nowhere": Case(
        ".. adr:: First\n   :id: A-1\n   :relates-to: A-9\n\n   See :adr:`A-8`.\n",
        ":::{adr} First\n:id: A-1\n:relates-to: A-9\n\nSee {adr}`A-8`.\n:::\n",
        ("reference", "reference"),
        ("A-9", "A-8"),
    ),
    "a link to a wrong kind": Case(
        ".. adr:: First\n   :id: A-1\n   :affects: R-900\n\n   One.\n",
        ":::{adr} First\n:id: A-1\n:affects: R-900\n\nOne.\n:::\n",
        ("wrong_kind",),
        ("One.",),
    ),
    "directives without anything": Case(
        ".. risk::\n\n.. app::\n\n.. c4-model::\n\n.. c4-context::\n\n.. risk::\n   :id: A-1\n",
        ":::{risk}\n:::\n\n:::{app}\n:::\n\n:::{c4-model}\n:::\n\n:::{c4-context}\n:::\n\n"
        ":::{risk}\n:id: A-1\n:::\n",
        ("empty", "empty", "empty", "missing", "scope"),
        ("A-1",),
    ),
    "a text without a title": Case(
        ".. risk::\n\n   Text stays.\n",
        ":::{risk}\n\nText stays.\n:::\n",
        ("missing",),
        ("Text stays.",),
    ),
    "a broken table": Case(
        ".. risk-table::\n\n   Text before.\n\n   .. list-table::\n      :header-rows: 1\n\n"
        "      * - Colour\n        - Size\n      * - red cell\n        - big cell\n\n"
        "   Text after.\n",
        ":::{risk-table}\n\nText before.\n\n| Colour | Size |\n|---|---|\n"
        "| red cell | big cell |\n\n"
        "Text after.\n:::\n",
        ("table",),
        ("Text before.", "red cell", "big cell", "Text after."),
    ),
    "a record in a list": Case(
        "- Item\n\n  .. adr:: First\n     :id: A-1\n\n     One.\n\n- Next item\n",
        "- Item\n\n  :::{adr} First\n  :id: A-1\n\n  One.\n  :::\n\n- Next item\n",
        ("nesting",),
        ("Item", "First", "One.", "Next item"),
        ("A-1",),
    ),
    "a record in a note": Case(
        ".. note::\n\n   Before.\n\n   .. adr:: First\n      :id: A-1\n\n      One.\n",
        "::::{note}\n\nBefore.\n\n:::{adr} First\n:id: A-1\n\nOne.\n:::\n::::\n",
        ("nesting",),
        ("Before.", "First", "One."),
        ("A-1",),
    ),
    "a record in a record": Case(
        ".. adr:: First\n   :id: A-1\n\n   One.\n\n   .. risk:: Inner\n      :id: R-1\n\n"
        "      Two.\n",
        "::::{adr} First\n:id: A-1\n\nOne.\n\n:::{risk} Inner\n:id: R-1\n\nTwo.\n:::\n::::\n",
        ("nesting",),
        ("One.", "Inner", "Two."),
        ("A-1", "R-1"),
    ),
}
STAYS = "Other\n=====\n\n.. risk:: Stays\n   :id: R-900\n\n   Other text.\n"


def build(project: Project, pages: dict[str, str], **more: object) -> Build:
    made = project.myst().write({"other.rst": STAYS, **pages}).build(**more)  # type: ignore[arg-type]
    assert live(made) == []
    assert no_traceback(made)
    assert "R-900" in made.records()
    assert "Other text." in text_of(made, "other.html")
    return made


def ids_are_unique(made: Build, name: str = "page.html") -> bool:
    found = [tag["id"] for tag in BeautifulSoup(made.text(name), "html.parser").find_all(id=True)]
    return len(found) == len(set(found))


@pytest.mark.parametrize("ending", ["rst", "md"])
@pytest.mark.parametrize("name", CASES)
def test_case(project: Project, name: str, ending: str) -> None:
    case = CASES[name]
    text = f"Page\n====\n\n{case.rst}" if ending == "rst" else f"# Page\n\n{case.myst}"
    made = build(project, {f"page.{ending}": text})
    assert sorted(made.codes()) == sorted(case.codes)
    page = text_of(made)
    assert [part for part in case.kept if part not in page] == []
    assert [id_ for id_ in case.ids if id_ not in made.records()] == []
    assert ids_are_unique(made)
    lines = text.splitlines()
    for line in made.warnings:
        place = re.match(rf".*page\.{ending}:(\d+): WARNING: ", line)
        assert place, line
        assert re.match(r"\s*(\.\. |:::+\{|See |:[\w-]+: )", lines[int(place[1]) - 1]), line


def test_title_of_a_megabyte(project: Project) -> None:
    title = "word " * 200_000
    made = build(project, {"page.rst": f"Page\n====\n\n.. adr:: {title}\n   :id: A-1\n\n   One.\n"})
    assert made.codes() == ["limit"]
    assert len(made.records()["A-1"]["title"]) == 500
    assert "One." in text_of(made)


def test_right_line_behind_an_include(project: Project) -> None:
    part = "Text.\n\n.. adr:: First\n   :id: A-1\n   :status: acepted\n\n   One.\n"
    made = build(project, {"page.rst": "Page\n====\n\n.. include:: part.txt\n", "part.txt": part})
    assert made.codes() == ["status"]
    assert "part.txt:5: " in made.warnings[0]


def test_included_twice(project: Project) -> None:
    part = ".. adr:: First\n   :id: A-1\n\n   One.\n"
    pages = {name: f"{name}\n=======\n\n.. include:: part.txt\n" for name in ("one.rst", "two.rst")}
    made = build(project, {**pages, "part.txt": part})
    assert made.codes() == ["duplicate"]
    assert "One." in text_of(made, "one.html")
    assert "One." in text_of(made, "two.html")


def test_only_that_holds_and_that_does_not(project: Project) -> None:
    page = (
        "Page\n====\n\n.. only:: html\n\n   .. adr:: Shown\n      :id: A-1\n\n      One.\n\n"
        ".. only:: never\n\n   .. adr:: Hidden\n      :id: A-2\n\n      Two.\n\n.. adr-list::\n\n"
        "See :adr:`A-1`.\n"
    )
    made = build(project, {"page.rst": page})
    assert made.warnings == []
    text = text_of(made)
    assert "Shown" in text
    assert "One." in text
    assert "Hidden" not in text
    assert "Two." not in text
    assert "A-1" in made.records()
    assert "A-2" not in made.records()
    assert "Hidden" not in made.text("genindex.html")
    with_tag = build(project, {}, tags=("never",), fresh=True)
    assert "Hidden" in text_of(with_tag)
    assert "A-2" in with_tag.records()


def test_record_in_a_table_cell(project: Project) -> None:
    page = (
        "Page\n====\n\n.. list-table::\n\n   * - Cell\n     - .. adr:: First\n"
        "          :id: A-1\n\n"
        "          One.\n"
    )
    made = build(project, {"page.rst": page})
    assert made.codes() == ["nesting"]
    assert "One." in text_of(made)
    for builder in ("text", "latex", "man", "texinfo"):
        assert no_traceback(project.build(builder))


def test_warnings_can_be_suppressed(project: Project) -> None:
    pages = {
        "page.rst": "Page\n====\n\n.. adr:: First\n   :id: A-1\n   :status: acepted\n   :nope: x\n"
    }
    for wish, left in (
        (["archdoc"], []),
        (["archdoc.*"], []),
        (["archdoc.status"], ["option"]),
        (["archdoc.option", "archdoc.status"], []),
    ):
        made = build(project, pages, fresh=True, conf={"suppress_warnings": wish})
        assert made.codes() == left
