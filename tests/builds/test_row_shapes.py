"""Rows of Markdown tables that do not fit their header."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

HEAD = "| Risk | Impact | Probability |\n|------|--------|-------------|\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("| Fire | High | Low |", ""),
        (r"| Fire \| flood | High | Low |", ""),
        ("Fire | High | Low", ""),
        ("| Fire | High | |", ""),
        (
            "| Fire | down | Enormous | Low | see R-7 |",
            "a row has 5 cells, but the table's header has 3; Markdown leaves out 'Low | see R-7'",
        ),
        (
            "| Fire | High |",
            "but the table's header has 3; without 'Probability' the row has no score",
        ),
        ("| Fire |", "without 'Impact' and 'Probability' the row has no score"),
    ],
)
def test_cells_too_many_or_too_few_are_reported(project: Project, row: str, said: str) -> None:
    text = f"# Page\n\n:::{{risk-table}}\n\n{HEAD}{row}\n| Theft | Low | Low |\n:::\n"
    build = project.myst().write({"index.md": text}).build()
    found = [line for line in build.warnings if "[archdoc.table]" in line]
    assert len(found) == (1 if said else 0)
    for line in found:
        assert said in line
        assert "index.md:7: " in line


def test_a_short_row_without_a_level_is_fine(project: Project) -> None:
    head = "| Risk | Impact | Probability | Owner |\n|--|--|--|--|\n"
    text = f"# Page\n\n:::{{risk-table}}\n\n{head}| Theft | Low | Low |\n:::\n"
    assert project.myst().write({"index.md": text}).build().codes() == []
