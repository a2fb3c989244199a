from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from counting import grows_linearly
from views_help import Build, shop

from sphinx_archdoc.formats.c4_lines import read_lines
from sphinx_archdoc.formats.c4_macros import read_macros
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.declared import Declarations, DeclaredElement, DeclaredRelation
from sphinx_archdoc.views.c4 import C4Request, compute, compute_c4
from sphinx_archdoc.views.c4_local import local_graph, unknown_ends
from sphinx_archdoc.views.computing import Context

if TYPE_CHECKING:
    from sphinx_archdoc.model.store import Store


def picture(store: Store, level: Any, scope: str = "", **facts: Any) -> Any:
    graph, problems = compute_c4(store, C4Request(level=level, scope=scope, **facts))
    boxes = {node.id for node in graph.nodes}
    groups = {group.id for group in graph.groups}
    assert len(boxes) == len(graph.nodes)
    assert not boxes & groups
    assert all({edge.source, edge.target} <= boxes for edge in graph.edges)
    assert all(node.group in {"", *groups} for node in graph.nodes)
    return graph, problems


def shown(graph: Any) -> set[str]:
    return {part.id for part in (*graph.groups, *graph.nodes)}


def lines(graph: Any) -> Any:
    return [(edge.source, edge.target, edge.label) for edge in graph.edges]


STORE = shop().store


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


def test_include_and_exclude() -> None:
    build = (
        shop().add("system", "crm", "CRM").add("app", "crm.web").rel("crm.web", "stripe", "Pays")
    )
    graph, problems = picture(build.store, "container", "shop", include=("crm", "shop"))
    assert problems == ()
    assert "crm" in shown(graph)
    assert ("crm", "stripe", "Pays") in lines(graph)
    graph, _ = picture(build.store, "container", "shop", exclude=("stripe", "shop.db"))
    assert [node.id for node in graph.nodes] == ["customer", "shop.api", "shop.web"]
    graph, _ = picture(build.store, "container", "shop", include=("shop.api.orders",))
    assert ("shop.api.orders", "shop.db", "Reads and writes") in lines(graph)
    # What holds it is opened; the rest of that is a box beside it.
    assert ("shop.api.orders", "shop.api@shop.api", "Pays") in lines(graph)
    assert ("shop.web", "shop.api@shop.api", "Calls") in lines(graph)
    groups = {node.id: node.group for node in graph.nodes}
    assert groups["shop.api.orders"] == groups["shop.api@shop.api"] == "shop.api"
    assert "shop.api" not in groups
    assert {group.id: group.parent for group in graph.groups}["shop.api"] == "shop"
    _, problems = picture(build.store, "context", "shop", include=("strpe",), exclude=("nix",))
    assert [problem.code for problem in problems] == [Code.SCOPE, Code.SCOPE]
    assert "did you mean 'stripe'?" in problems[0].message


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


def test_translation() -> None:
    graph, _ = compute_c4(STORE, C4Request(level="context"), translate=str.upper)
    assert graph.nodes[0].subtitle == "[PERSON]"


def declared(*elements: dict[str, Any], relations: Any = (), **facts: Any) -> Any:
    return Declarations(
        elements=tuple(DeclaredElement(**element) for element in elements),
        relations=tuple(DeclaredRelation(**relation) for relation in relations),
        **facts,
    )


SKETCH = declared(
    {"kind": "person", "id": "user", "title": "User"},
    {"kind": "group", "id": "corp", "title": "Corp", "boundary": True},
    {"kind": "system", "id": "shop", "title": "Shop", "parent": "corp"},
    {"kind": "app", "id": "api", "technology": "Go", "parent": "shop"},
    {"kind": "system", "id": "mail", "external": True},
    relations=(
        {"source": "user", "target": "api", "label": "Buys", "technology": "HTTPS"},
        {"source": "api", "target": "mail", "label": "Sends", "style": "async"},
        {"source": "user", "target": "corp", "label": "x"},
        {"source": "user", "target": "nowhere", "label": "x"},
    ),
    direction="LR",
)


