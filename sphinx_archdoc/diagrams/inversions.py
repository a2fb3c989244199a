"""How often lines will cross, known from the order of things in their rows before lines are drawn.

Two lines between the same two rows cross if their ends are in another order below than above.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.rows import curve_at

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Placed, Plan

#: Centres nearer to each other than this are in one row.
_SAME = 1.0


def inversions(plan: Plan, placed: Placed) -> int:
    """Return the number of crossings that the drawn lines will have, rarely one or two fewer."""
    sideways = plan.flow in {"LR", "RL"}
    centres = placed.centres
    if sideways:
        centres = {name: (y, x) for name, (x, y) in centres.items()}
    levels = sorted({v for _, v in centres.values()})
    rows: list[float] = []
    row_of: dict[float, int] = {}
    for v in levels:
        if not rows or v > rows[-1] + _SAME:
            rows.append(v)
        row_of[v] = len(rows) - 1
    between: list[list[tuple[float, float]]] = [[] for _ in rows]
    for part in placed.parts:
        (start, top), (end, bottom) = centres[part.upper], centres[part.lower]
        first, last = row_of[top], row_of[bottom]
        stops = [start]
        if last > first + 1:
            points = [(y, x) if sideways else (x, y) for x, y in part.points]
            for v in rows[first + 1 : last]:
                straight = start + (v - top) / (bottom - top) * (end - start)
                stops.append(curve_at(points, v, straight))
        for row, piece in enumerate(pairwise([*stops, end]), first):
            between[row].append(piece)
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < -1
        for pieces in between
        for one, other in combinations(pieces, 2)
    )
