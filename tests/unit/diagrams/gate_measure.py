"""Exact geometry of an arrangement: what must never be, counted, and what is recorded."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from rectangles import crosses, inside, overlap, pieces

from sphinx_archdoc.diagrams.boxes import FACES
from sphinx_archdoc.diagrams.layout import Rect
from sphinx_archdoc.diagrams.metrics import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.boxes import Card
    from sphinx_archdoc.diagrams.layout import Arrangement, PlacedGroup
    from sphinx_archdoc.diagrams.sizing import Sized

#: A line's last straight piece is at least an arrow head long (px), so that the head is seen.
HEAD = 9.0


def faults(sized: Sized, layout: Arrangement) -> dict[str, int]:
    """Count by name what must never be; names that are missing count 0."""
    counts: dict[str, int] = {}
    for name in _faults(sized, layout):
        counts[name] = counts.get(name, 0) + 1
    return counts


def _faults(sized: Sized, layout: Arrangement) -> Iterator[str]:
    boxes, groups = layout.boxes, layout.groups
    labels = [e.label for e in layout.edges if e.label]
    titles = [g.title for g in groups if g.title.height > 0]
    yield from ("box on box" for a, b in combinations(boxes, 2) if overlap(a, b))
    for edge in layout.edges:
        yield from ("line through box" for r in boxes if crosses(edge.lines, r))
        yield from ("line through title" for r in titles if crosses(edge.lines, r))
        yield from ("line through label" for r in labels if crosses(edge.lines, r))
    yield from ("label on label" for a, b in combinations(labels, 2) if overlap(a, b))
    for label in labels:
        yield from ("label on box" for b in boxes if overlap(label, b))
        yield from ("label on title" for b in titles if overlap(label, b))
        for group in groups:
            if not inside(label, group.rect) and overlap(label, group.rect, by=0):
                yield "label on boundary"
    yield from ("title on box" for t in titles for b in boxes if overlap(t, b))
    yield from ("title on title" for a, b in combinations(titles, 2) if overlap(a, b))
    yield from _misplaced(sized, layout)
    yield from _loose_ends(sized, layout)
    yield from _texts(sized, layout)
    frame = Rect(0, 0, layout.width, layout.height)
    rects = [*boxes, *(g.rect for g in groups), *titles, *labels]
    rects += [p for e in layout.edges for p in pieces(e.lines)]
    yield from ("outside the picture" for r in rects if not inside(r, frame))


def _misplaced(sized: Sized, layout: Arrangement) -> Iterator[str]:
    at = {g.id: p for g, p in zip(sized.graph.groups, layout.groups, strict=True)}
    parents = {g.id: g.parent for g in sized.graph.groups}

    def around(group: str) -> set[str]:
        found = set()
        while group:
            found.add(group)
            group = parents[group]
        return found

    for node, rect in zip(sized.graph.nodes, layout.boxes, strict=True):
        own = around(node.group)
        for name, placed in at.items():
            if name in own and not inside(rect, placed.rect):
                yield "box outside its boundary"
            if name not in own and overlap(rect, placed.rect):
                yield "box on a boundary"
    for (name, a), (other, b) in combinations(at.items(), 2):
        apart = other not in around(name) and name not in around(other)
        if apart and overlap(a.rect, b.rect):
            yield "boundary on boundary"
        yield from _title_on_rim(a, b)
        yield from _title_on_rim(b, a)
    yield from _escaped(parents, at)


def _escaped(parents: dict[str, str], at: dict[str, PlacedGroup]) -> Iterator[str]:
    for name, placed in at.items():
        if parents[name] and not inside(placed.rect, at[parents[name]].rect):
            yield "boundary outside its boundary"
        if placed.title.height > 0 and not inside(placed.title, placed.rect):
            yield "title outside its boundary"


def _title_on_rim(titled: PlacedGroup, other: PlacedGroup) -> Iterator[str]:
    title = titled.title
    if title.height > 0 and not inside(title, other.rect) and overlap(title, other.rect, by=0):
        yield "title on boundary"


def _loose_ends(sized: Sized, layout: Arrangement) -> Iterator[str]:
    at = {n.id: r for n, r in zip(sized.graph.nodes, layout.boxes, strict=True)}
    for edge, placed in zip(sized.edges, layout.edges, strict=True):
        for (x, y), rect in (
            (placed.lines[0][0], at[edge.source]),
            (placed.lines[-1][-1], at[edge.target]),
        ):
            on_side = inside(Rect(x, y, 0, 0), Rect(rect.x - 0.1, rect.y - 0.1,
                             rect.width + 0.2, rect.height + 0.2))  # fmt: skip
            if not on_side:
                yield "line ends nowhere"
        ends = [placed.lines[-1][-2:]] + ([placed.lines[0][:2]] if edge.both_ways else [])
        for (x1, y1), (x2, y2) in ends:
            if abs(x1 - x2) + abs(y1 - y2) < HEAD:
                yield "arrow head hidden"
        if len(placed.lines) > (2 if placed.label else 1):
            yield "line with a gap"
    found = [(i, p) for i, e in enumerate(layout.edges) for p in pieces(e.lines)]
    for (i, a), (j, b) in combinations(found, 2):
        if i != j and _together(a, b):
            yield "line on line"


def _together(a: Rect, b: Rect) -> bool:
    if a.width == b.width == 0 and abs(a.x - b.x) < 3:
        return min(a.bottom, b.bottom) - max(a.y, b.y) > 2
    if a.height == b.height == 0 and abs(a.y - b.y) < 3:
        return min(a.right, b.right) - max(a.x, b.x) > 2
    return False


def _texts(sized: Sized, layout: Arrangement) -> Iterator[str]:
    places: list[tuple[Card, Rect]] = list(zip(sized.cards, layout.boxes, strict=True))
    places += [(c, e.label) for c, e in zip(sized.labels, layout.edges, strict=True) if e.label]
    for card, rect in places:
        if card.width > rect.width + 0.01 or card.height > rect.height + 0.01:
            yield "text outside its box"
        for line in card.lines:
            px, bold = FACES[line.face]
            half = text_width(line.text, px, bold=bold) / 2
            across = line.x - half >= 0 and line.x + half <= card.width
            if not across or not px * 0.7 <= line.y <= card.height - 1:
                yield "text outside its box"
    for card, group in zip(sized.headings, layout.groups, strict=True):
        if card.lines and (
            card.width > group.title.width + 0.01 or group.title.right > group.rect.right
        ):
            yield "text outside its boundary"
