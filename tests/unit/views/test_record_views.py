from __future__ import annotations

import dataclasses

import pytest
from views_help import Build

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.schema import export
from sphinx_archdoc.model.teams import Crew
from sphinx_archdoc.views import crossing, estimates, permissions, record_list, tech_stack
from sphinx_archdoc.views.cells import Bar
from sphinx_archdoc.views.computing import Context
from sphinx_archdoc.views.select import Selection
from sphinx_archdoc.views.table import TableRequest, compute_table

CONTEXT = Context()


def goals() -> Build:
    return (
        Build()
        .add("quality-goal", "QG-1", "Availability", target="99.9 %", measured="99.95 %")
        .add("quality-goal", "QG-2", "Answers", target="< 200 ms (p95)", measured="250 ms")
        .add("quality-goal", "QG-3", "Law", target="GDPR", status="met")
    )


def cells(table: object, name: str) -> list[str]:
    at = [column.name for column in table.columns].index(name)  # type: ignore[attr-defined]
    rows = [row for group in table.groups for row in group.rows]  # type: ignore[attr-defined]
    return [getattr(row.cells[at], "label", None) or str(row.cells[at] or "") for row in rows]


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


def crossed(relation: str = "", threshold: str = "") -> tuple[crossing.Crossing, list[str]]:
    store = (
        Build()
        .add("app", "shop.api")
        .add("app", "shop.web")
        .add("risk", "R-1", affects="shop.api")
        .add("risk", "R-2")
        .add("adr", "ADR-1", affects="shop.web")
        .store
    )
    options = {"rows": "risk", "columns": "app", "relation": relation, "threshold": threshold}
    request, wrong = crossing.RecordMatrixRequest.read(Selection(), options)
    matrix, problems = crossing.compute(store, request, CONTEXT)
    return matrix, [problem.code.value for problem in (*wrong, *problems)]


def test_a_matrix_of_any_kinds() -> None:
    for relation in ("affects", "risks", ""):
        matrix, problems = crossed(relation)
        assert problems == []
        assert [[mark.key for mark in line] for line in matrix.cells] == [["yes", ""], ["", ""]]
        assert (matrix.covered, matrix.total) == (1, 2)


def test_a_matrix_may_ask_for_coverage() -> None:
    assert crossed(threshold="50 %")[1] == []
    assert crossed(threshold="51 %")[1] == ["coverage"]
    assert crossed(threshold="much")[1] == ["value"]
    assert crossed(relation="affect")[1] == ["column"]
    request, wrong = crossing.RecordMatrixRequest.read(Selection(), {})
    assert [problem.code for problem in wrong] == [Code.MISSING, Code.MISSING]
    assert crossing.compute(Build().store, request, CONTEXT)[0].rows == ()


def test_a_relation_that_nothing_has_is_said_in_a_whole_sentence() -> None:
    options = {"rows": "person", "columns": "person", "relation": "afects"}
    request, _ = crossing.RecordMatrixRequest.read(Selection(), options)
    _, problems = crossing.compute(Build().add("person", "ann").store, request, CONTEXT)
    assert all(not problem.message.rstrip().endswith(";") for problem in problems)
    assert "relation: there is no 'afects'; " in problems[0].message


def test_a_matrix_of_some_rows_has_the_columns_they_refer_to() -> None:
    store = (
        Build()
        .add("app", "web").add("app", "api").add("app", "jobs")
        .add("risk", "R-1", affects="web")
        .add("risk", "R-2", affects="api")
    ).store  # fmt: skip
    options = {"rows": "risk", "columns": "app"}
    for where, wanted in (("", ["api", "jobs", "web"]), ("id = R-2", ["api"]), ("id = R-3", [])):
        request, _ = crossing.RecordMatrixRequest.read(Selection(where=where), options)
        for relation in ("affects", ""):
            made, _ = crossing.compute(
                store, dataclasses.replace(request, relation=relation), CONTEXT
            )
            assert [column.id for column in made.columns if not isinstance(column, str)] == wanted


def test_a_list_has_the_facts_that_are_filled() -> None:
    store = Build().add("limitation", "LIM-1", "Search", plan="An index").store
    request = record_list.ListRequest(selection=Selection(kinds=("limitation",)))
    made, problems = record_list.compute(store, request, CONTEXT)
    assert problems == ()
    (row,) = made.table.groups[0].rows
    facts = record_list.facts_of(made.table, row)
    assert [(column.name, str(cell)) for column, cell in facts] == [("plan", "An index")]
