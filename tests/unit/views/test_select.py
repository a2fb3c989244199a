from __future__ import annotations

from typing import Any

import pytest
from views_help import REGISTRY, SCORING, SETTINGS, Build

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.selection_problems import selection_problems
from sphinx_archdoc.views.sources import extra_columns

STORE = (
    Build()
    .add("risk", "R-10", "b", impact="high", likelihood="low", review="2026-02-01", tags="x")
    .add("risk", "R-2", "a", impact="low", likelihood="high", review="2025-01-01", owner="Ops")
    .add("risk", "R-1", "c", review="soon", extra=(("Cost Centre", "7"),))
    .add("risk", "R-3", "d", impact="high", likelihood="high", review="2026-01-01")
    .add("adr", "ADR-1")
    .store
)


def ids(**facts: Any) -> str:
    found = select(STORE, Selection(**{"kinds": ("risk",), **facts}), SCORING)
    return " ".join(record.id for record in found)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", "R-1 R-2 R-3 R-10"),
        ("-id", "R-10 R-3 R-2 R-1"),
        ("title", "R-2 R-10 R-1 R-3"),
        ("review", "R-2 R-3 R-10 R-1"),
        ("-review", "R-10 R-3 R-2 R-1"),
        ("score", "R-2 R-10 R-3 R-1"),
        ("-score, -id", "R-3 R-10 R-2 R-1"),
        ("-impact, id", "R-3 R-10 R-2 R-1"),
        ("owner", "R-2 R-1 R-3 R-10"),
        ("nonsense", "R-1 R-2 R-3 R-10"),
        (" , -", "R-1 R-2 R-3 R-10"),
        ("cost-centre", "R-1 R-2 R-3 R-10"),
    ],
)
def test_sort(sort: str, expected: str) -> None:
    assert ids(sort=sort) == expected


def test_limit_equals_and_ids() -> None:
    assert ids(limit=2) == "R-1 R-2"
    assert ids(equals=(("impact", ("low", "high")), ("tags", ()))) == "R-2 R-3 R-10"
    assert ids(equals=(("impact", ("high",)), ("tags", ("x",)))) == "R-10"
    assert ids(ids=("R-3", "R-1", "R-3", "R-77")) == "R-3 R-1"
    assert ids(ids=("R-3", "R-1"), sort="id") == "R-1 R-3"
    assert ids(where="broken (") == "R-1 R-2 R-3 R-10"
    assert len(select(STORE, Selection(), SCORING)) == 5
    assert len(select(STORE, Selection(kinds=("decision",)), SCORING)) == 1


def test_natural_order_copes_with_anything() -> None:
    assert sorted(["a10", "a2", "A1", "", "7", "a" + "9" * 6000], key=natural)[:4] == [
        "", "7", "A1", "a2",
    ]  # fmt: skip


def problems(columns: Any = (), group: str = "", extra: Any = (), **facts: Any) -> Any:
    selection = Selection(**{"kinds": ("risk",), **facts})
    found = selection_problems(
        REGISTRY, selection, columns=columns, group=group, extra=extra, settings=SETTINGS
    )
    return [(problem.code, problem.message) for problem in found]


@pytest.mark.parametrize(
    ("facts", "code", "message"),
    [
        ({"where": "impct = high"}, Code.FILTER, "no field 'impct'; did you mean 'impact'?"),
        ({"where": "impact = hihg"}, Code.VALUE, "did you mean 'high'?"),
        ({"where": "impact >"}, Code.FILTER, "at character 9"),
        ({"where": "tags < x"}, Code.FILTER, "tags has no order"),
        ({"where": "review < tomorrow"}, Code.VALUE, "2026-01-20"),
        ({"where": "score > lots"}, Code.VALUE, "is no number"),
        ({"where": "kind = rsk"}, Code.VALUE, "did you mean 'risk'?"),
        ({"equals": (("status", ("opn",)),)}, Code.VALUE, "did you mean 'open'?"),
        ({"equals": (("stats", ("open",)),)}, Code.COLUMN, "did you mean 'status'?"),
        ({"sort": "-scor"}, Code.COLUMN, "sort: risk has no field 'scor'; did you mean 'score'?"),
        ({"columns": ("id", "likelyhood")}, Code.COLUMN, "did you mean 'likelihood'?"),
        ({"group": "ownr"}, Code.COLUMN, "group: risk has no field 'ownr'"),
        ({"kinds": ("rsik",)}, Code.VALUE, "there is no kind 'rsik'; did you mean 'risk'?"),
        ({"kinds": (), "where": "external = perhaps"}, Code.VALUE, "neither yes nor no"),
    ],
)  # fmt: skip
def test_check_says_what_would_be_right(facts: dict[str, Any], code: Code, message: str) -> None:
    found = problems(**facts)
    assert len(found) == 1
    assert found[0][0] is code
    assert message in found[0][1]


def test_check_accepts_what_works() -> None:
    assert (
        problems(where="impact >= 2 and owner = none and decision-x = 3", extra=("Decision x",))
        == []
    )
    found = problems(
        columns=("ID", "severity", "Cost Centre", "superseded by"),
        extra=["cost centre"],
        kinds=("risk", "adr"),
        group="status",
        sort="-band, kind",
    )
    assert found == []
    assert problems(kinds=("element",), columns=("decided-by", "risks", "parent", "used-by")) == []


def test_extra_columns() -> None:
    assert extra_columns(STORE) == extra_columns(STORE, ["risk"]) == ("Cost Centre",)
    assert extra_columns(STORE, ["adr"]) == ()
