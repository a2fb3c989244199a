from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.kinds import load
from sphinx_archdoc.model.effort import (
    Column,
    Sum,
    add,
    parts_of,
    same,
    sum_of_record,
    weeks,
    within,
    wrong_totals,
)
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.model.options import read_options
from sphinx_archdoc.model.quantities import read_amount

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record

ESTIMATE = load()["estimate"]


def total(*texts: str) -> Sum | None:
    return add(map(read_amount, texts))


@pytest.mark.parametrize(
    ("texts", "result"),
    [
        (("8-10 days", "3-5 days"), "11–15 days"),
        (("8 days", "4-6"), "12–14 days"),
        (("1 week", "2 days"), "7 days"),
        (("4 h", "1 day"), "1.5 days"),
        (("5 person-days", "1 week"), "10 days"),
        (("3 points", "5 points"), "8 points"),
        (("3", "5"), "8"),
        (("1 point", "3 points"), "4 points"),
        (("½ day", "½ day"), "1 day"),
        (("1½ days", "1 ¼ days"), "2.75 days"),
        (("later", "5 days"), "5 days"),
    ],
)
def test_adding(texts: tuple[str, ...], result: str) -> None:
    assert str(total(*texts)) == result


@pytest.mark.parametrize(
    "texts", [(), ("soon",), ("3 points", "5 days"), ("3", "5 days", "1 week")]
)
def test_what_does_not_add_up(texts: tuple[str, ...]) -> None:
    assert total(*texts) is None


def test_wrong_totals_are_found_with_the_right_one() -> None:
    build = Column("Build", ["8-10 days", "12-15 days", "-"], "**25-30 days**")
    test = Column("Test", ["3 days", "1 week"], "8 days")
    name = Column("Part", ["One", "Two"], "Total")
    found = wrong_totals([name, build, test])
    assert [(title, written, str(right)) for title, written, right in found] == [
        ("Build", "25-30 days", "20–25 days")
    ]


def test_a_total_may_be_in_another_unit() -> None:
    assert same(read_amount("2 weeks"), Sum(10, 10, "days"))
    assert not same(read_amount("2 weeks"), Sum(11, 11, "days"))
    assert not same(read_amount("2 points"), Sum(2, 2, "days"))


def test_weeks_of_a_team() -> None:
    assert str(weeks(Sum(77, 95, "days"), 4)) == "3.85–4.75 weeks"
    assert str(weeks(Sum(100, 100, "days"), 4, 0.2)) == "6 weeks"
    assert weeks(Sum(3, 3, "points"), 4) is None
    assert weeks(Sum(3, 3, "days"), 0) is None


def test_the_sum_of_a_record_has_columns_of_ones_own() -> None:
    values, _ = read_options(
        ESTIMATE, {"development": "8-10 days", "test": "3 days", "total": "1 day"}, Settings()
    )
    at = Location("index")
    record = ESTIMATE.record(
        id="EST-1", title="Login", at=at, extra=(("Rollout", "2 days"), ("Note", "new")), **values
    )
    assert str(sum_of_record(record)) == "13–15 days"
    only = ESTIMATE.record(id="EST-2", title="Other", at=at, total=read_amount("4 days"))
    assert str(sum_of_record(only)) == "4 days"
    assert sum_of_record(ESTIMATE.record(id="EST-3", title="None", at=at)) is None


def estimate(**written: str) -> Record:
    values, _ = read_options(ESTIMATE, written, Settings())
    return ESTIMATE.record(id="EST-1", title="Login", at=Location("index"), **values)


@pytest.mark.parametrize(
    ("written", "result"),
    [
        ({"optimistic": "1 day", "likely": "2 days", "pessimistic": "4 days"}, "1–4 days"),
        ({"min": "1", "max": "2"}, "1–2"),
        ({"best case": "2 days", "worst case": "1 week"}, "2–5 days"),
        ({"from": "3 days", "to": "8 days", "development": "1 day"}, "3–8 days"),
        ({"minimal": "3 Tage", "maximal": "8 Tage"}, "3–8 days"),
        ({"likely": "3 days"}, "3 days"),
    ],
)
def test_cases_make_a_range(written: dict[str, str], result: str) -> None:
    assert str(sum_of_record(estimate(**written))) == result


