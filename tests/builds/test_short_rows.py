"""Rows of a ``csv-table`` without their last cells are told once for the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

ROWS = 'R1, Fire, High, Low\nR2, Flood, High\nR3, "Wind,\nrain", Low\n'
HEADER = ":header: ID, Risk, Impact, Likelihood\n\n"
REST = f"Page\n====\n\n.. risk-table::\n\n   .. csv-table::\n      {HEADER}"
MYST = f"# Page\n\n````{{risk-table}}\n```{{csv-table}}\n{HEADER}"
PAGES = {
    "page.rst": REST + "".join(f"      {line}\n" for line in ROWS.splitlines()),
    "page.md": f"{MYST}{ROWS}```\n````\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_short_rows_are_told_once(project: Project, name: str) -> None:
    build = project.myst().write({name: PAGES[name]}).build()
    (said,) = build.warnings
    line = PAGES[name].split("\n").index(next(x for x in PAGES[name].split("\n") if "R2" in x)) + 1
    assert said == (
        f"{project.source}/{name}:{line}: WARNING: risk: a row has 3 cells, but the table's header "
        "has 4 (1 more row below); the missing ones are empty: write a delimiter for each "
        "[archdoc.table]"
    )
    assert set(build.records()) == {"R1", "R2", "R3"}
    shown = build.soup("page.html").get_text(" ")
    assert all(word in shown for word in ("Flood", "Wind,", "rain"))
