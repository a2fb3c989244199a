"""How well a layout suits a page: the lower the better."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Arrangement

#: The width of a picture in a text column (46 em) and a height that is seen at once, in px.
PAGE = (716.0, 900.0)
#: A picture up to this width is shown on a page as it is, or a little smaller.
FITS = PAGE[0] * 1.08
#: What a layout to the right must be better by: people read pictures downwards.
SIDEWAYS = 1.06
#: A picture that is so many times wider than the page is not read without enlarging it.
_ZOOMED = 2.0


class Cost(NamedTuple):
    """The judgement of a layout: ``total`` compares those of one graph, ``shape`` is its size."""

    total: float
    shape: float
    crossings: int


def crossings(layout: Arrangement) -> int:
    """Return how often a level piece of a line crosses an upright piece of another line."""
    level: list[tuple[float, float, float, int]] = []
    upright: list[tuple[float, float, float, int]] = []
    for index, edge in enumerate(layout.edges):
        for line in edge.lines:
            for (x1, y1), (x2, y2) in pairwise(line):
                if y1 == y2:
                    level.append((y1, min(x1, x2), max(x1, x2), index))
                else:
                    upright.append((x1, min(y1, y2), max(y1, y2), index))
    upright.sort()
    places = [u[0] for u in upright]
    count = 0
    for y, low, high, index in level:
        for _, top, bottom, other in upright[bisect_right(places, low) : bisect_left(places, high)]:
            count += top < y < bottom and other != index
    return count


def shape_cost(width: float, height: float) -> float:
    """Judge a size: must it shrink to fit the page, is it long, how much room does it take."""
    shrink = max(1.0, width / PAGE[0])
    length = height / shrink / PAGE[1]
    area = width * height / (PAGE[0] * PAGE[1])
    # Twice too wide must be enlarged to be read; then a little more does not matter so much.
    small = 3 * (shrink - 1) if shrink < _ZOOMED else 3 + 3 * log(shrink / _ZOOMED)
    return small + max(0.0, length - 1) + 0.15 * min(area, 10 + log(area + 1))


def cost(layout: Arrangement) -> Cost:
    """Judge a layout by its size and by how often lines cross or stop before a title."""
    found = crossings(layout)
    share = found / (len(layout.edges) + 1)
    gaps = sum(len(e.lines) > (2 if e.label else 1) for e in layout.edges)
    lines = 1.5 * share + 0.25 * found + 0.5 * gaps
    shape = shape_cost(layout.width, layout.height)
    return Cost(round(shape + lines, 6), round(shape, 6), found)