@pytest.mark.parametrize(
    ("total", "extra", "parts"),
    [
        ("3 days", {"Cost": "$5K", "Priority": "1"}, []),
        ("3", {"Priority": "1"}, []),
        ("8 days", {"Backend (days)": "3", "Frontend (days)": "5"}, ["3 days", "5 days"]),
        ("", {"Backend": "3 days", "Priority": "1", "#": "7"}, ["3 days"]),
        ("", {"Backend": "3 days", "Docs": "2"}, ["3 days", "2"]),
        ("", {"Order service": "3", "Team": "2 days", "Value": "9"}, ["3", "2 days"]),
    ],
)
def test_a_column_beside_a_total_is_a_part_only_where_it_counts_the_same(
    total: str, extra: dict[str, str], parts: list[str]
) -> None:
    record = dataclasses.replace(estimate(total=total), extra=tuple(extra.items()))
    assert [str(amount) for _, amount in parts_of(record)] == parts


def test_inside_a_range() -> None:
    assert within(read_amount("4 days"), Sum(3, 10, "days"))
    assert within(read_amount("1 week"), Sum(3, 10, "days"))
    assert within(read_amount("4 points"), Sum(3, 10, "days"))
    assert not within(read_amount("2-4 days"), Sum(3, 10, "days"))


ranges = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=8)


@given(ranges)
def test_a_sum_is_the_sum_of_both_ends(pairs: list[tuple[int, int]]) -> None:
    found = total(*(f"{min(pair)}-{max(pair)} days" for pair in pairs))
    assert found is not None
    assert found.low == sum(min(pair) for pair in pairs)
    assert found.high == sum(max(pair) for pair in pairs)
    assert found.low <= found.high


@given(ranges, st.floats(0.5, 50), st.floats(0, 2))
def test_weeks_grow_with_the_buffer_and_shrink_with_the_team(
    pairs: list[tuple[int, int]], people: float, buffer: float
) -> None:
    work = total(*(f"{min(pair)}-{max(pair)} days" for pair in pairs))
    assert work is not None
    found = weeks(work, people, buffer)
    assert found is not None
    assert math.isclose(found.high * people * 5, work.high * (1 + buffer), abs_tol=1e-6)


# -- a printed table, summed by hand ---------------------------------------------------------------

PRINTED = (
    ("8-10", "3-5", "13-17"), ("12-15", "5-7", "20-25"), ("10-12", "4-5", "16-19"),
    ("6-8", "3-4", "10-13"), ("15-18", "6-8", "24-29"), ("8-10", "3-4", "13-16"),
    ("10-12", "5-6", "17-20"), ("8-10", "4-5", "14-17"),
)  # fmt: skip


def test_no_total_of_the_printed_table_is_right() -> None:
    """Development 8+12+10+6+15+8+10+8 = 77, 95 at most; test 33 to 44; all of it 127 to 156."""
    columns = [
        Column(name, [f"{row[at]} days" for row in PRINTED], written)
        for at, (name, written) in enumerate(
            (("Dev", "**82-101 days**"), ("Test", "**34-46 days**"), ("Total", "**133-164 days**"))
        )
    ]
    right = [(name, str(found)) for name, _, found in wrong_totals(columns)]
    assert right == [("Dev", "77–95 days"), ("Test", "33–44 days"), ("Total", "127–156 days")]
    # Nor is the total of any row what its parts add up to; they add up to 110 to 139.
    sums = [total(f"{dev} days", f"{test} days") for dev, test, _ in PRINTED]
    for found, (_, _, written) in zip(sums, PRINTED, strict=True):
        assert found is not None
        assert not same(read_amount(f"{written} days"), found)
    assert str(add(item for item in sums if item is not None)) == "110–139 days"


@given(ranges)
def test_the_order_of_amounts_does_not_matter(pairs: list[tuple[int, int]]) -> None:
    texts = [f"{min(pair)}-{max(pair)} days" for pair in pairs]
    assert total(*texts) == total(*reversed(texts))


@given(ranges, ranges)
def test_rows_and_columns_add_up_to_the_same(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    first, second = ([f"{min(pair)}-{max(pair)} days" for pair in pairs] for pairs in (one, other))
    columns = [item for item in (total(*first), total(*second)) if item is not None]
    assert add(columns) == total(*first, *second)


@given(st.integers(0, 10**4), st.integers(0, 10**4))
def test_weeks_and_days_of_work_are_the_same_amount(low: int, more: int) -> None:
    days = total(f"{5 * low}-{5 * (low + more)} days")
    assert days is not None
    assert same(read_amount(f"{low}-{low + more} weeks"), days)
    assert same(read_amount(f"{8 * 5 * low}-{8 * 5 * (low + more)} hours"), days)
