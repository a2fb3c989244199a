"""The lines of rows whose table does not know them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from docutils import nodes

from sphinx_archdoc.reading.tables import RawRow, RawTable
from sphinx_archdoc.sphinxext.row_lines import with_lines

FIRST = 10


def _found(content: list[str], firsts: list[str]) -> list[int]:
    rows = tuple(RawRow((nodes.entry("", nodes.paragraph(text, text)),)) for text in firsts)
    directive: Any = SimpleNamespace(content=content, content_line=lambda number: FIRST + number)
    return [row.line for row in with_lines(directive, RawTable(headers=("A",), rows=rows)).rows]


def test_each_row_is_found_behind_the_one_before() -> None:
    content = [".. csv-table::", "", '"R-1", x', "  more", "'R-1', y", "R-2, z"]
    assert _found(content, ["R-1", "R-1", "R-2"]) == [13, 15, 16]


def test_a_row_that_is_not_found_keeps_its_line_and_the_others_are_found() -> None:
    assert _found(["R-1, x", "**R-2**, y", "R-3, z"], ["R-1", "R-2", "R-3"]) == [11, 0, 13]


def test_the_search_for_rows_has_an_end(monkeypatch: Any) -> None:
    looked = []

    def has(line: str, words: list[str]) -> bool:
        looked.append(line)
        return False

    monkeypatch.setattr("sphinx_archdoc.sphinxext.row_lines._has", has)
    assert _found(["x"] * 1000, ["y"] * 1000) == [0] * 1000
    assert len(looked) <= 100 * 1000
