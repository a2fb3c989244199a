"""Index pages of the families; kinds without a family of their own share one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

PAGES = {
    "a.rst": "A\n=\n\n.. flow:: Order a book\n   :id: order\n\n   shop -> bank : pays\n\n"
    ".. policy:: Ask first\n   :id: POL-1\n",
    "a.md": "# A\n\n:::{flow} Order a book\n:id: order\nshop -> bank : pays\n:::\n\n"
    ":::{policy} Ask first\n:id: POL-1\n:::\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_other_records_have_an_index(project: Project, name: str) -> None:
    project.conf["archdoc_kinds"] = {"policy": {"title": "Policy", "prefix": "POL-"}}
    project.conf["archdoc_rules"] = {"participant": "off", "step": "off"}
    text = PAGES[name]
    build = project.myst().write({name: text}).build()
    page = build.text("arch-records.html")
    assert "Index of other records" in page
    assert "Order a book" in page
    assert "POL-1: Ask first" in page
    assert not (build.out / "arch-risks.html").exists()
    project.write({name: text.replace("Ask first", "Ask twice")})
    assert "POL-1: Ask twice" in project.build().text("arch-records.html")


def test_ids_that_are_no_series_stand_under_the_letter_of_the_title(project: Project) -> None:
    one = ".. adr:: Use REST\n   :id: pilot-rest\n"
    project.write({"a.rst": f"A\n=\n\n{one}\n.. adr:: Cache\n   :id: ADR-1\n"})
    heads = [
        item.get_text(strip=True)
        for item in project.build().soup("arch-decisions.html").select("tr.cap strong")
    ]
    assert heads == ["ADR", "U"]


def test_an_index_of_few_is_no_chapter_of_a_book(project: Project) -> None:
    decision = ".. adr:: Use {}\n   :id: ADR-{}\n\n   Text.\n\n"
    risk = ".. risk:: Too {}\n   :id: R-{}\n   :impact: high\n   :probability: low\n\n"
    text = "".join(decision.format(word, at) for at, word in enumerate(("A", "B", "C"), 1))
    text += "".join(risk.format(word, at) for at, word in enumerate(("slow", "dear"), 1))
    project.write({"a.rst": f"A\n=\n\n{text}"})
    book = project.build("latex").text("test.tex")
    assert "{Index of decisions}" in book
    assert "{Index of risks}" not in book
    assert (project.build().out / "arch-risks.html").exists()
