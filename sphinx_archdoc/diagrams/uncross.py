"""Long lines beside each other that cross for nothing change places.

Passes are chosen one line after the other, and each takes the free place that suits it best. Of two
lines that pass the same rows side by side, the one that got the left place may well come from the
right or go there: they cross then, and do not once each has the other's place.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.rows import Way


def uncross(ways: list[Way]) -> None:
    """Let ways straight through the same rows change places where that is a crossing less."""
    beside: dict[tuple[int, int], list[Way]] = {}
    for way in ways:
        if way.passes and len(set(way.passes)) == 1:
            beside.setdefault((way.upper.row, way.lower.row), []).append(way)
    for group in beside.values():
        for one, other in combinations(group, 2):
            if (one.common, one.own) == (other.common, other.own) and _cross(one, other):
                one.passes, other.passes = other.passes, one.passes


def _cross(one: Way, other: Way) -> bool:
    """Return whether two ways cross that would not with the other's place each.

    Lines that end at one thing do so in the order of their passes: there they never cross.
    """
    left, right = (one, other) if one.passes < other.passes else (other, one)
    above, below = left.upper.u - right.upper.u, left.lower.u - right.lower.u
    return min(above, below) >= 0 < max(above, below)
