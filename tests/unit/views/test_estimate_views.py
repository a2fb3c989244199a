"""Estimates: sums by row, column and group, and what they leave out."""

from __future__ import annotations

import dataclasses

import pytest
from views_help import CONTEXT, Build, cells

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.teams import Crew
from sphinx_archdoc.views import estimates
from sphinx_archdoc.views.cells import Bar
from sphinx_archdoc.views.select import Selection


def estimated() -> Build:
    return (
        Build()
        .add("estimate", "E-1", "Login", development="8-10 days", test="3-5 days", phase="One")
        .add("estimate", "E-2", "Search", development="12-15 days", test="1 week", phase="Two")
    )


def test_estimates_add_up_by_row_and_column() -> None:
    request = estimates.EstimateRequest(
        selection=Selection(kinds=("estimate",)),
        columns=("id", "title", "development", "test", "sum"),
        team=(Crew("", 4),),
        buffer=20,
    )
    table, problems = estimates.compute(estimated().store, request, CONTEXT)
    assert problems == ()
    assert cells(table, "development") == [
        "8-10 days", "12-15 days", "20–25 days", "24–30 days", "1.2–1.5 weeks"
    ]  # fmt: skip
    assert cells(table, "sum") == [
        "11–15 days", "17–20 days", "28–35 days", "33.6–42 days", "1.68–2.1 weeks"
    ]  # fmt: skip
    titles = [row.face.title for row in table.groups[0].rows][2:]
    assert titles == ["Sum", "With a buffer of 20 %", "Calendar time of 4 people"]
    bars = [row.cells[4] for row in table.groups[0].rows]
    assert [(bar.start, bar.end) for bar in bars if isinstance(bar, Bar)] == [
        (550, 750), (850, 1000),
    ]  # fmt: skip


def test_each_part_has_its_own_people() -> None:
    request, problems = estimates.EstimateRequest.read(
        Selection(kinds=("estimate",)), {"team": "2 developers, 1 QA"}
    )
    assert problems == []
    columns = ("id", "development", "test", "sum")
    table, _ = estimates.compute(
        estimated().store, dataclasses.replace(request, columns=columns), CONTEXT
    )
    # 20-25 days of development for two, 8-10 days of test for one.
    last = table.groups[0].rows[-1]
    assert last.face.title == "Calendar time of 3 people"
    assert [str(cell) for cell in last.cells[1:]] == ["2–2.5 weeks", "1.6–2 weeks", "2–2.5 weeks"]


def test_estimates_add_up_by_group() -> None:
    request = estimates.EstimateRequest(
        selection=Selection(kinds=("estimate",)), columns=("id", "sum"), group="phase"
    )
    table, _ = estimates.compute(estimated().store, request, CONTEXT)
    assert [(group.title, len(group.rows)) for group in table.groups] == [
        ("One", 2), ("Two", 2), ("All", 1),
    ]  # fmt: skip
    assert cells(table, "sum")[-1] == "28–35 days"


def test_only_the_sums_below_a_table_of_the_author() -> None:
    request = estimates.EstimateRequest(
        selection=Selection(kinds=("estimate",), ids=("E-1",)),
        columns=("id", "development", "sum"),
        sums_only=True,
    )
    table, _ = estimates.compute(estimated().store, request, CONTEXT)
    (row,) = table.groups[0].rows
    assert [str(cell) for cell in row.cells] == ["Sum", "8–10 days", "11–15 days"]


def test_sums_say_what_they_leave_out() -> None:
    built = (
        Build()
        .add("estimate", "E-1", development="2 days", test="tbd")
        .add("estimate", "E-2", development="3 days")
        .add("estimate", "E-3")
    )
    request = estimates.EstimateRequest(
        selection=Selection(kinds=("estimate",)), columns=("id", "development", "test", "sum")
    )
    for sums_only in (False, True):
        asked = dataclasses.replace(request, sums_only=sums_only)
        table, _ = estimates.compute(built.store, asked, CONTEXT)
        last = table.groups[0].rows[-1]
        assert last.face.title == "Rows without an amount"
        assert [str(cell or "") for cell in last.cells[1:]] == ["", "1 of 3", "2 of 3"]


def test_a_table_without_any_amount_says_so() -> None:
    built = Build().add("estimate", "E-1", total="tbd").add("estimate", "E-2", total="S")
    request = estimates.EstimateRequest(
        selection=Selection(kinds=("estimate",)), columns=("id", "sum"), sums_only=True
    )
    table, _ = estimates.compute(built.store, request, CONTEXT)
    assert [[str(cell) for cell in row.cells] for row in table.groups[0].rows] == [
        ["Rows without an amount", "2 of 2"]
    ]
    empty = Build().add("estimate", "E-1").add("estimate", "E-2")
    asked = dataclasses.replace(request, columns=("id", "development", "sum"))
    table, _ = estimates.compute(empty.store, asked, CONTEXT)
    assert [[str(cell) for cell in row.cells] for row in table.groups[0].rows] == [
        ["Rows without an amount", "2 of 2"]
    ]


def test_sums_leave_out_empty_columns_and_speak_of_one_person() -> None:
    built = Build().add("estimate", "E-1", total="5 days")
    request = estimates.EstimateRequest(
        selection=Selection(kinds=("estimate",), ids=("E-1",)),
        columns=("id", "development", "test", "sum"),
        team=(Crew("", 1),),
        sums_only=True,
    )
    table, _ = estimates.compute(built.store, request, CONTEXT)
    assert [column.name for column in table.columns] == ["", "sum"]
    assert [[str(cell) for cell in row.cells] for row in table.groups[0].rows] == [
        ["Sum", "5 days"], ["Calendar time of 1 person", "1 week"],
    ]  # fmt: skip


def test_a_row_whose_id_is_taken_still_counts_in_its_table() -> None:
    built = (
        Build()
        .add("estimate", "E-1", "Testing", total="10 days")
        .add("estimate", "E-1", "Testing", total="50 days", page="other")
        .add("estimate", "E-2", "Coding", total="20 days")
    )
    rows = tuple((item.at.docname, item.at.anchor) for item in built.store.written)
    assert len({*rows}) == 3
    request = estimates.EstimateRequest(
        selection=Selection(kinds=("estimate",), ids=("E-1", "E-2"), rows=rows),
        columns=("id", "sum"),
        sums_only=True,
    )
    table, _ = estimates.compute(built.store, request, CONTEXT)
    assert cells(table, "sum") == ["80 days"]


@pytest.mark.parametrize("text", ["many", "-3", "9" * 20])
def test_a_team_is_a_number(text: str) -> None:
    made, problems = estimates.EstimateRequest.read(Selection(), {"team": text})
    assert made.team == ()
    assert [problem.code for problem in problems] == [Code.VALUE]
