from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest
from storing import rec, store_of, to

from sphinx_archdoc.formats.entity_body import read_body
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.views.computing import Context
from sphinx_archdoc.views.entity_body import requests
from sphinx_archdoc.views.er import ErRequest, compute
from sphinx_archdoc.views.er_model import data_model

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Packed


def entity(name: str, text: str, **values: Any) -> tuple[str, Packed]:
    return rec("entity", name, name, body=read_body(text).data, **values)


STORE = store_of(
    rec("system", "shop", "Web shop"),
    rec("app", "shop.api", "API"),
    rec("datastore", "shop.db", "Database"),
    rec("datastore", "crm", "CRM"),
    rec("relation", "REL-1", source=to("shop.api"), target=to("shop.db")),
    entity(
        "User",
        '- id: uuid (PK)\n- has many: Orders as "places"',
        store=to("shop.db"),
        tags=("core",),
    ),
    entity(
        "Order",
        "- id: uuid (PK)\n- user_id: uuid (FK, nullable)\n- index: (user_id)",
        store=to("shop.db"),
    ),
    entity(
        "Lead",
        "- id: uuid (PK)\n- user: uuid (FK User)\n- **Notes**\n  - Sold",
        store=to("crm"),
        tags=("Sales",),
    ),
    rec("entity", "Bare", "Bare one"),
)
CONTEXT = Context()


def shown(**options: Any) -> list[str]:
    graph, problems = compute(STORE, ErRequest(**options), CONTEXT)
    assert problems == ()
    return [e.id for e in graph.entities]


def test_all_entities_with_their_relations() -> None:
    graph, problems = compute(STORE, ErRequest(), CONTEXT)
    assert problems == ()
    assert graph.title == "Data model"
    assert [(e.id, e.title) for e in graph.entities] == [
        ("Bare", "Bare one"),
        ("Lead", "Lead"),
        ("Order", "Order"),
        ("User", "User"),
    ]
    assert [(r.source, r.source_end, r.target, r.target_end, r.label) for r in graph.relations] == [
        ("User", "zero-or-one", "Order", "zero-or-more", "places"),
        ("User", "one", "Lead", "zero-or-more", ""),
    ]
    assert data_model(STORE) is data_model(STORE)


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({"scope": "User, orders"}, ["Order", "User"]),
        ({"scope": "shop.db"}, ["Order", "User"]),
        ({"scope": "shop"}, ["Order", "User"]),
        ({"scope": "shop.api"}, ["Order", "User"]),
        ({"store": ("crm",)}, ["Lead"]),
        ({"store": ("crm", "shop.db"), "exclude": ("User",)}, ["Lead", "Order"]),
        ({"tags": ("sales",)}, ["Lead"]),
        ({"tags": ("sales",), "include": ("Bare",)}, ["Bare", "Lead"]),
        ({"include": ("tag:core", "Bare one")}, ["Bare", "User"]),
        ({"exclude": ("tag:CORE", "shop.db")}, ["Bare", "Lead"]),
    ],
)
def test_what_is_shown(options: dict[str, Any], ids: list[str]) -> None:
    assert shown(**options) == ids


def test_relations_to_what_is_left_out_are_left_out() -> None:
    graph, _ = compute(STORE, ErRequest(scope="Order, Lead"), CONTEXT)
    assert graph.relations == ()


def test_titles() -> None:
    assert compute(STORE, ErRequest(scope="shop.db"), CONTEXT)[0].title == "Data model of Database"
    assert compute(STORE, ErRequest(scope="User, Order"), CONTEXT)[0].title == "Data model"
    assert compute(STORE, ErRequest(title="Mine"), CONTEXT)[0].title == "Mine"


def test_names_that_nothing_has_are_reported() -> None:
    _, problems = compute(STORE, ErRequest(scope="Usr", exclude=("x",)), CONTEXT)
    assert [(p.code, p.message.partition(";")[0]) for p in problems] == [
        (Code.SCOPE, "there is no entity or data store 'Usr'"),
        (Code.SCOPE, "exclude: there is no entity or data store 'x'"),
    ]
    assert "did you mean 'User'?" in problems[0].message
    _, problems = compute(store_of(), ErRequest(), CONTEXT)
    assert [p.message for p in problems] == ["there is no entity to show"]
    _, problems = compute(store_of(), ErRequest(scope="Nope"), CONTEXT)
    assert [p.message for p in problems] == [
        "there is no entity or data store 'Nope'; no entity is declared"
    ]


def test_what_a_card_shows() -> None:
    record, other = STORE.get("Order"), STORE.get("Lead")
    assert record is not None
    assert other is not None
    (request,) = requests(record.body, id_="Order", title="Order", prose="")
    assert pickle.loads(pickle.dumps(request)) == request  # noqa: S301 - made just now
    assert not request.is_picture
    data = request.compute(STORE, lambda text: text)
    assert [(c.column.name, c.leads_to.id if c.leads_to else "") for c in data.columns] == [
        ("id", ""),
        ("user_id", "User"),
    ]
    assert [i.columns for i in data.indexes] == [("user_id",)]
    (sentence,) = data.relations
    assert [p if isinstance(p, str) else p.id for p in sentence] == [
        "Order",
        " belongs to zero or one ",
        "User",
        " (places)",
    ]
    assert not isinstance(sentence[2], str)
    (lead,) = requests(other.body, id_="Lead", title="Lead", prose="")
    assert lead.compute(STORE, lambda text: text).notes == ("Sold",)
