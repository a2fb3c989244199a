from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views_help import REGISTRY, Build, shop

from sphinx_archdoc.diagrams.drawing import is_picture, picture_type
from sphinx_archdoc.diagrams.graph import Graph, Node
from sphinx_archdoc.diagrams.sequence.data import Message, Participant, Sequence
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.spans import read_span
from sphinx_archdoc.views.adr_timeline import AdrTimelineRequest
from sphinx_archdoc.views.c4 import C4Request
from sphinx_archdoc.views.c4_deployment import DeploymentRequest
from sphinx_archdoc.views.c4_dynamic import collaboration
from sphinx_archdoc.views.catalog import catalog
from sphinx_archdoc.views.catalog_pictures import PICTURES
from sphinx_archdoc.views.computing import Context, compute, problems, shows_picture
from sphinx_archdoc.views.dependencies import DependencyRequest
from sphinx_archdoc.views.picture_options import OPTIONS, read_request
from sphinx_archdoc.views.roadmap import RoadmapRequest
from sphinx_archdoc.views.table import TableRequest

CONTEXT = Context()
WITH_REQUEST = [spec for spec in PICTURES if spec.request]


def made(build: Build, request: Any) -> tuple[Any, tuple[Any, ...]]:
    return compute(build.store, request, CONTEXT)


def lines(graph: Any) -> list[tuple[str, str, str]]:
    return [(edge.source, edge.target, edge.label) for edge in graph.edges]


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


# -- deployment --------------------------------------------------------------------------------


def deployed() -> Build:
    return (
        shop()
        .add("deployment-node", "prod.eu", "EU", technology="AWS")
        .add("deployment-node", "prod.eu.k8s", "Cluster", instances="shop.api x3, shop.web (2)")
        .add("deployment-node", "prod.eu.rds", "RDS", instances="shop.db")
        .add("infrastructure-node", "prod.eu.lb", "Load balancer")
        .add("deployment-node", "prod.us", "US", instances="shop.api")
        .rel("prod.eu.lb", "shop.web", "Forwards")
    )


def test_deployment() -> None:
    graph, wrong = made(deployed(), DeploymentRequest())
    assert wrong == ()
    assert graph.title == "Deployment of prod"
    assert [(group.id, group.parent) for group in graph.groups] == [
        ("prod.eu", ""), ("prod.eu.k8s", "prod.eu"), ("prod.eu.rds", "prod.eu"), ("prod.us", ""),
    ]  # fmt: skip
    assert graph.groups[0].subtitle == "[deployment node: AWS]"
    counts = {node.id: (node.title, node.count, node.group) for node in graph.nodes}
    assert counts["shop.api@prod.eu.k8s"] == ("API", 3, "prod.eu.k8s")
    assert counts["shop.web@prod.eu.k8s"] == ("Web app", 2, "prod.eu.k8s")
    assert counts["prod.eu.lb"] == ("Load balancer", 1, "prod.eu")
    assert set(lines(graph)) == {
        ("prod.eu.lb", "shop.web@prod.eu.k8s", "Forwards"),
        ("shop.web@prod.eu.k8s", "shop.api@prod.eu.k8s", "Calls"),
        ("shop.api@prod.eu.k8s", "shop.db@prod.eu.rds", "Reads and writes"),
        ("shop.api@prod.us", "shop.db@prod.eu.rds", "Reads and writes"),
    }


def test_a_part_of_a_deployment() -> None:
    graph, _ = made(deployed(), DeploymentRequest(scope="prod.us", include=("stripe",)))
    assert [node.id for node in graph.nodes] == ["shop.api@prod.us", "stripe"]
    assert lines(graph) == [("shop.api@prod.us", "stripe", "Charges cards")]
    graph, _ = made(deployed(), DeploymentRequest(exclude=("prod.eu", "shop.web")))
    assert [node.id for node in graph.nodes] == ["shop.api@prod.us"]


