"""The row of every box and label, as Graphviz will choose it: known before anything is laid out.

With ``newrank`` and nothing else that holds boxes, the rows are those in which the lines are
shortest in all (Gansner, Koutsofios, North and Vo, "A technique for drawing directed graphs", 1993,
section 2). What is counted here are boxes only: a label stands right below what its line comes
from, or right above what it leads to.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.layout import Rows, SizedBox, SizedEdge
from sphinx_archdoc.diagrams.order import downward, edge_rows, grid_pairs, longest_ways

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Arrangement, Plan

#: How often boxes are moved towards what they lead to, and rows put in order.
_MOST_MOVES, _SWEEPS = 60, 4


def natural_rows(plan: Plan) -> Rows:
    """Return the rows of a plan that gives none, and an order of the boxes with short lines."""
    return _rows(
        plan._replace(
            boxes=tuple(SizedBox(1, 1, box.group) for box in plan.boxes),
            groups=(),
            edges=tuple(
                SizedEdge(e.source, e.target, bool(e.label_width), bool(e.label_width))
                for e in plan.edges
            ),
            flow="BT" if plan.flow in {"BT", "RL"} else "TB",
            backwards=False,
        )
    )


@lru_cache(maxsize=16)
def _rows(plan: Plan) -> Rows:
    """Return the rows of a plan without sizes: remembered, as they are asked for with several."""
    ends = downward(plan)
    arcs = [(a, b) for a, b in ends if a != b]
    arcs += grid_pairs(plan)
    first, last = edge_rows(plan, ends)
    ranks = _shortest(len(plan.boxes), arcs, frozenset((*first, *last)))
    for box in last:
        ranks[box] = max((r + 1 for i, r in enumerate(ranks) if i not in last), default=0)
    step = 1 + any(edge.label_width for edge in plan.edges)
    labels = []
    for edge, (upper, lower) in zip(plan.edges, ends, strict=True):
        row = step * ranks[lower] - 1 if plan.pull_down else step * ranks[upper] + 1
        labels.append(row if edge.label_width and upper != lower else -1)
    return Rows(tuple(step * rank for rank in ranks), tuple(labels), _ordered(ranks, arcs))


def laid_out_rows(plan: Plan, layout: Arrangement) -> Rows:
    """Return the rows and the order that a layout which reads downwards has.

    The label of a line to oneself stands beside its box and is in no row.
    """
    boxes = layout.boxes
    labels = [
        None if line.source == line.target else edge.label
        for line, edge in zip(plan.edges, layout.edges, strict=True)
    ]
    levels = sorted(round(rect.cy) for rect in (*boxes, *labels) if rect)
    row = dict.fromkeys(levels, 0)
    for before, at in pairwise(levels):
        row[at] = row[before] + (at > before + 1)
    return Rows(
        tuple(row[round(box.cy)] for box in boxes),
        tuple(row[round(label.cy)] if label else -1 for label in labels),
        tuple(sorted(range(len(boxes)), key=lambda i: (boxes[i].cx, i))),
    )


def _shortest(count: int, arcs: list[tuple[int, int]], held: frozenset[int]) -> list[int]:
    """Return a rank for each box with which the lines are shortest in all, and as high as can be.

    Everything starts as high as it can; then a box goes down, with all that it pushes, as long as
    more lines get shorter by it than longer.
    """
    ranks = longest_ways(count, arcs)
    below: list[list[int]] = [[] for _ in range(count)]
    above: list[list[int]] = [[] for _ in range(count)]
    for upper, lower in arcs:
        below[upper].append(lower)
        above[lower].append(upper)
    movable = [box for box in range(count) if below[box] and box not in held]
    for _ in range(_MOST_MOVES):
        moved = False
        for box in movable:
            pushed = _pushed(box, ranks, below)
            leaving = [(i, j) for i in pushed for j in below[i] if j not in pushed]
            entering = sum(j not in pushed for i in pushed for j in above[i])
            if pushed & held or len(leaving) <= entering:
                continue
            slack = min(ranks[j] - ranks[i] - 1 for i, j in leaving)
            for i in pushed:
                ranks[i] += slack
            moved = moved or slack > 0
        if not moved:
            break
    return ranks


def _pushed(box: int, ranks: list[int], below: list[list[int]]) -> set[int]:
    """Return a box and everything that it cannot go down without."""
    found, open_ = {box}, [box]
    while open_:
        upper = open_.pop()
        for lower in below[upper]:
            if ranks[lower] == ranks[upper] + 1 and lower not in found:
                found.add(lower)
                open_.append(lower)
    return found


def _ordered(ranks: list[int], arcs: list[tuple[int, int]]) -> tuple[int, ...]:
    """Return the boxes from left to right: near the middle one of what they are joined to."""
    joined: list[list[int]] = [[] for _ in ranks]
    for upper, lower in arcs:
        joined[upper].append(lower)
        joined[lower].append(upper)
    rows: dict[int, list[int]] = {}
    for box, rank in enumerate(ranks):
        rows.setdefault(rank, []).append(box)
    place = [0] * len(ranks)
    for row in rows.values():
        _spread(row, place)
    order = sorted(rows)
    for sweep in range(_SWEEPS):
        for rank in order if sweep % 2 == 0 else reversed(order):
            row = rows[rank]
            wished = {box: _middle([place[i] for i in joined[box]], place[box]) for box in row}
            row.sort(key=lambda box: (wished[box], place[box]))
            _spread(row, place)
    return tuple(sorted(range(len(ranks)), key=lambda box: (place[box], box)))


def _spread(row: list[int], place: list[int]) -> None:
    """Put the boxes of a row beside each other, the middle of the row at 0."""
    for at, box in enumerate(row):
        place[box] = 2 * at + 1 - len(row)


def _middle(places: list[int], otherwise: int) -> int:
    """Return twice the median, whole as it is the same in every Python."""
    if not places:
        return 2 * otherwise
    places.sort()
    half = len(places) // 2
    return 2 * places[half] if len(places) % 2 else places[half - 1] + places[half]
