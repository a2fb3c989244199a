"""Lines of C4 pictures: lifted, merged, and none lost."""

from __future__ import annotations

from typing import Any

import pytest
from c4_help import picture, shown
from counting import grows_linearly
from views_help import Build, lines, shop

from sphinx_archdoc.views.c4 import C4Request, compute_c4


def test_a_direct_line_lists_its_own_label_before_those_of_the_lifted_ones() -> None:
    build = (
        shop().rel("customer", "shop", "Shops", technology="HTTPS").rel("customer", "shop.api", "Z")
    )
    build.add("system", "old", depends_on="shop, shop.db, stripe")
    graph, _ = picture(build.store, "context", "shop")
    assert [line for line in lines(graph) if line[0] == "customer"] == [
        ("customer", "shop", "Shops; Browses and buys; Z")
    ]
    joined = next(edge for edge in graph.edges if edge.source == "customer")
    assert (joined.technology, joined.count) == ("HTTPS", 3)
    assert [line for line in lines(graph) if line[0] == "old"] == [
        ("old", "shop", ""), ("old", "stripe", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("level", "depth"), [("container", 1), ("context", 2), ("landscape", 2)])
def test_no_relation_is_lost_beside_a_direct_one(level: str, depth: int) -> None:
    build = Build().add("system", "aa").add("app", "aa.p3").add("system", "bb").add("app", "bb.q2")
    build.rel("aa.p3", "bb", "Pings").rel("aa.p3", "bb.q2", "Sends")
    graph, _ = picture(build.store, level, "" if level == "landscape" else "aa", depth=depth)
    said = "; ".join(edge.label for edge in graph.edges)
    assert sorted(said.split("; ")) == ["Pings", "Sends"]
    assert sum(edge.count for edge in graph.edges) == 2


def test_equal_lines_are_merged() -> None:
    build = (
        shop()
        .rel("shop.web", "shop.api", "Calls", technology="gRPC", style="both")
        .rel("shop.web", "shop.api", "Calls", technology="JSON", style="reply")
        .rel("shop.web", "gone", "Nothing")
    )
    graph, _ = picture(build.store, "container", "shop")
    found = [edge for edge in graph.edges if edge.label == "Calls"]
    assert len(found) == 1
    assert (found[0].technology, found[0].both_ways, found[0].dashed) == ("JSON, gRPC", True, False)


def test_odd_nesting_does_no_harm() -> None:
    build = (
        shop()
        .add("system", "shop.sub", "Sub").add("app", "shop.sub.app")
        .add("component", "shop.lone").add("component", "shop.api.orders.deep")
        .add("person", "shop.clerk").add("deployment-node", "shop.node")
        .add("app", "rootapp").add("component", "rootapp.x")
        .rel("shop.api.orders.deep", "shop.sub.app", "a").rel("rootapp.x", "shop.lone", "b")
        .rel("shop.clerk", "shop", "c").rel("shop", "shop.api", "d").rel("shop.node", "stripe", "e")
        .rel("shop.api", "shop.api", "self")
    )  # fmt: skip
    store = build.store
    for level in ("landscape", "context", "container", "component"):
        for scope in ("", *store.ids):
            picture(store, level, scope)
            picture(store, level, scope, include=store.ids, exclude=("shop.api", "customer"))
    graph, _ = picture(store, "container", "shop")
    assert ("shop.api", "shop.sub", "a") in lines(graph)
    assert ("rootapp", "shop.lone", "b") in lines(graph)
    assert ("shop.api", "shop.api", "self") in lines(graph)
    graph, _ = picture(store, "component", "rootapp")
    assert [group.id for group in graph.groups] == ["rootapp"]
    assert "shop" in shown(graph)


@pytest.mark.parametrize("level", ["container", "context", "landscape"])
def test_the_effort_grows_with_the_model(level: Any) -> None:
    def make(systems: int) -> Any:
        build = Build()
        for system in range(systems):
            build.add("system", f"s{system}")
            for app in range(5):
                build.add("app", f"s{system}.a{app}")
                build.rel(f"s{system}.a{app}", f"s{(system + app) % systems}.a0", "Calls")
        store = build.store

        def run() -> None:
            graph, _ = compute_c4(
                store, C4Request(level=level, scope="" if level == "landscape" else "s1")
            )
            assert len(graph.nodes) >= 5

        return run

    grows_linearly(make, 20)