@pytest.mark.parametrize(
    ("scope", "message"),
    [
        ("prd", "did you mean 'prod'?"),
        ("shop.api", "'shop.api' is declared as app, not as a deployment node"),
        ("", "say which environment to show; allowed: prod, test"),
    ],
)
def test_unclear_deployments(scope: str, message: str) -> None:
    build = deployed().add("deployment-node", "test.box")
    graph, wrong = made(build, DeploymentRequest(scope=scope))
    assert graph.nodes == ()
    assert [problem.code for problem in wrong] == [Code.SCOPE]
    assert message in wrong[0].message
    _, wrong = made(shop(), DeploymentRequest())
    assert "no deployment node is declared" in wrong[0].message


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


def plan() -> Build:
    return (
        Build()
        .add("milestone", "M-1", "One", start="2026-01", end="2026-Q1", status="done", owner="A")
        .add("milestone", "M-2", "Two", start="2026-Q2", depends_on="M-1", owner="B")
        .add("milestone", "M-3", "Three", end="2026-H2", status="wip", owner="A")
        .add("milestone", "M-4", "Four")
    )


def test_a_roadmap_of_nothing_says_so() -> None:
    _, wrong = made(Build(), RoadmapRequest())
    assert [problem.message for problem in wrong] == [
        "there is nothing to show: no such milestones"
    ]


def test_roadmap() -> None:
    data, wrong = made(plan(), RoadmapRequest(today="2026-05-12"))
    assert wrong == ()
    spans = {"M-1": "2026-Q1", "M-2": "2026-Q2"}
    for bar in data.bars[:2]:
        assert (bar.start, bar.end) == read_span(spans[bar.id])
    assert [(bar.id, bar.status, bar.tone) for bar in data.bars] == [
        ("M-1", "Done", "ok"), ("M-2", "", "neutral"), ("M-3", "wip", "info"),
    ]  # fmt: skip
    assert data.bars[1].after == ("M-1",)
    assert data.bars[2].start == data.bars[2].end
    assert [item.id for item in data.undated] == ["M-4"]
    assert (data.today, data.today) == read_span("2026-05-12")
    data, _ = made(plan(), RoadmapRequest(group="owner"))
    assert [(bar.lane, bar.id) for bar in data.bars] == [("A", "M-1"), ("A", "M-3"), ("B", "M-2")]


def test_wrong_dates_of_a_roadmap() -> None:
    build = (
        Build()
        .add("milestone", "M-1", start="soon")
        .add("milestone", "M-2", start="2026-05", end="2026-04")
    )
    data, wrong = made(build, RoadmapRequest(today="now"))
    assert [problem.code for problem in wrong] == [Code.DATE, Code.VALUE]
    assert "M-1: start 'soon' is no time" in wrong[0].message
    assert [item.id for item in data.undated] == ["M-1"]
    assert (len(data.bars), data.today) == (1, 0)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-04-15", 1), ("2026-04", 30), ("2026-Q2", 91), ("q1 2027", 90), ("H2 2026", 184),
        ("2026", 365), ("2024", 366), ("15 April 2026", 1), ("April 2026", 30), ("9999-Q4", 92),
    ],
)  # fmt: skip
def test_spans(text: str, days: int) -> None:
    found = read_span(text)
    assert found is not None
    assert found[1] - found[0] + 1 == days


@pytest.mark.parametrize("text", ["", "soon", "2026-Q5", "2026-H3", "0000", "Q2", "2026-13"])
def test_no_spans(text: str) -> None:
    assert read_span(text) is None


@given(st.text() | st.from_regex(r"[0-9QH /-]{1,12}"))
def test_any_text_is_a_span_or_none(text: str) -> None:
    found = read_span(text)
    assert found is None or 0 < found[0] <= found[1]


def test_a_step_that_does_not_arrive_stays_one() -> None:
    steps = (Message(source="a", target="b", text="asks", lost=True),)
    lanes = (Participant(id="a"), Participant(id="b"))
    graph = collaboration(Sequence(title="", participants=lanes, items=steps), "T")
    assert [edge.tip for edge in graph.edges] == ["lost"]
