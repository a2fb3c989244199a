"""C4 pictures of each level: what they show, and what is said of wrong scopes."""

from __future__ import annotations

from typing import Any

import pytest
from c4_help import STORE, picture
from views_help import Build, lines, shop

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.views.c4 import C4Request, compute_c4


def test_context() -> None:
    graph, problems = picture(STORE, "context", "shop")
    assert problems == ()
    assert graph.title == "System context of Web shop"
    assert graph.description == "Sells things"
    assert [(node.id, node.subtitle, node.role, node.shape) for node in graph.nodes] == [
        ("customer", "[person]", "person", "person"),
        ("shop", "[software system]", "system", "box"),
        ("stripe", "[external system]", "external", "box"),
    ]
    assert lines(graph) == [
        ("customer", "shop", "Browses and buys"),
        ("shop", "stripe", "Charges cards"),
        ("stripe", "customer", "Sends receipts"),
    ]
    assert [edge.technology for edge in graph.edges] == ["", "", ""]
    assert [edge.dashed for edge in graph.edges] == [False, True, False]


def test_container() -> None:
    graph, problems = picture(STORE, "container")
    assert problems == ()
    assert graph.title == "Containers of Web shop"
    assert [(node.id, node.group) for node in graph.nodes] == [
        ("customer", ""), ("shop.api", "shop"), ("shop.db", "shop"), ("shop.web", "shop"),
        ("stripe", ""),
    ]  # fmt: skip
    assert graph.nodes[1].subtitle == "[container: FastAPI]"
    assert graph.nodes[2].shape == "cylinder"
    assert [(group.id, group.subtitle, group.role) for group in graph.groups] == [
        ("shop", "[software system]", "system"),
    ]  # fmt: skip
    assert ("shop.api", "shop.db", "Reads and writes") in lines(graph)
    assert ("shop.api", "shop.api", "Pays") not in lines(graph)
    assert ("shop.api", "stripe", "Charges cards") in lines(graph)
    assert [group.id for group in graph.groups] == ["shop"]


def test_component() -> None:
    graph, problems = picture(STORE, "component")
    assert problems == ()
    assert graph.title == "Components of API"
    assert [(node.id, node.group) for node in graph.nodes] == [
        ("shop.api.orders", "shop.api"), ("shop.api.pay", "shop.api"), ("shop.db", "shop"),
        ("stripe", ""),
    ]  # fmt: skip
    assert [(group.id, group.parent) for group in graph.groups] == [
        ("shop", ""), ("shop.api", "shop"),
    ]  # fmt: skip
    assert ("shop.api.orders", "shop.api.pay", "Pays") in lines(graph)


def test_landscape() -> None:
    graph, _ = picture(STORE, "landscape", title="All")
    assert graph.title == "All"
    assert [node.id for node in graph.nodes] == ["customer", "shop", "stripe"]
    assert len(graph.edges) == 3
    assert picture(Build().store, "landscape")[0].nodes == ()


@pytest.mark.parametrize(
    ("level", "scope", "message"),
    [
        ("context", "shp", "did you mean 'shop'?"),
        ("container", "shop.api", "'shop.api' is declared as app; did you mean 'shop'?"),
        ("component", "shop", "did you mean 'shop.api'?"),
        ("component", "stripe", "allowed: shop.api"),
        ("context", "customer", "allowed: shop"),
        ("component", "stripe.charge", "nothing is declared inside 'stripe.charge'"),
    ],
)
def test_wrong_scopes_say_what_would_be_right(level: Any, scope: str, message: str) -> None:
    graph, problems = picture(STORE, level, scope)
    assert (graph.nodes, graph.edges) == ((), ())
    assert [problem.code for problem in problems] == [Code.SCOPE]
    assert message in problems[0].message


def test_no_scope_must_be_clear() -> None:
    _, problems = picture(shop().add("system", "crm").store, "context")
    assert "allowed: crm, shop" in problems[0].message
    graph, problems = picture(Build().store, "container")
    assert "no software system is declared" in problems[0].message
    assert graph.nodes == ()


def test_translation() -> None:
    graph, _ = compute_c4(STORE, C4Request(level="context"), translate=str.upper)
    assert graph.nodes[0].subtitle == "[PERSON]"


def test_no_message_ends_in_the_middle() -> None:
    store = Build().add("system", "shop").store
    _, problems = picture(store, "component", "shop")
    assert problems[0].message.endswith("; no application (C4 container) is declared")
    store = Build().add("system", "shop").add("app", "shop.api").store
    _, problems = picture(store, "component", "user")
    assert problems[0].message.endswith("; allowed: shop.api")
    _, problems = picture(store, "component")
    assert problems[0].message.endswith("no application (C4 container) has anything inside")
