"""What the writers of graphs write, our own readers read back."""

from __future__ import annotations

from graph_recipes import graphs
from hypothesis import given

from sphinx_archdoc.diagrams.c4_plantuml import c4_plantuml, is_c4
from sphinx_archdoc.diagrams.graph import Graph, Group, Node
from sphinx_archdoc.diagrams.graph_mermaid import mermaid
from sphinx_archdoc.diagrams.graph_plantuml import boxes_plantuml
from sphinx_archdoc.diagrams.quoting import drawn, mermaid_id, plantuml_id
from sphinx_archdoc.formats.c4_macros import read_macros
from sphinx_archdoc.formats.mermaid_flowchart import read_mermaid_flowchart
from sphinx_archdoc.formats.plantuml_boxes import read_plantuml_boxes


def title(each: Node | Group) -> str:
    return drawn(each.title) or each.id


def texts(each: Node | Group) -> str:
    if isinstance(each, Group):
        return drawn(f"{title(each)} {each.subtitle}")
    if each.shape in {"start", "end"}:
        return ""
    return drawn(f"{title(each)} {each.subtitle} {each.description}")


def parent(each: Node | Group) -> str:
    return each.parent if isinstance(each, Group) else each.group


def things(graph: Graph) -> set[tuple[str, str, str]]:
    """Return id, parent and texts of all boxes and boundaries."""
    held = {parent(each) for each in (*graph.nodes, *graph.groups)}
    return {
        (mermaid_id(each.id), mermaid_id(parent(each)) if parent(each) else "", texts(each))
        for each in (*graph.nodes, *(g for g in graph.groups if g.id in held))
    }


def read_back(graph: Graph) -> set[tuple[str, str, str]]:
    held = {parent(each) for each in (*graph.nodes, *graph.groups)}
    boxes = {(n.id, n.group, f"{n.title} {n.subtitle} {n.description}") for n in graph.nodes}
    bounds = {(g.id, g.parent, f"{g.title} {g.subtitle}") for g in graph.groups if g.id in held}
    return {(id_, around, drawn(text)) for id_, around, text in boxes | bounds}


def lines(graph: Graph, *, written: bool) -> list[tuple[object, ...]]:
    return [
        (
            mermaid_id(e.source) if written else e.source,
            mermaid_id(e.target) if written else e.target,
            drawn(f"{e.label} {e.technology and f'[{e.technology}]'}"),
            e.dashed,
            e.thick and not e.dashed,
            e.arrow,
            e.both_ways,
            e.tip.replace("lost", "cross") if e.arrow else "arrow",
        )
        for e in graph.edges
    ]


@given(graphs())
def test_mermaid(graph: Graph) -> None:
    found, problems = read_mermaid_flowchart(mermaid(graph))
    assert problems == ()
    assert found is not None
    assert read_back(found) == things(graph)
    assert lines(found, written=False) == lines(graph, written=True)
    assert found.title == drawn(graph.title)
    assert found.direction == ("TB" if graph.direction == "auto" else graph.direction)
    roles = {mermaid_id(node.id): node.role for node in graph.nodes}
    assert {node.id: node.role for node in found.nodes} == roles


@given(graphs())
def test_plantuml(graph: Graph) -> None:
    found, problems = read_plantuml_boxes(boxes_plantuml(graph))
    assert problems == ()
    assert found is not None
    assert read_back(found) == things(graph)
    assert lines(found, written=False) == lines(graph, written=True)
    assert found.title == drawn(graph.title)


@given(graphs(c4=True))
def test_c4_plantuml(graph: Graph) -> None:
    assert is_c4(graph)
    found = read_macros(c4_plantuml(graph))
    directed = [e for e in graph.edges if e.arrow]
    # A line without a head is PlantUML's own and says nothing of who uses whom.
    assert len(found.problems) == len(graph.edges) - len(directed)
    assert {(e.id, e.title) for e in found.elements} == {
        (plantuml_id(each.id), title(each)) for each in (*graph.nodes, *graph.groups)
    }
    assert {e.id: e.parent for e in found.elements} == {
        plantuml_id(each.id): plantuml_id(parent(each)) if parent(each) else ""
        for each in (*graph.nodes, *graph.groups)
    }
    described = {e.id: e.description for e in found.elements}
    assert all(described[plantuml_id(n.id)] == drawn(n.description) for n in graph.nodes)
    assert [(r.source, r.target, r.both_ways) for r in found.relations] == [
        (plantuml_id(e.source), plantuml_id(e.target), e.both_ways) for e in directed
    ]
    # What stands on an arrow of PlantUML's own is one text.
    told = zip(found.relations, directed, strict=True)
    assert all(
        (relation.label, relation.technology) == (drawn(edge.label), edge.technology)
        for relation, edge in told
        if edge.tip == "arrow"
    )
