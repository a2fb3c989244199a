"""Graphs and time lines of decisions and of what depends on what."""

from __future__ import annotations

from views_help import REGISTRY, Build, lines, made, shop

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.views.adr_timeline import AdrTimelineRequest
from sphinx_archdoc.views.catalog import catalog
from sphinx_archdoc.views.dependencies import DependencyRequest
from sphinx_archdoc.views.picture_options import read_request

# -- decisions and other records ---------------------------------------------------------------


def decisions() -> Build:
    return (
        shop()
        .add("adr", "ADR-1", "Mongo", status="accepted", date="2025-11-15", affects="shop.db")
        .add("adr", "ADR-2", "Postgres", status="accepted", date="2026-01", supersedes="ADR-1")
        .add("adr", "ADR-10", "Cache", status="proposed", amends="ADR-2 (clause 2)")
        .add("adr", "ADR-11", "Alone", status="rejected", date="2026-01-15")
    )


def test_adr_graph() -> None:
    request, _ = read_request(catalog(REGISTRY)["adr-graph"], {}, "")
    graph, wrong = made(decisions(), request)
    assert wrong == ()
    assert [(node.id, node.subtitle, node.role) for node in graph.nodes] == [
        ("ADR-1", "ADR-1: Superseded", "mute"), ("ADR-2", "ADR-2: Accepted", "ok"),
        ("ADR-10", "ADR-10: Proposed", "info"), ("ADR-11", "ADR-11: Rejected", "bad"),
    ]  # fmt: skip
    assert lines(graph) == [
        ("ADR-2", "ADR-1", "Supersedes"), ("ADR-10", "ADR-2", "Amends (clause 2)"),
    ]  # fmt: skip
    options = {"status": "accepted", "filter": "nix = 1"}
    request, _ = read_request(catalog(REGISTRY)["adr-graph"], options, "")
    assert [problem.code for problem in made(decisions(), request)[1]] == [Code.FILTER]


def test_dependency_graph() -> None:
    graph, wrong = made(decisions(), DependencyRequest(scope="shop.db", hops=1))
    assert wrong == ()
    assert {node.id for node in graph.nodes} == {"shop.db", "ADR-1", "shop.api.orders"}
    assert graph.title == "Dependencies of Database"
    graph, _ = made(
        decisions(), DependencyRequest(scope="shop.db", hops=2, kinds=("adr", "element"))
    )
    assert "ADR-2" in {node.id for node in graph.nodes}
    assert "ADR-10" not in {node.id for node in graph.nodes}
    assert made(decisions(), DependencyRequest(scope="shop.db"))[0].nodes == tuple(
        made(decisions(), DependencyRequest(scope="shop.db", hops=2))[0].nodes
    )
    for further in (
        DependencyRequest(scope="shop.db", hops=0),
        DependencyRequest(scope="shop.db", view="adr-graph"),
    ):
        assert "ADR-10" in {node.id for node in made(decisions(), further)[0].nodes}
    graph, _ = made(decisions(), DependencyRequest(relations=("affects",)))
    assert lines(graph) == [("ADR-1", "shop.db", "Affects")]
    _, wrong = made(decisions(), DependencyRequest(scope="ADR-3", relations=("supersede",)))
    assert [problem.code for problem in wrong] == [Code.VALUE, Code.SCOPE]
    assert "did you mean 'supersedes'?" in wrong[0].message
    _, wrong = made(Build(), DependencyRequest(kinds=("adrs",)))
    assert "there is no kind 'adrs'" in wrong[0].message


def test_adr_timeline() -> None:
    data, wrong = made(decisions(), AdrTimelineRequest())
    assert wrong == ()
    assert [(event.id, event.when, event.status) for event in data.events] == [
        ("ADR-11", "2026-01-15", "Rejected"), ("ADR-2", "2026-01", "Accepted"),
        ("ADR-1", "2025-11-15", "Superseded"),
    ]  # fmt: skip
    assert [event.struck for event in data.events] == [False, False, True]
    assert data.events[2].note == "Superseded by ADR-2"
    assert [(item.label, item.title) for item in data.undated] == [("ADR-10", "Cache")]
    data, wrong = made(decisions(), AdrTimelineRequest(affects=("shop.db",), status=("odd",)))
    assert data.events == ()
    assert [problem.code for problem in wrong] == [Code.VALUE]
    _, wrong = made(Build(), AdrTimelineRequest())
    assert [problem.message for problem in wrong] == ["there is nothing to show: no such decisions"]
