"""From picture data to a layout plan: every text measured, lines to oneself taken together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.boxes import card, heading, label, loop_label
from sphinx_archdoc.diagrams.layout import Plan, SizedBox, SizedEdge, SizedGroup
from sphinx_archdoc.diagrams.titles import TITLE_AIR

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.boxes import Card
    from sphinx_archdoc.diagrams.graph import Edge, Graph, Shape
    from sphinx_archdoc.diagrams.layout import Flow

#: How near to a corner of each shape a line may end.
_INSETS: dict[Shape, float] = {"box": 14, "person": 24, "cylinder": 18, "queue": 16, "node": 16}


@dataclass(frozen=True, slots=True)
class Sized:
    """A graph with its measured texts; ``edges`` are the drawn lines (self loops merged)."""

    graph: Graph
    cards: tuple[Card, ...]
    headings: tuple[Card, ...]
    edges: tuple[Edge, ...]
    labels: tuple[Card, ...]

    @property
    def guests(self) -> frozenset[int]:
        """The boxes outside the boundaries (external systems), if there are boundaries."""
        if not self.graph.groups:
            return frozenset()
        return frozenset(
            i for i, n in enumerate(self.graph.nodes) if not n.group and n.shape != "person"
        )

    def plan(self, flow: Flow, *, guests_last: bool = False) -> Plan:
        """Return the plan that reads in a direction, with the guests in a last row or not."""
        number = {node.id: i for i, node in enumerate(self.graph.nodes)}
        outer = {group.id: i for i, group in enumerate(self.graph.groups)}
        return Plan(
            boxes=tuple(
                SizedBox(c.width, c.height, outer.get(n.group, -1), _INSETS[n.shape])
                for n, c in zip(self.graph.nodes, self.cards, strict=True)
            ),
            groups=tuple(
                SizedGroup(outer.get(g.parent, -1), h.width, h.height + TITLE_AIR)
                for g, h in zip(self.graph.groups, self.headings, strict=True)
            ),
            edges=tuple(
                SizedEdge(number[e.source], number[e.target], c.width, c.height)
                for e, c in zip(self.edges, self.labels, strict=True)
            ),
            flow=flow,
            first=frozenset(i for i, n in enumerate(self.graph.nodes) if n.shape == "person"),
            last=self.guests if guests_last else frozenset(),
        )


def size(graph: Graph) -> Sized:
    """Measure a graph. Raises ValueError when it names a box or boundary that is not there."""
    check(graph)
    loops: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        if edge.source == edge.target:
            loops.setdefault(edge.source, []).append(edge)
    edges = tuple(e for e in graph.edges if e.source != e.target or loops[e.source][0] is e)
    return Sized(
        graph=graph,
        cards=tuple(card(node) for node in graph.nodes),
        headings=tuple(heading(group) for group in graph.groups),
        edges=edges,
        labels=tuple(
            loop_label(loops[e.source]) if e.source == e.target else label(e) for e in edges
        ),
    )


def check(graph: Graph) -> None:
    """Raise ValueError for ids that are not unique or not there, and for boundaries in a circle."""
    nodes = [n.id for n in graph.nodes]
    parents = {g.id: g.parent for g in graph.groups}
    if len(set(nodes)) != len(nodes) or len(parents) != len(graph.groups):
        raise ValueError("an id occurs twice in a picture")
    known = set(nodes)
    for end in (end for e in graph.edges for end in (e.source, e.target)):
        if end not in known:
            raise ValueError(f"a line ends at {end!r}, which is not in the picture")
    for group in parents:
        seen, at = set(), group
        while at:
            if at in seen:
                raise ValueError(f"the boundary {group!r} lies in itself")
            seen.add(at)
            at = parents.get(at, "")
