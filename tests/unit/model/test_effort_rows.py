from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model.effort_rows import Role, is_subtotal, is_total, role_of, totalled

RECORD, HEADING, SUBTOTAL, TOTAL = Role.RECORD, Role.HEADING, Role.SUBTOTAL, Role.TOTAL


@pytest.mark.parametrize("word", ["TOTAL", "**Total:**", "Summe", " grand  total ", "Total (days)"])
def test_headings_of_totals(word: str) -> None:
    assert is_total(word)
    assert not is_subtotal(word)


@pytest.mark.parametrize("word", ["Total recall", "Summer sale", "", "Substitutes", "Totality"])
def test_what_is_no_total(word: str) -> None:
    assert not is_total(word)


@pytest.mark.parametrize(
    "word", ["Subtotal", "**Sub-total:**", "Backend subtotal", "Subtotal backend", "Zwischensumme"]
)
def test_subtotals(word: str) -> None:
    assert is_subtotal(word)
    assert is_total(word)


@pytest.mark.parametrize(
    ("cells", "title", "bold", "role"),
    [
        (("Login", "3 days"), 0, (), RECORD),
        (("Total", "3 days"), 0, (), TOTAL),
        (("Subtotal", "", "4"), 1, (), SUBTOTAL),
        (("Total", "", "4"), 1, (), TOTAL),
        (("Overall", "Planning", "4"), 1, (), RECORD),
        (("Backend", "", ""), 1, (), HEADING),
        (("Backend", "", ""), 0, (0,), HEADING),
        (("Backend", "", ""), 0, (), RECORD),
        (("Backend", "", "3"), 0, (0,), RECORD),
        (("", "", "3"), 0, (), RECORD),
        (("", "", ""), 0, (), RECORD),
        (("Login",), 0, (0,), RECORD),
    ],
)
def test_what_a_row_is(cells: tuple[str, ...], title: int, bold: tuple[int], role: Role) -> None:
    assert role_of(dict(enumerate(cells)), title, bold) is role


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        ([RECORD, RECORD, TOTAL], [(2, [[0, 1]])]),
        ([TOTAL, RECORD, RECORD], [(0, [[1, 2]])]),
        (
            [RECORD, RECORD, SUBTOTAL, RECORD, TOTAL],
            [(2, [[0, 1]]), (4, [[0, 1, 3]])],
        ),
        (
            [HEADING, RECORD, HEADING, RECORD, SUBTOTAL, TOTAL],
            [(4, [[3]]), (5, [[1, 3]])],
        ),
        # Two totals: the first is of the rows above, whether all or those since the last.
        (
            [RECORD, SUBTOTAL, RECORD, TOTAL, RECORD, TOTAL],
            [(1, [[0]]), (3, [[2], [0, 2]]), (5, [[0, 2, 4]])],
        ),
        ([SUBTOTAL, TOTAL], [(0, []), (1, [])]),
    ],
)
def test_which_rows_a_total_is_of(
    roles: list[Role], found: list[tuple[int, list[list[int]]]]
) -> None:
    assert totalled(roles) == found


@given(st.lists(st.sampled_from(list(Role)), max_size=12))
def test_totals_are_of_records_only(roles: list[Role]) -> None:
    for at, choices in totalled(roles):
        assert roles[at] in (SUBTOTAL, TOTAL)
        assert all(roles[row] is RECORD for rows in choices for row in rows)
        assert all(choices)
