"""Rows of a ``csv-table`` that are shorter than its header."""

from __future__ import annotations

import pytest
from counting import grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.csv_blocks import ShortRow, short_rows

REST = ".. csv-table:: Risks\n   :header: {header}\n\n   {rows}\n\nText, text"
MYST = "```{{csv-table}} Risks\n:header: {header}\n\n{rows}\n```\nText, text"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (".. csv-table::\n\n   A, B, C\n   a, b, c\n   a\n   a,,", [(5, 1, 3)]),
        (".. csv-table:: T\n   :header: A, B\n\n   a\n   b\n", [(4, 1, 2), (5, 1, 2)]),
        ('.. csv-table::\n   :header: "A, B", C\n\n   "a, b"\n   "a\n   b", c\n', [(4, 1, 2)]),
        (".. csv-table::\n   :header: A,\n      B\n\n   a\n", [(5, 1, 2)]),
        (".. csv-table::\n   :delim: ;\n\n   A; B\n   a, b\n", [(5, 1, 2)]),
        (".. csv-table::\n   :delim: tab\n\n   A\tB\n   a\tb\n", []),
        ("Words, words\n\n.. csv-table::\n\n   A, B\n   a, b\n\nmore", []),
        (".. csv-table::\n   :file: a.csv\n", []),
        ("```{csv-table}\n:header: A, B\n\na\n```\nno, row\n", [(4, 1, 2)]),
        (":::{csv-table}\nA, B\na, b\n\na\n:::\n", [(5, 1, 2)]),
        ("```{csv-table}\nA, B\n", []),
        (".. csv-table::\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_short_rows(text: str, found: list[tuple[int, int, int]]) -> None:
    assert [row for rows in short_rows(text.split("\n")) for row in rows] == found


def test_each_table_has_its_own() -> None:
    table = ".. csv-table::\n\n   A, B\n   a\n"
    assert [*short_rows(f"{table}\n{table}".split("\n"))] == [
        [ShortRow(4, 1, 2)],
        [ShortRow(9, 1, 2)],
    ]


@given(st.lists(st.text(max_size=40), max_size=12), st.sampled_from([REST, MYST]))
def test_nothing_raises(rows: list[str], form: str) -> None:
    text = form.format(header="A, B", rows="\n   ".join(rows))
    for found in short_rows(text.split("\n")):
        assert all(row.cells < row.width for row in found)


def test_the_effort_grows_with_the_rows() -> None:
    def make(size: int) -> object:
        lines = [".. csv-table::", "", *["   a, b, c", '   "a'] * size]
        return lambda: [*short_rows(lines)]

    grows_linearly(make, 200)  # type: ignore[arg-type]
