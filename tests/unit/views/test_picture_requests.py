"""Requests of pictures: from options to data, and what is said of wrong ones."""

from __future__ import annotations

from typing import Any

import pytest
from views_help import CONTEXT, REGISTRY, Build, lines, made, shop

from sphinx_archdoc.diagrams.drawing import is_picture, picture_type
from sphinx_archdoc.diagrams.graph import Graph, Node
from sphinx_archdoc.diagrams.sequence.data import Message, Participant, Sequence
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.views.c4 import C4Request
from sphinx_archdoc.views.c4_dynamic import collaboration
from sphinx_archdoc.views.catalog import catalog
from sphinx_archdoc.views.catalog_pictures import PICTURES
from sphinx_archdoc.views.computing import compute, problems, shows_picture
from sphinx_archdoc.views.picture_options import OPTIONS, read_request
from sphinx_archdoc.views.table import TableRequest

WITH_REQUEST = [spec for spec in PICTURES if spec.request]


# -- the catalogue -----------------------------------------------------------------------------


@pytest.mark.parametrize("spec", WITH_REQUEST, ids=[spec.name for spec in WITH_REQUEST])
def test_every_picture_has_a_request_that_is_computed(spec: Any) -> None:
    assert spec.argument.endswith(".")
    request, wrong = read_request(spec, dict.fromkeys(OPTIONS, ""), "nowhere")
    assert {problem.code for problem in wrong} <= {Code.VALUE}
    assert shows_picture(request)
    for store in (Build().store, shop().store):
        data, _ = compute(store, request, CONTEXT)
        assert is_picture(data)
        assert data.title
        assert picture_type(data).outline(data, str) is not None


def test_options_are_read_into_the_request() -> None:
    spec = catalog(REGISTRY)["c4-container"]
    options = {"include": "a, tag:b", "depth": "3", "direction": "lr", "badges": "no"}
    request, wrong = read_request(spec, {**options, "caption": " Title "}, "shop")
    assert wrong == []
    assert request == C4Request(
        level="container", scope="shop", include=("a", "tag:b"), depth=3, direction="LR",
        badges=False, title="Title",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("depth", "0", "a whole number from 1 to 9"),
        ("depth", "12", "a whole number"),
        ("depth", "²", "a whole number"),
        ("direction", "up", "allowed: auto, TB"),
        ("badges", "perhaps", "yes or no"),
    ],
)
def test_options_that_cannot_be_read(name: str, text: str, hint: str) -> None:
    request, wrong = read_request(catalog(REGISTRY)["c4-container"], {name: text}, "")
    assert [problem.code for problem in wrong] == [Code.VALUE]
    assert hint in wrong[0].message
    assert request == C4Request(level="container")


def test_tables_say_what_is_wrong_without_being_made() -> None:
    from sphinx_archdoc.views.select import Selection

    request = TableRequest(selection=Selection(kinds=("risk",)), columns=("nix",))
    assert not shows_picture(request)
    assert [p.code for p in problems(shop().store, request, CONTEXT)] == [Code.COLUMN]


def test_pictures_of_their_own_text_are_ready() -> None:
    graph = Graph(title="T")
    assert compute(Build().store, graph, CONTEXT) == (graph, ())


def test_too_many_boxes_are_a_problem() -> None:
    nodes = tuple(Node(id=str(number), title=str(number)) for number in range(31))
    (problem,) = compute(Build().store, Graph(title="", nodes=nodes), CONTEXT)[1]
    assert problem.code is Code.DENSE
    assert "31 boxes" in problem.message


# -- C4 ----------------------------------------------------------------------------------------


