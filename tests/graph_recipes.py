"""Graphs of any sort for property tests: nested boundaries, hostile texts, all shapes and roles."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from sphinx_archdoc.diagrams.directions import Direction
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node, Role, Shape, Tip

PIECES = (
    "API", "Web shop", '"quoted"', "a [b] (c) {d}", "x: y; z", "<b>b</b>", "<br/>", "&lt; #35;",
    "-->", "end", "end note", "%% c", "' c", "!include x", "$x %date()", "**b** __u__ //i//",
    "[[http://a.b c]]", "<U+0041>", "\\n", "|", "`md`", "fa:fa-car", "$$x$$", "Größe 日本", "\n\t",
    "<<s>>", ":::x", "@{", "click", "~~~", "1. x", "==h==", "#red", "«m»",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=3).map(" ".join)
TITLES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join)
_C4 = ("person", "system", "container", "store", "component", "node", "external")


@st.composite
def graphs(draw: st.DrawFn, *, c4: bool = False) -> Graph:
    """Return a graph that holds together; ``c4``: one that C4-PlantUML can say."""
    count = draw(st.integers(0, 4))
    groups = []
    for i in range(count):
        parent = draw(st.sampled_from(["", *(f"g.{k}" for k in range(i))]))
        role = draw(st.sampled_from(["system", "container", "node", "group"]))
        subtitle = draw(st.sampled_from(["", "[team]"]))
        groups.append(
            Group(id=f"g.{i}", title=draw(TITLES), subtitle=subtitle, role=role, parent=parent)
        )
    around = st.sampled_from(["", *(g.id for g in groups)])
    nodes = []
    for i in range(draw(st.integers(1, 5))):
        role = draw(st.sampled_from(_C4 if c4 else get_args(Role)))
        shapes = ("box", "cylinder", "queue") if c4 else get_args(Shape)
        node = Node(
            id=f"n-{i}",
            title=draw(TITLES),
            subtitle=f"[kind: {draw(TITLES)}]" if c4 else draw(st.sampled_from(["", "[kind]"])),
            description=draw(TEXTS),
            shape=draw(st.sampled_from(shapes)),
            role=role,
            group=draw(around),
        )
        nodes.append(node)
    ends = st.sampled_from([*(n.id for n in nodes), *(g.id for g in groups)])
    edges = st.builds(
        Edge,
        source=ends,
        target=ends,
        label=TEXTS,
        technology=st.sampled_from(["", "HTTPS", "a [b]"]),
        dashed=st.booleans(),
        both_ways=st.booleans(),
        arrow=st.booleans(),
        tip=st.sampled_from(get_args(Tip)),
        thick=st.booleans(),
    ).map(lambda edge: replace(edge, arrow=edge.arrow or edge.both_ways))
    return Graph(
        title=draw(TEXTS),
        nodes=tuple(nodes),
        groups=tuple(groups),
        edges=tuple(draw(st.lists(edges, max_size=5))),
        direction=draw(st.sampled_from(get_args(Direction))),
    )
