"""From picture data to a layout plan: every text measured, lines to oneself taken together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.boxes import card, heading, label, loop_label
from sphinx_archdoc.diagrams.frames import frame
from sphinx_archdoc.diagrams.layout import Plan, SizedBox, SizedEdge, SizedGroup
from sphinx_archdoc.diagrams.order import downward
from sphinx_archdoc.diagrams.titles import TITLE_AIR

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.boxes import Card
    from sphinx_archdoc.diagrams.graph import Edge, Graph
    from sphinx_archdoc.diagrams.layout import Flow


class Sized(NamedTuple):
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
        plan = Plan(
            boxes=tuple(
                SizedBox(c.width, c.height, outer.get(n.group, -1), frame(n.shape).inset)
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
        )
        return self.with_guests(_roomy(plan), last=guests_last)

    def with_guests(self, plan: Plan, *, last: bool) -> Plan:
        """Return a plan of this graph with the guests in a last row or not."""
        return plan._replace(last=self.guests if last else frozenset())


def _roomy(plan: Plan) -> Plan:
    """Return the plan with boxes so large that their lines do not lie on each other."""
    ends: dict[tuple[int, bool], int] = {}
    for upper, lower in downward(plan):
        if upper != lower:
            for side in ((upper, False), (lower, True)):
                ends[side] = ends.get(side, 0) + 1
    least: dict[int, float] = {}
    for (box, _), count in ends.items():
        # Lines end on the side but for its corners, of which a third of it is kept at most.
        span = (count - 1) * plan.boxes[box].apart
        wanted = min(span + 2 * plan.boxes[box].inset, 3 * span)
        least[box] = max(least.get(box, 0.0), wanted)
    boxes = tuple(
        box._replace(height=max(box.height, least.get(i, 0)))
        if plan.flow in {"LR", "RL"}
        else box._replace(width=max(box.width, least.get(i, 0)))
        for i, box in enumerate(plan.boxes)
    )
    return plan._replace(boxes=boxes)


def size(graph: Graph, *, tight: bool = False) -> Sized:
    """Measure a graph, with narrower boxes and labels if ``tight``.

    Raises ValueError when it names a box or boundary that is not there.
    """
    check(graph)
    loops: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        if edge.source == edge.target:
            loops.setdefault(edge.source, []).append(edge)
    edges = tuple(e for e in graph.edges if e.source != e.target or loops[e.source][0] is e)
    return Sized(
        graph=graph,
        cards=tuple(card(node, tight=tight) for node in graph.nodes),
        headings=tuple(heading(group) for group in graph.groups),
        edges=edges,
        labels=tuple(
            loop_label(loops[e.source], tight=tight)
            if e.source == e.target
            else label(e, tight=tight)
            for e in edges
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
