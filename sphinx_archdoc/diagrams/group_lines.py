"""Lines that end at a boundary: laid out to boxes inside of it, then cut off at its rim.

Layout engines know lines between boxes only. A line to a boundary is laid out several times, to
each box with which the boundary begins, so that all of it comes after the line's other end; the
shortest of these is drawn. Where other lines do that already, it is laid out once.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import dist, fsum
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.graph import Node
from sphinx_archdoc.diagrams.graph_nesting import Nesting, nesting

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Edge, Graph
    from sphinx_archdoc.diagrams.layout import Arrangement, Line, PlacedEdge, Point, Rect
    from sphinx_archdoc.diagrams.sizing import Sized

#: More lines to one boundary than this take more room than the right order is worth.
_MOST = 4
#: In a picture with more lines than this each is laid out once: the engine's time is limited.
_MANY = 150


class _Origin(NamedTuple):
    """The line that an edge stands for: its number, and the boundaries at its ends."""

    number: int
    source: str
    target: str


class Anchored(NamedTuple):
    """A graph with lines between boxes only; ``origins`` goes with its edges."""

    graph: Graph
    origins: tuple[_Origin, ...]


def anchored(graph: Graph) -> Anchored:
    """Return the graph with boxes in the place of each boundary that a line ends at.

    A boundary without any box becomes one; a line between a boundary and what lies in it is left
    out.
    """
    held = _held(nesting(graph)) if graph.groups else {}
    ends_at = {end for edge in graph.edges for end in (edge.source, edge.target)}
    graph = _with_boxes(graph, {id_ for id_ in ends_at if not held.get(id_, "a box")})
    groups = {group.id for group in graph.groups}
    within = [(e.source, e.target) for e in graph.edges]
    edges: list[Edge] = []
    origins: list[_Origin] = []
    ordered: set[tuple[str, str]] = set()
    for number, edge in enumerate(graph.edges):
        ends = edge.source, edge.target
        source, target = (held[end] if end in groups else (end,) for end in ends)
        loop = edge.source == edge.target and edge.source not in groups
        if set(source) & set(target) and not loop:
            continue
        bounds = (end if end in groups else "" for end in ends)
        origin = _Origin(number, *bounds)
        if len(source) == len(target) == 1:  # between boxes, as nearly all are
            same = ends == (*source, *target)
            edges.append(edge if same else replace(edge, source=source[0], target=target[0]))
            origins.append(origin)
            continue
        pairs = _pairs(
            _outer(source, {a for a, b in within if b in source}),
            _outer(target, {b for a, b in within if a in target}),
        )
        for one, other in pairs[:1] if ends in ordered or len(edges) > _MANY else pairs:
            first = not origins or origins[-1] != origin
            kept = replace(edge, source=one, target=other)
            edges.append(kept if first else replace(kept, label="", technology="", number=""))
            origins.append(origin)
        ordered |= {ends, ends[::-1]}
    return Anchored(replace(graph, edges=tuple(edges)), tuple(origins))


def cut(found: Anchored, sized: Sized, layout: Arrangement) -> tuple[Sized, Arrangement]:
    """Return both with one line each for those to boundaries, cut off at their rims."""
    rects = {g.id: p.rect for g, p in zip(found.graph.groups, layout.groups, strict=True)}
    origins = {id(edge): o for edge, o in zip(found.graph.edges, found.origins, strict=True)}
    best: dict[int, tuple[int, PlacedEdge]] = {}
    for index, (edge, placed) in enumerate(zip(sized.edges, layout.edges, strict=True)):
        origin = origins[id(edge)]
        lines = placed.lines
        if origin.target:
            lines = _outside(lines, rects[origin.target])
        if origin.source:
            lines = _turned(_outside(_turned(lines), rects[origin.source]))
        known = best.get(origin.number)
        # The first of several has the text.
        if known is None or (not known[1].label and _length(lines) < _length(known[1].lines)):
            best[origin.number] = (index, placed._replace(lines=lines))
    chosen = sorted(best.values(), key=lambda each: each[0])
    if len(chosen) < len(layout.edges):
        sized = sized._replace(
            edges=tuple(sized.edges[i] for i, _ in chosen),
            labels=tuple(sized.labels[i] for i, _ in chosen),
        )
    return sized, layout._replace(edges=tuple(placed for _, placed in chosen))


def _outer(boxes: tuple[str, ...], inner: set[str]) -> tuple[str, ...]:
    """Return the boxes at the side of a boundary where lines come in or go out."""
    outer = tuple(box for box in boxes if box not in inner)
    return outer if 0 < len(outer) <= _MOST else (outer or boxes)[:1]


def _pairs(sources: tuple[str, ...], targets: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the lines of one: from its first source to all targets, from all to the first."""
    return [
        *((sources[0], target) for target in targets),
        *((source, targets[0]) for source in sources[1:]),
    ]


