"""Places for the titles of boundaries where no line runs through the words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.layout import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.diagrams.layout import Line, Point

#: Room above a title; part of its height in a plan.
TITLE_AIR = 10.0
TITLE_LEFT = 13.0
TITLE_CLEAR = 5.0
#: Room between a title and the right side of its boundary.
TITLE_RIGHT = 6.0


def title_spot(
    width: float, height: float, rect: Rect, edges: Sequence[Sequence[Line]]
) -> tuple[Rect, bool]:
    """Return a place along the upper side of a boundary and whether no line crosses it.

    It is the leftmost free one, and without any the top left corner.
    """
    lines = [line for lines in edges for line in lines]
    first, free = rect.x + TITLE_LEFT, free_from(width, height, rect, lines)
    fits = free + width <= rect.right - TITLE_RIGHT
    spot = Rect(round(free if fits else first, 2), round(rect.y + TITLE_AIR, 2), width, height)
    return spot, fits or free == first or not width


def free_from(width: float, height: float, rect: Rect, lines: Sequence[Line]) -> float:
    """Return the leftmost x of a title that no line in the boundary crosses.

    There the title may end right of the boundary.
    """
    top = round(rect.y + TITLE_AIR, 2)
    bottom = top + height
    blocks = [
        (min(a[0], b[0]) - TITLE_CLEAR, max(a[0], b[0]) + TITLE_CLEAR)
        for line in lines
        for a, b in pairwise(line)
        if (a[1] < bottom or b[1] < bottom) and (a[1] > top or b[1] > top)
    ]
    first = rect.x + TITLE_LEFT
    blocks = [block for block in blocks if block[0] < rect.right and block[1] > first]
    return next(
        x
        for x in sorted({first, *(b for _, b in blocks)})
        if all(b <= x or a >= x + width for a, b in blocks)
    )


def gap(line: Line, spot: Rect) -> list[Line]:
    """Return a line of level and upright pieces without what lies under a rectangle."""
    parts: list[Line] = []
    current: list[Point] = [line[0]]
    for (x1, y1), (x2, y2) in pairwise(line):
        inside = _clip((x1, y1), (x2, y2), spot)
        if inside is None:
            current.append((x2, y2))
            continue
        enter, leave = inside
        if enter != (x1, y1):
            current.append(enter)
        if len(current) > 1:
            parts.append(tuple(current))
        current = [leave] if leave == (x2, y2) else [leave, (x2, y2)]
    if len(current) > 1:
        parts.append(tuple(current))
    return parts or [line]


def _clip(a: Point, b: Point, spot: Rect) -> tuple[Point, Point] | None:
    """Return the part of a level or upright piece inside a rectangle, in the piece's direction."""
    low_x, high_x = max(min(a[0], b[0]), spot.x), min(max(a[0], b[0]), spot.right)
    low_y, high_y = max(min(a[1], b[1]), spot.y), min(max(a[1], b[1]), spot.bottom)
    if low_x > high_x or low_y > high_y or (low_x, low_y) == (high_x, high_y):
        return None
    if a[0] == b[0]:
        if not spot.x < a[0] < spot.right:
            return None
        ends = ((a[0], low_y), (a[0], high_y))
        return ends if a[1] <= b[1] else ends[::-1]
    if not spot.y < a[1] < spot.bottom:
        return None
    ends = ((low_x, a[1]), (high_x, a[1]))
    return ends if a[0] <= b[0] else ends[::-1]