def test_local_graph_as_containers() -> None:
    graph = local_graph(SKETCH, "container")
    assert (graph.title, graph.direction) == ("Containers", "LR")
    assert [(node.id, node.group, node.subtitle) for node in graph.nodes] == [
        ("user", "", "[person]"), ("api", "shop", "[container: Go]"),
        ("mail", "", "[external system]"),
    ]  # fmt: skip
    assert [(group.id, group.parent, group.role) for group in graph.groups] == [
        ("corp", "", "group"), ("shop", "corp", "system"),
    ]  # fmt: skip
    assert [(e.source, e.target, e.technology, e.dashed) for e in graph.edges] == [
        ("user", "api", "HTTPS", False), ("api", "mail", "", True),
    ]  # fmt: skip


def test_local_graph_as_context_hides_the_inside_of_systems() -> None:
    graph = local_graph(SKETCH, "context", "Mine")
    assert graph.title == "Mine"
    assert [(node.id, node.group) for node in graph.nodes] == [
        ("user", ""), ("shop", "corp"), ("mail", ""),
    ]  # fmt: skip
    assert lines(graph) == [("user", "shop", "Buys"), ("shop", "mail", "Sends")]


def test_local_graph_survives_circles_and_strangers() -> None:
    graph = local_graph(
        declared(
            {"kind": "app", "id": "a", "parent": "b"}, {"kind": "app", "id": "b", "parent": "a"},
            {"kind": "odd", "id": "c", "parent": "nowhere"}, {"kind": "app", "id": "c"},
            {"kind": "system", "id": "d", "parent": "d"},
        ),
        "container",
    )  # fmt: skip
    assert [node.id for node in graph.nodes] == ["c"]
    assert {group.id: group.parent for group in graph.groups} == {"a": "", "b": "", "d": ""}
    assert local_graph(Declarations(), "container").nodes == ()


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


def test_an_empty_picture_says_why() -> None:
    _, problems = picture(STORE, "container", "shop", exclude=("shop.**", "customer", "stripe"))
    assert [problem.message for problem in problems] == [
        "there is nothing to show: its options leave nothing of what is inside 'shop'"
    ]


def pairs() -> Build:
    build = Build().add("person", "user").add("system", "aa", "Alpha")
    build.add("app", "aa.p1").add("app", "aa.p3", "P3", technology="Go")
    build.add("system", "bb", "Beta").add("app", "bb.q1").add("app", "bb.q2").add("app", "bb.q3")
    build.rel("user", "aa.p3", "Uses").rel("aa.p1", "bb.q1", "Asks").rel("bb.q2", "bb.q1", "Tells")
    return build


def test_a_part_that_is_included_opens_the_scope_of_a_context() -> None:
    graph, _ = picture(pairs().store, "context", "aa", include=("aa.p3",))
    groups = {node.id: node.group for node in graph.nodes}
    assert groups == {"user": "", "aa.p3": "aa", "bb": "", "aa@aa": "aa"}
    assert lines(graph) == [("user", "aa.p3", "Uses"), ("aa@aa", "bb", "Asks")]
    boxes = {node.id: node for node in graph.nodes}
    assert boxes["aa.p3"].subtitle == "[container: Go]"
    assert (boxes["aa@aa"].title, boxes["aa@aa"].subtitle) == ("Alpha", "[as a whole]")
    graph, _ = picture(pairs().store, "context", "aa", include=("aa.*",))
    assert {node.id for node in graph.nodes} == {"user", "aa.p1", "aa.p3", "bb"}


