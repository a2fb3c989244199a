"""C4 pictures of what one text declares, not of the records."""

from __future__ import annotations

from typing import Any

from views_help import lines

from sphinx_archdoc.formats.c4_lines import read_lines
from sphinx_archdoc.formats.c4_macros import read_macros
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.declared import Declarations, DeclaredElement, DeclaredRelation
from sphinx_archdoc.views.c4_local import local_graph, unknown_ends


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


def test_relations_to_what_a_text_does_not_declare_are_told() -> None:
    text = 'person guest "Guest"\nsystem cafe "Cafe"\n  app till "Till"\nguest -> till : pays'
    problems = unknown_ends(read_lines(text))
    assert [(problem.code, problem.line) for problem in problems] == [(Code.REFERENCE, 4)]
    assert "'till'" in problems[0].message
    assert "cafe.till" in problems[0].message
    assert unknown_ends(read_lines(text.replace("-> till", "-> cafe.till"))) == ()
