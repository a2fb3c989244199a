"""Goals, the stack, roles and lists: columns that follow from the records."""

from __future__ import annotations

import pytest
from views_help import CONTEXT, Build, cells

from sphinx_archdoc.model.schema import export
from sphinx_archdoc.views import permissions, record_list, tech_stack
from sphinx_archdoc.views.select import Selection
from sphinx_archdoc.views.table import TableRequest, compute_table


def goals() -> Build:
    return (
        Build()
        .add("quality-goal", "QG-1", "Availability", target="99.9 %", measured="99.95 %")
        .add("quality-goal", "QG-2", "Answers", target="< 200 ms (p95)", measured="250 ms")
        .add("quality-goal", "QG-3", "Law", target="GDPR", status="met")
    )


def test_goals_are_computed() -> None:
    columns = ("id", "status", "error-budget", "downtime-year", "downtime-30-days", "verdict")
    request = TableRequest(selection=Selection(kinds=("quality-goal",)), columns=columns)
    table = compute_table(goals().store, request, CONTEXT.scoring)
    assert cells(table, "status") == ["Met", "Missed", "Met"]
    assert cells(table, "error-budget") == ["0.1 %", "", ""]
    assert cells(table, "downtime-year") == ["8.76 h", "", ""]
    assert cells(table, "downtime-30-days") == ["43.2 min", "", ""]
    assert cells(table, "verdict") == ["Met", "Missed", ""]


def test_facts_that_follow_for_no_record_take_no_column() -> None:
    store = Build().add("quality-goal", "QG-1", target="< 1 s").store
    request = TableRequest(
        selection=Selection(kinds=("quality-goal",)), columns=("id", "error-budget")
    )
    table = compute_table(store, request, CONTEXT.scoring)
    assert [column.name for column in table.columns] == ["id"]


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        ("recovery-time > 3 min", ["FM-2"]),
        ("recovery-time <= 120 s", ["FM-1"]),
        ("recovery-time = 300 s", ["FM-2"]),
        ("recovery-time = Immediate", ["FM-3"]),
        ("recovery-time > 3 GB", []),
        ("not recovery-time", ["FM-4"]),
    ],
)
def test_amounts_are_filtered_with_their_units(where: str, ids: list[str]) -> None:
    store = (
        Build()
        .add("failure", "FM-1", recovery_time="2 minutes")
        .add("failure", "FM-2", recovery_time="5 minutes")
        .add("failure", "FM-3", recovery_time="Immediate")
        .add("failure", "FM-4")
        .store
    )
    request = TableRequest(selection=Selection(kinds=("failure",), where=where))
    table = compute_table(store, request, CONTEXT.scoring)
    assert [row.face.id for group in table.groups for row in group.rows] == ids


def test_amounts_are_sorted_by_size_and_exported() -> None:
    store = (
        Build()
        .add("failure", "FM-1", recovery_time="5 minutes")
        .add("failure", "FM-2", recovery_time="Immediate")
        .add("failure", "FM-3", recovery_time="200 s")
        .store
    )
    request = TableRequest(selection=Selection(kinds=("failure",), sort="recovery-time"))
    table = compute_table(store, request, CONTEXT.scoring)
    assert [row.face.id for group in table.groups for row in group.rows] == ["FM-3", "FM-1", "FM-2"]
    said = [record["fields"]["recovery-time"] for record in export(store)["records"]]
    assert said[0] == {"text": "5 minutes", "low": 5.0, "high": 5.0, "unit": "min"}
    assert said[1] == {"text": "Immediate"}


def test_the_stack_has_what_building_blocks_name() -> None:
    store = (
        Build()
        .add("tech", "t1", "PostgreSQL", version="15", layer="Data")
        .add("datastore", "shop.db", technology="PostgreSQL 15")
        .add("app", "shop.api", technology="Python 3.12, FastAPI")
        .store
    )
    request = tech_stack.TechRequest(
        selection=Selection(kinds=("tech",)), columns=("title", "version", "used-by")
    )
    table, problems = tech_stack.compute(store, request, CONTEXT)
    assert problems == ()
    rows = table.groups[0].rows
    assert [row.face.title for row in rows] == ["PostgreSQL", "FastAPI", "Python"]
    assert cells(table, "version") == ["15", "", "3.12"]
    assert [[face.id for face, _ in row.cells[2]] for row in rows] == [
        ["shop.db"], ["shop.api"], ["shop.api"],
    ]  # fmt: skip


def test_roles_and_what_they_may_do() -> None:
    store = (
        Build()
        .add("user-role", "guest", "Guest", allowed="Read", denied="Write")
        .add("user-role", "owner", "Owner", allowed="Read, Write (own only), Delete")
        .store
    )
    request = permissions.PermissionRequest(selection=Selection(kinds=("user-role",)))
    matrix, problems = permissions.compute(store, request, CONTEXT)
    assert problems == ()
    assert set(matrix.columns) == {"Read", "Write", "Delete"}
    said = {
        (row.title, column): mark  # type: ignore[union-attr]
        for row, line in zip(matrix.rows, matrix.cells, strict=True)
        for column, mark in zip(matrix.columns, line, strict=True)
    }
    assert said["Guest", "Write"] == ("no", "")
    assert said["Owner", "Write"] == ("yes", "own only")
    assert said["Guest", "Delete"] == ("", "")


def test_a_list_has_the_facts_that_are_filled() -> None:
    store = Build().add("limitation", "LIM-1", "Search", plan="An index").store
    request = record_list.ListRequest(selection=Selection(kinds=("limitation",)))
    made, problems = record_list.compute(store, request, CONTEXT)
    assert problems == ()
    (row,) = made.table.groups[0].rows
    facts = record_list.facts_of(made.table, row)
    assert [(column.name, str(cell)) for column, cell in facts] == [("plan", "An index")]