def test_parts_of_another_system_stand_in_its_boundary() -> None:
    graph, _ = picture(pairs().store, "container", "aa", include=("bb.*",))
    assert {group.id: group.parent for group in graph.groups} == {"aa": "", "bb": ""}
    groups = {node.id: node.group for node in graph.nodes}
    assert groups["bb.q1"] == groups["bb.q2"] == "bb"
    assert "bb@bb" not in groups
    # What stands outside anyway keeps a box for the parts that are not shown; else there is none.
    graph, _ = picture(pairs().store, "container", "aa", include=("bb.q3",))
    assert ("aa.p1", "bb@bb", "Asks") in lines(graph)
    graph, _ = picture(pairs().store, "container", "aa", include=("bb.q1",))
    assert [node.id for node in graph.nodes if node.group == "bb"] == ["bb.q1"]


@pytest.mark.parametrize(
    ("label", "technology", "kept"),
    [("Asks", "", False), ("", "", False), ("Warns", "", True), ("Asks", "FTP", True)],
)
def test_a_boundary_has_a_box_only_for_what_its_parts_do_not_say(
    label: str, technology: str, kept: bool
) -> None:
    build = pairs()
    if label:
        build.rel("aa.p1", "bb", label, technology=technology)
    else:
        build.add("app", "aa.p4", depends_on="bb").rel("aa.p4", "bb.q2", "Looks")
    graph, _ = picture(build.store, "landscape", depth=2)
    assert ("bb@bb" in {node.id for node in graph.nodes}) is kept
    assert ("aa.p1", "bb.q1", "Asks") in lines(graph)


def test_no_message_ends_in_the_middle() -> None:
    store = Build().add("system", "shop").store
    _, problems = picture(store, "component", "shop")
    assert problems[0].message.endswith("; no application (C4 container) is declared")
    store = Build().add("system", "shop").add("app", "shop.api").store
    _, problems = picture(store, "component", "user")
    assert problems[0].message.endswith("; allowed: shop.api")
    _, problems = picture(store, "component")
    assert problems[0].message.endswith("no application (C4 container) has anything inside")


def test_macros_keep_the_facts_of_nodes_and_the_shapes_of_stores() -> None:
    declared = read_macros(
        'Deployment_Node(n, "Server", "Ubuntu 24.04", "In the cellar") {\n Container(c, "C")\n}\n'
        'SystemDb(d, "D")\nSystemQueue_Ext(q, "Q")\nComponentDb(e, "E")'
    )
    graph = local_graph(declared, "container")
    (group,) = graph.groups
    assert group.subtitle == "[deployment node: Ubuntu 24.04]"
    assert group.description == "In the cellar"
    shapes = {node.id: node.shape for node in graph.nodes}
    assert shapes == {"c": "box", "d": "cylinder", "q": "queue", "e": "cylinder"}


@pytest.mark.parametrize(
    ("level", "condition", "boxes"),
    [
        ("landscape", "external", {"stripe"}),
        ("landscape", "not external and kind in (person, system)", {"shop", "customer"}),
        ("context", "external", {"shop", "stripe"}),
        ("container", "kind = datastore", {"shop", "shop.db"}),
        ("landscape", "external and", {"shop", "customer", "stripe"}),
    ],
)
def test_a_filter_chooses_what_is_shown(level: Any, condition: str, boxes: set[str]) -> None:
    request = C4Request(level=level, filter=condition)
    graph, problems = compute(STORE, request, Context())
    assert shown(graph) == boxes
    assert not request.is_plain
    wrong = [Code.FILTER] if condition.endswith("and") else []
    assert [problem.code for problem in problems] == wrong


def test_relations_to_what_a_text_does_not_declare_are_told() -> None:
    text = 'person guest "Guest"\nsystem cafe "Cafe"\n  app till "Till"\nguest -> till : pays'
    problems = unknown_ends(read_lines(text))
    assert [(problem.code, problem.line) for problem in problems] == [(Code.REFERENCE, 4)]
    assert "'till'" in problems[0].message
    assert "cafe.till" in problems[0].message
    assert unknown_ends(read_lines(text.replace("-> till", "-> cafe.till"))) == ()
