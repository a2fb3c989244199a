"""Crow's feet: what stands at the end of a line and says how many there may be.

The notation is the one of James Martin's information engineering: two bars for exactly one, a ring
and a bar for zero or one, a bar and a fork for one or more, a ring and a fork for zero or more.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.palette import LINE
from sphinx_archdoc.diagrams.svg_shapes import num

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.entity.data import Cardinality
    from sphinx_archdoc.diagrams.layout import Line, Point

#: Half the width of a foot, and how far it reaches from the table.
SPREAD, REACH = 6.0, 22.5
_FORK, _RING = 12.0, 4.75
#: Distances from the table: bars, the ring's centre, and where the line itself ends.
_BARS: dict[Cardinality, tuple[float, ...]] = {
    "one": (8.0, 13.0),
    "zero-or-one": (8.0,),
    "one-or-more": (16.0,),
}
_RINGS: dict[Cardinality, float] = {"zero-or-one": 15.5, "zero-or-more": _FORK + _RING}
_FORKED = ("one-or-more", "zero-or-more")


def stop(end: Cardinality) -> float:
    """Return how far from the table the line ends; the rest of the way is part of the foot."""
    if end in _RINGS:
        return _RINGS[end] + _RING
    return _FORK if end in _FORKED else 0.0


def foot(end: Cardinality, line: Line) -> str:
    """Return the foot at the last point of a line as SVG."""
    if not end:
        return ""
    (ax, ay), (bx, by) = line[-2:]
    length = hypot(bx - ax, by - ay) or 1.0
    dx, dy = (ax - bx) / length, (ay - by) / length

    def at(away: float, aside: float = 0.0) -> Point:
        return bx + dx * away - dy * aside, by + dy * away + dx * aside

    pieces = [(at(bar, -SPREAD), at(bar, SPREAD)) for bar in _BARS.get(end, ())]
    if end in _FORKED:
        pieces += [(at(_FORK), at(0, aside)) for aside in (-SPREAD, 0, SPREAD)]
    elif end in _RINGS:
        pieces.append((at(_RINGS[end] - _RING), at(0)))
    path = "".join(f"M{_pair(one)}L{_pair(two)}" for one, two in pieces)
    look = f'class="arch-e arch-foot" fill="none" stroke="{LINE}" stroke-width="1.5"'
    out = f'<path {look} d="{path}"/>'
    if end in _RINGS:
        x, y = at(_RINGS[end])
        out += f'<circle {look} cx="{num(x)}" cy="{num(y)}" r="{num(_RING - 0.75)}"/>'
    return out


def _pair(point: Point) -> str:
    return f"{num(point[0])} {num(point[1])}"
