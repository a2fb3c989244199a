"""Long chains in rows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from gate_measure import faults

from sphinx_archdoc.diagrams.chain import rows_of
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.diagrams.sizing import Sized, size


def chain(count: int, label: str = "", *, direction: str = "auto") -> Graph:
    # Last first: the order of the boxes is not the order of the chain.
    ids = [f"s{i}" for i in range(count)]
    nodes = [
        Node(id=id_, title=f"Step {id_}", description="word " * (i % 3), role="plain")
        for i, id_ in enumerate(ids)
    ]
    edges = [Edge(source=a, target=b, label=label) for a, b in pairwise(ids)]
    return Graph(
        title="Chain",
        nodes=tuple(reversed(nodes)),
        edges=tuple(reversed(edges)),
        direction=direction,  # type: ignore[arg-type]
    )


def sized(graph: Graph) -> Sized:
    return size(graph)


@pytest.mark.parametrize("label", ["", "a longer label of a line"])
@pytest.mark.parametrize("count", [6, 7, 8, 15, 40])
def test_rows_fit_the_page_and_have_no_faults(count: int, label: str) -> None:
    found = sized(chain(count, label))
    layout = rows_of(found)
    assert layout is not None
    assert layout.width <= 736
    assert faults(found, layout) == {}


def test_boxes_are_read_like_text() -> None:
    found = sized(chain(15))
    layout = rows_of(found)
    assert layout is not None
    places = {node.id: box for node, box in zip(found.graph.nodes, layout.boxes, strict=True)}
    read = sorted(places, key=lambda id_: (places[id_].cy, places[id_].x))
    assert read == [f"s{i}" for i in range(15)]
    for edge, placed in zip(found.edges, layout.edges, strict=True):
        source, target = places[edge.source], places[edge.target]
        (start, *_), (*_, end) = placed.lines[0], placed.lines[-1]
        assert source.x <= start[0] <= source.right
        assert source.y <= start[1] <= source.bottom
        assert target.x <= end[0] <= target.right
        assert target.y <= end[1] <= target.bottom


def test_others_are_left_to_the_engine() -> None:
    long = chain(15)
    fork = (*long.edges, Edge(source="s0", target="s9"))
    ring = (*long.edges, Edge(source="s14", target="s0"))
    two = tuple(e for e in long.edges if e.source != "s7")
    apart = (*two, Edge(source="s3", target="s3"))
    others = [
        chain(5),
        chain(15, direction="TB"),
        *(Graph(title="", nodes=long.nodes, edges=edges) for edges in (fork, ring, two, apart, ())),
        Graph(title="", nodes=long.nodes, edges=long.edges, groups=(Group(id="g", title="G"),)),
        Graph(title=""),
    ]
    assert [rows_of(sized(graph)) for graph in others] == [None] * len(others)
