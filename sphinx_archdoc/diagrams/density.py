"""Whether a picture holds too much to be read, and which narrower views would show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Graph

#: More boxes than this nobody takes in at once.
MOST_BOXES = 30
#: More lines than this for each box are a tangle, from a dozen boxes on.
_MOST_LINES = 2.5
_DOZEN = 12
_PROPOSALS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a picture that would do as one of its own: a boundary or the lines of a box."""

    id: str
    title: str
    boxes: int
    is_boundary: bool


@dataclass(frozen=True, slots=True)
class Density:
    """Why a picture is hard to read, and up to three parts to show instead, the largest first."""

    boxes: int
    lines: int
    parts: tuple[Part, ...]


def too_dense(graph: Graph) -> Density | None:
    """Return what is wrong with a picture of more than 30 boxes or a tangle of lines, or None."""
    boxes, lines = len(graph.nodes), len(graph.edges)
    tangle = boxes >= _DOZEN and lines > _MOST_LINES * boxes
    if boxes <= MOST_BOXES and not tangle:
        return None
    parts = _boundaries(graph) or _hubs(graph)
    return Density(boxes, lines, tuple(parts[:_PROPOSALS]))


def _boundaries(graph: Graph) -> list[Part]:
    """Return the boundaries with a readable number of boxes, the fullest first, none twice."""
    parents = {group.id: group.parent for group in graph.groups}
    count = dict.fromkeys(parents, 0)
    for node in graph.nodes:
        at = node.group
        while at:
            count[at] += 1
            at = parents[at]
    order = {group.id: i for i, group in enumerate(graph.groups)}
    fitting = [g for g in graph.groups if 1 < count[g.id] <= MOST_BOXES]
    fitting.sort(key=lambda g: (-count[g.id], order[g.id]))
    chosen: list[Part] = []
    covered: set[str] = set()
    for group in fitting:
        at, around = group.id, set()
        while at:
            around.add(at)
            at = parents[at]
        if not around & covered:
            chosen.append(Part(group.id, group.title, count[group.id], is_boundary=True))
            covered.add(group.id)
    return chosen


def _hubs(graph: Graph) -> list[Part]:
    """Return the boxes with the most neighbours: each with these makes a picture of its own."""
    near: dict[str, set[str]] = {node.id: set() for node in graph.nodes}
    for edge in graph.edges:
        if edge.source != edge.target:
            near[edge.source].add(edge.target)
            near[edge.target].add(edge.source)
    order = {node.id: i for i, node in enumerate(graph.nodes)}
    nodes = sorted(graph.nodes, key=lambda n: (-len(near[n.id]), order[n.id]))
    return [
        Part(n.id, n.title, len(near[n.id]) + 1, is_boundary=False)
        for n in nodes
        if 1 < len(near[n.id]) < MOST_BOXES
    ]
