"""Lines to boundaries end at their rim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from shop_graph import SHOP

from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.diagrams.group_lines import anchored, cut
from sphinx_archdoc.diagrams.sizing import size
from sphinx_archdoc.diagrams.svg import fill

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Layout, Rect

# -- lines to boundaries -----------------------------------------------------------------------


def _arranged(
    graph: Graph, engine: Layout
) -> tuple[list[Edge], list[list[tuple[float, float]]], Rect]:
    found = anchored(graph)
    sized = size(found.graph)
    chosen = choose(sized, engine)
    sized, layout = cut(found, chosen.sized, chosen.layout)
    points = [[p for line in placed.lines for p in line] for placed in layout.edges]
    return list(sized.edges), points, layout.groups[0].rect


@pytest.mark.parametrize("direction", ["TB", "LR", "BT", "RL"])
@pytest.mark.parametrize("label", ["", "Deploys"])
def test_lines_end_at_the_rim(engine: Layout, direction: str, label: str) -> None:
    inside = tuple(Node(id=f"n{i}", title=f"Box {i}", group="g") for i in range(3))
    graph = Graph(
        title="",
        nodes=(Node(id="dev", title="Developer"), *inside),
        groups=(Group(id="g", title="Cluster"),),
        edges=(Edge(source="dev", target="g", label=label), Edge(source="n0", target="n1")),
        direction=direction,  # type: ignore[arg-type]  # one of four
    )
    edges, lines, rect = _arranged(graph, engine)
    assert [edge.target for edge in edges][1:] == ["n1"]
    x, y = lines[0][-1]
    on_side = min(abs(x - rect.x), abs(x - rect.right)), min(abs(y - rect.y), abs(y - rect.bottom))
    assert min(on_side) < 0.01
    assert rect.x - 0.01 <= x <= rect.right + 0.01
    assert rect.y - 0.01 <= y <= rect.bottom + 0.01
    assert not any(rect.x < a < rect.right and rect.y < b < rect.bottom for a, b in lines[0][:-1])


def test_the_boundary_comes_after_what_leads_to_it(engine: Layout) -> None:
    inside = tuple(Node(id=f"n{i}", title=f"Box {i}", group="g") for i in range(3))
    graph = Graph(
        title="",
        nodes=(*inside, Node(id="dev", title="Developer")),
        groups=(Group(id="g", title="Cluster"),),
        edges=(Edge(source="dev", target="g"),),
        direction="TB",
    )
    _, lines, rect = _arranged(graph, engine)
    assert lines[0][0][1] < lines[0][-1][1] == pytest.approx(rect.y)


def test_between_boundaries_and_to_empty_ones(engine: Layout) -> None:
    graph = Graph(
        title="",
        nodes=(Node(id="a", title="A", group="g"), Node(id="b", title="B", group="h")),
        groups=(
            Group(id="g", title="G"),
            Group(id="h", title="H"),
            Group(id="e", title="Empty"),
            Group(id="f", title="In it", parent="e"),
        ),
        edges=(
            Edge(source="g", target="h", label="x"),
            Edge(source="g", target="e"),
            Edge(source="a", target="g"),
            Edge(source="g", target="g"),
        ),
    )
    found = anchored(graph)
    assert [(e.source, e.target) for e in found.graph.edges] == [("a", "b"), ("a", "e")]
    assert [n.id for n in found.graph.nodes] == ["a", "b", "e"]
    assert [g.id for g in found.graph.groups] == ["g", "h"]
    svg = fill(graph_picture.draw(graph, lambda: engine).svg, {}, "p")
    assert svg.count('class="arch-e"') == 3  # one of them in two parts, with its text between


def test_graphs_without_such_lines_stay_as_they_are() -> None:
    graph = Graph(title="", nodes=SHOP.nodes, groups=SHOP.groups, edges=SHOP.edges[:2])
    assert anchored(graph).graph == graph


def _between_boundaries(count: int, lines: int) -> Graph:
    """``count`` boundaries with four boxes each, every one with lines to those after it."""
    pairs = [(a, a + step) for step in range(1, count) for a in range(count - step)]
    return Graph(
        title="",
        nodes=tuple(
            Node(id=f"n{g}{i}", title=f"Box {i}", group=f"g{g}")
            for g in range(count)
            for i in range(4)
        ),
        groups=tuple(Group(id=f"g{g}", title=f"Part {g}") for g in range(count)),
        edges=tuple(Edge(source=f"g{a}", target=f"g{b}", label="x") for a, b in pairs[:lines]),
    )


def test_all_of_a_boundary_is_above_all_of_the_next_with_few_lines() -> None:
    found = anchored(_between_boundaries(2, 1))
    ends = {(e.source, e.target) for e in found.graph.edges}
    assert {target for _, target in ends} == {f"n1{i}" for i in range(4)}
    assert {source for source, _ in ends} == {f"n0{i}" for i in range(4)}
    assert len(ends) == 7


def test_lines_between_the_same_boundaries_are_laid_out_once_more_each() -> None:
    graph = _between_boundaries(2, 1)
    back = Edge(source="g1", target="g0")
    found = anchored(replace(graph, edges=(*graph.edges, *graph.edges, back)))
    assert len(found.graph.edges) == 7 + 1 + 1


def test_many_lines_between_boundaries_are_drawn(engine: Layout) -> None:
    graph = _between_boundaries(20, 190)
    assert len(anchored(graph).graph.edges) < 340
    svg = graph_picture.draw(graph, lambda: engine).svg
    assert svg.count("arch-arrow") == 190
