"""The routed things as an arrangement in picture coordinates, with free places for the titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.dot import loop_room
from sphinx_archdoc.diagrams.layout import (
    Arrangement,
    LayoutError,
    PlacedEdge,
    PlacedGroup,
    Rect,
)
from sphinx_archdoc.diagrams.route import Router
from sphinx_archdoc.diagrams.titles import TITLE_AIR, gap, title_spot

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Layout, Line, Placed, Plan, Point

_MARGIN = 10.0


def lay_out(plan: Plan, engine: Layout) -> Arrangement:
    """Return the finished arrangement of a plan; raises LayoutError as the engine does."""
    (placed,) = engine.place([plan])
    return arrange(plan, placed)


def arrange(plan: Plan, placed: Placed) -> Arrangement:
    """Return the finished arrangement of a plan from the engine's answer."""
    if not plan.boxes and not plan.groups:
        return Arrangement(0, 0, (), (), ())
    router = Router(plan, placed)
    boxes = []
    for index in range(len(plan.boxes)):
        t = router.things[f"n{index}"]
        boxes.append(_rect(router, t.start, t.v - t.size_v / 2, t.box_u, t.size_v))
    groups = []
    for index in range(len(plan.groups)):
        (start, end), (top, bottom) = router.across[index], router.along[index]
        groups.append(_rect(router, start, top, end - start, bottom - top))
    ways: dict[int, list[int]] = {}
    for number, way in enumerate(router.ways):
        ways.setdefault(way.edge, []).append(number)
    edges = [
        _loop(router, index)
        if edge.source == edge.target
        else _edge(router, index, ways.get(index, []))
        for index, edge in enumerate(plan.edges)
    ]
    return _framed(plan, boxes, groups, edges)


def _rect(router: Router, u: float, v: float, size_u: float, size_v: float) -> Rect:
    """Return a rectangle in picture coordinates."""
    return Rect(v, u, size_v, size_u) if router.sideways else Rect(u, v, size_u, size_v)


def _line(router: Router, points: list[Point]) -> Line:
    """Return a line in picture coordinates, without corners that are none."""
    return _tidy([(p[1], p[0]) for p in points] if router.sideways else points)


def _loop(router: Router, index: int) -> PlacedEdge:
    """Return a line from a box to itself, with its label beside it."""
    edge = router.plan.edges[index]
    thing = router.things[f"n{edge.source}"]
    v, points = router.loop(index)
    line = _line(router, points)
    if not edge.label_width:
        return PlacedEdge((line,), None)
    size_u, size_v = edge.label_width, edge.label_height
    if router.sideways:
        size_u, size_v = size_v, size_u
    u = thing.box_end + loop_room(router.plan) - 2
    return PlacedEdge((line,), _rect(router, u, v - size_v / 2, size_u, size_v))


def _edge(router: Router, index: int, numbers: list[int]) -> PlacedEdge:
    """Return a line between two boxes, from its source to its target."""
    edge = router.plan.edges[index]
    if len(numbers) != (2 if edge.label_width else 1):
        raise LayoutError("the layout engine lost a line")
    lines = [_line(router, router.line(n)) for n in numbers]
    if router.ends[index][0] != edge.source:
        lines = [line[::-1] for line in reversed(lines)]
    if not edge.label_width:
        return PlacedEdge(tuple(lines), None)
    t = router.things[f"l{index}"]
    return PlacedEdge(tuple(lines), _rect(router, t.start, t.v - t.size_v / 2, t.size_u, t.size_v))


def _tidy(points: list[Point]) -> Line:
    """Drop corners that are none."""
    out: list[Point] = []
    for p in points:
        if out and p == out[-1]:
            continue
        if len(out) > 1 and (out[-2][0] == out[-1][0] == p[0] or out[-2][1] == out[-1][1] == p[1]):
            out[-1] = p
            continue
        out.append(p)
    return tuple(out)


def _framed(
    plan: Plan, boxes: list[Rect], groups: list[Rect], edges: list[PlacedEdge]
) -> Arrangement:
    """Move everything so that the picture begins at the margin, and set the titles."""
    rects = [*boxes, *groups, *(e.label for e in edges if e.label)]
    points = [p for e in edges for line in e.lines for p in line]
    left = min([r.x for r in rects] + [p[0] for p in points]) - _MARGIN
    top = min([r.y for r in rects] + [p[1] for p in points]) - _MARGIN
    right = max([r.right for r in rects] + [p[0] for p in points]) + _MARGIN
    bottom = max([r.bottom for r in rects] + [p[1] for p in points]) + _MARGIN

    def moved(rect: Rect) -> Rect:
        x, y = round(rect.x - left, 2), round(rect.y - top, 2)
        return Rect(x, y, round(rect.width, 2), round(rect.height, 2))

    def moved_line(line: Line) -> Line:
        return tuple((round(x - left, 2), round(y - top, 2)) for x, y in line)

    lines = [tuple(moved_line(line) for line in e.lines) for e in edges]
    placed_groups = []
    for group, rect in zip(plan.groups, map(moved, groups), strict=True):
        height = group.title_height - TITLE_AIR
        spot, free = title_spot(group.title_width, height, rect, lines)
        placed_groups.append(PlacedGroup(rect, spot))
        if not free:
            # The lines stop before the title and go on behind it.
            lines = [tuple(p for line in own for p in gap(line, spot)) for own in lines]
    return Arrangement(
        round(right - left, 2),
        round(bottom - top, 2),
        tuple(map(moved, boxes)),
        tuple(placed_groups),
        tuple(
            PlacedEdge(own, moved(e.label) if e.label else None)
            for own, e in zip(lines, edges, strict=True)
        ),
    )
