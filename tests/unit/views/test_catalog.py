from __future__ import annotations

import dataclasses

import pytest
from views_help import REGISTRY, SCORING, Build

from sphinx_archdoc.model.fields import number, text
from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.model.kind import kind_of
from sphinx_archdoc.model.record import Record
from sphinx_archdoc.model.store import Store
from sphinx_archdoc.views.c4 import C4Request, compute_c4
from sphinx_archdoc.views.card import compute_card
from sphinx_archdoc.views.catalog import catalog, read_selection
from sphinx_archdoc.views.matrix import compute_matrix
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.selection_problems import selection_problems
from sphinx_archdoc.views.table import TableRequest, compute_table

VIEWS = catalog(REGISTRY)


def test_names() -> None:
    assert set(VIEWS) >= {
        "risk-table", "component-table", "adr-list", "adr-table", "risk-matrix", "c4-context",
        "c4-container", "c4-component", "c4-landscape", "person-table", "system-table",
        "app-table", "datastore-table", "queue-table", "deployment-node-table", "relation-table",
    }  # fmt: skip
    assert all(name == spec.name for name, spec in VIEWS.items())
    assert catalog(REGISTRY) is VIEWS


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_every_view_is_documented_and_its_columns_exist(name: str) -> None:
    spec = VIEWS[name]
    assert spec.help.endswith(".")
    assert all(spec.options.values())
    if spec.view != "picture":
        selection, problems = read_selection(spec, {})
        assert problems == []
        assert selection_problems(REGISTRY, selection, columns=spec.columns) == []
        assert spec.body_kind == "" or spec.body_kind in REGISTRY


def test_kinds_of_ones_own_have_a_table() -> None:
    cls = type(
        "Goal",
        (Record,),
        {"__annotations__": {"target": "object"}, "target": number("How much.", column=True)},
    )
    goal = kind_of(dataclasses.dataclass(frozen=True, kw_only=True)(cls), "goal", title="Goal")
    # The name is that of a view of ours too: theirs counts.
    spec = catalog(REGISTRY.extended([goal]))["goal-table"]
    assert spec.columns == ("id", "title", "target")
    assert spec.body_kind == "goal"
    assert catalog(REGISTRY)["goal-table"].body_kind == "quality-goal"


def test_options_become_a_selection() -> None:
    options = {"status": "open, active", "affects": "shop", "sort": "-score", "limit": "3",
               "caption": "Hello", "filter": "impact = high", "columns": "id"}  # fmt: skip
    selection, problems = read_selection(VIEWS["risk-table"], options)
    assert problems == []
    assert selection.equals == (("status", ("open", "active")), ("affects", ("shop",)))
    assert (selection.kinds, selection.sort, selection.limit) == (("risk",), "-score", 3)
    store = Build().add("risk", "R-1", impact="high", status="open", affects="shop.api").store
    assert len(select(store, selection, SCORING)) == 1
    for words in ("many", "-1", "9" * 12, "²"):
        selection, problems = read_selection(VIEWS["risk-table"], {"limit": words})
        assert (selection.limit, len(problems)) == (0, 1)


def test_kinds_that_give_known_names_other_types_do_no_harm() -> None:
    names = (
        "status",
        "impact",
        "likelihood",
        "tags",
        "technology",
        "external",
        "depends_on",
        "style",
    )
    made = {name: text("Words.") for name in names}
    cls = type("Odd", (Record,), {"__annotations__": dict.fromkeys(names, "str"), **made})
    odd = dataclasses.dataclass(frozen=True, kw_only=True)(cls)
    registry = REGISTRY.extended(
        [kind_of(odd, "odd", title="Odd", family="element", role_css="system")]
    )
    at = Location("index", "index.rst", 1, "o")
    odd = registry["odd"].record
    record = odd(id="o", title="O", at=at, **dict.fromkeys(names, "high"))
    other = odd(id="o.p", title="P", at=at, **dict.fromkeys(names, "low"))
    pages = {"index": [registry["odd"].pack(each) for each in (record, other)]}
    store = Store(pages, registry)
    card = compute_card(store, record, SCORING)
    assert (card.status, card.score, card.tags, card.external) == (None, None, (), False)
    assert {"status", "tags", "external", "impact"} <= {fact.name for fact in card.facts}
    assert compute_matrix(store, Selection(), SCORING).unplaced[0].id == "o"
    assert len(compute_c4(store, C4Request(level="landscape"))[0].nodes) == 2
    request = TableRequest(
        selection=Selection(where="status = high or impact > medium", sort="tags")
    )
    assert [row.face.id for row in compute_table(store, request, SCORING).groups[0].rows] == ["o"]