def _held(nest: Nesting) -> dict[str, tuple[str, ...]]:
    """Return the ids of all boxes in each boundary, those directly in it first."""
    found: dict[str, tuple[str, ...]] = {}

    def collect(id_: str) -> tuple[str, ...]:
        direct = [node.id for node in nest.nodes[id_]]
        inner = [box for group in nest.groups[id_] for box in collect(group.id)]
        found[id_] = (*direct, *inner)
        return found[id_]

    collect("")
    return found


def _with_boxes(graph: Graph, empty: set[str]) -> Graph:
    """Return the graph with boxes in the place of empty boundaries and all in them."""
    if not empty:
        return graph
    gone = set(empty)
    while more := {g.id for g in graph.groups if g.parent in gone} - gone:
        gone |= more
    boxes = tuple(
        Node(id=g.id, title=g.title, subtitle=g.subtitle, role=g.role, group=g.parent)
        for g in graph.groups
        if g.id in empty and g.parent not in gone
    )
    known = {box.id for box in boxes}
    return replace(
        graph,
        nodes=(*graph.nodes, *boxes),
        groups=tuple(g for g in graph.groups if g.id not in gone),
        edges=tuple(
            e for e in graph.edges if not {e.source, e.target} & gone or _ends_in(e, gone, known)
        ),
    )


def _ends_in(edge: Edge, gone: set[str], known: set[str]) -> bool:
    return all(end in known or end not in gone for end in (edge.source, edge.target))


def _turned(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(line[::-1] for line in lines[::-1])


def _length(lines: tuple[Line, ...]) -> float:
    # A bend counts as a way: of two lines the straighter one is drawn. ``sum`` adds floats in
    # another way since Python 3.12, so that another one could be the shortest.
    return fsum(dist(a, b) + 10 for line in lines for a, b in pairwise(line))


def _outside(lines: tuple[Line, ...], rect: Rect) -> tuple[Line, ...]:
    """Return polylines up to where they last enter a rectangle; unchanged when they never do."""
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        for index in range(len(line) - 1, 0, -1):
            if not _inside(line[index - 1], rect):
                rim = _rim(line[index - 1], line[index], rect)
                return (*lines[:number], (*line[:index], rim))
    return lines


def _inside(point: Point, rect: Rect) -> bool:
    return rect.x < point[0] < rect.right and rect.y < point[1] < rect.bottom


def _rim(outer: Point, inner: Point, rect: Rect) -> Point:
    """Return where the way from a point outside to one inside crosses the rim."""
    (ax, ay), (bx, by) = outer, inner
    if not _inside(inner, rect):
        return inner
    shares = [0.0]
    if bx != ax:
        shares.append(((rect.x if ax <= rect.x else rect.right) - ax) / (bx - ax))
    if by != ay:
        shares.append(((rect.y if ay <= rect.y else rect.bottom) - ay) / (by - ay))
    share = max(s for s in shares if 0.0 <= s <= 1.0)
    return ax + (bx - ax) * share, ay + (by - ay) * share