def test_names_of_elements() -> None:
    build = shop().add("system", "crm", "CRM", tags="Core").add("system", "erp", "ERP", tags="core")
    graph, wrong = made(build, C4Request(level="context", scope="shop", include=("tag:core",)))
    assert wrong == ()
    assert {"crm", "erp"} <= {node.id for node in graph.nodes}
    graph, _ = made(build, C4Request(level="container", scope="shop", exclude=("shop.*",)))
    assert [node.id for node in graph.nodes] == []
    graph, _ = made(build, C4Request(level="component", scope="shop.api", exclude=("*.api.p*",)))
    assert "shop.api.pay" not in {node.id for node in graph.nodes}
    for word, hint in (("tag:cor", "did you mean 'core'?"), ("x.**", "'x.**' fits no element")):
        _, wrong = made(build, C4Request(level="context", scope="shop", include=(word,)))
        assert [problem.code for problem in wrong] == [Code.SCOPE]
        assert hint.casefold() in wrong[0].message.casefold()


def test_tags() -> None:
    build = shop().add("app", "shop.admin", "Admin", tags="internal")
    graph, _ = made(build, C4Request(level="container", scope="shop", tags=("Internal",)))
    assert [node.id for node in graph.nodes] == ["shop.admin"]
    _, wrong = made(build, C4Request(level="landscape", tags=("internl",)))
    assert "did you mean 'internal'?" in wrong[0].message


def test_depth_opens_elements() -> None:
    build = shop().rel("shop.web", "shop.api", "Asks")
    graph, wrong = made(build, C4Request(level="container", scope="shop", depth=2))
    assert wrong == ()
    assert [(group.id, group.parent) for group in graph.groups] == [
        ("shop", ""), ("shop.api", "shop"),
    ]  # fmt: skip
    assert ("shop.api.orders", "shop.api.pay", "Pays") in lines(graph)
    # A line of the opened element itself ends at a box of its own inside it.
    own = next(node for node in graph.nodes if node.id == "shop.api@shop.api")
    assert (own.title, own.group) == ("API", "shop.api")
    assert ("shop.web", "shop.api@shop.api", "Asks") in lines(graph)
    graph, _ = made(build, C4Request(level="landscape", depth=9))
    assert {group.id for group in graph.groups} == {"shop", "shop.api", "stripe"}
    graph, _ = made(build, C4Request(level="context", scope="shop", depth=2))
    assert "shop" in {group.id for group in graph.groups}


def test_lifted_lines_are_merged_and_counted() -> None:
    build = shop()
    for target, label in (("a", "Reads"), ("b", "Reads"), ("a", "Writes"), ("b", "Locks")):
        build.rel("shop.api.orders", f"stripe.{target}", label)
    build.add("app", "stripe.a").add("app", "stripe.b")
    graph, _ = made(build, C4Request(level="context", scope="shop"))
    (edge,) = [edge for edge in graph.edges if edge.target == "stripe"]
    assert (edge.label, edge.count) == ("Charges cards; Reads; Writes; Locks", 5)
    build = shop().rel("shop.api.orders", "stripe.charge", "Charges cards")
    graph, _ = made(build, C4Request(level="context", scope="shop"))
    (edge,) = [edge for edge in graph.edges if edge.target == "stripe"]
    assert (edge.label, edge.count) == ("Charges cards", 2)


def test_badges_count_what_still_holds() -> None:
    build = (
        shop()
        .add("adr", "ADR-1", status="accepted", affects="shop.api, shop.api.pay")
        .add("adr", "ADR-2", status="rejected", affects="shop.api")
        .add("adr", "ADR-3", status="proposed", affects="shop.api.orders")
        .add("risk", "R-1", affects="shop.api")
        .add("risk", "R-2", status="closed", affects="shop.api")
    )
    request = C4Request(level="container", scope="shop")
    found = {node.id: node.badges for node in made(build, request)[0].nodes}
    assert found["shop.api"] == ("2 decisions", "1 risk")
    assert found["shop.db"] == ()
    request = C4Request(level="container", scope="shop", badges=False)
    assert not any(node.badges for node in made(build, request)[0].nodes)


def test_a_step_that_does_not_arrive_stays_one() -> None:
    steps = (Message(source="a", target="b", text="asks", lost=True),)
    lanes = (Participant(id="a"), Participant(id="b"))
    graph = collaboration(Sequence(title="", participants=lanes, items=steps), "T")
    assert [edge.tip for edge in graph.edges] == ["lost"]
