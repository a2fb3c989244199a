"""Matrices of two kinds: what refers to what, and what is not covered."""

from __future__ import annotations

import dataclasses

from views_help import CONTEXT, Build

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.views import crossing
from sphinx_archdoc.views.select import Selection


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
