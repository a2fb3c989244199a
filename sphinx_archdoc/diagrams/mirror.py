"""Pictures that keep to the order in which things are declared, as far as a mirror can.

A layout and its mirror image are as good as each other, and a little change in a graph may lead the
engine to the other one. Of the two, the one is taken in which more boxes of one row stand in the
order in which they are declared.
"""

from __future__ import annotations

from itertools import combinations, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Placed, Plan


def as_declared(plan: Plan, placed: Placed) -> Placed:
    """Return a layout or its mirror image, whichever is nearer to the order of declaration.

    Boundaries of a picture to the right stay: the engine left room above them for their titles.
    """
    sideways = plan.flow in {"LR", "RL"}
    if sideways and plan.groups:
        return placed
    boxes = []
    for name, (x, y) in placed.centres.items():
        if name[0] == "n":
            u, v = (y, x) if sideways else (x, y)
            boxes.append((round(v), u, int(name[1:])))
    boxes.sort()
    balance = 0
    for _, row in groupby(boxes, key=lambda box: box[0]):
        numbers = [number for _, _, number in row]
        balance += sum(1 if one < other else -1 for one, other in combinations(numbers, 2))
    return _mirrored(placed, sideways=sideways) if balance < 0 else placed


def _mirrored(placed: Placed, *, sideways: bool) -> Placed:
    """Return the mirror image, across the flow."""
    if sideways:
        return placed._replace(
            centres={name: (x, -y) for name, (x, y) in placed.centres.items()},
            parts=tuple(
                part._replace(points=tuple((x, -y) for x, y in part.points))
                for part in placed.parts
            ),
        )
    return placed._replace(
        centres={name: (-x, y) for name, (x, y) in placed.centres.items()},
        groups={g: (-c, b, -a, d) for g, (a, b, c, d) in placed.groups.items()},
        parts=tuple(
            part._replace(points=tuple((-x, y) for x, y in part.points)) for part in placed.parts
        ),
    )
