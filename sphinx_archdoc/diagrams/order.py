"""Which way lines run before layout: cycles are opened here, so that the engine sees none."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Plan

#: Boxes without any line are put in rows of at most this many.
_GRID = 4


def downward(plan: Plan) -> list[tuple[int, int]]:
    """Return for every edge its (upper, lower) box; self loops stay as they are.

    The lines that the plan turns are turned first.
    People begin the flow: a line to a person who also uses something is turned round. So are
    lines that would close a cycle, found by a depth-first walk that begins at people, then at boxes
    nothing points to, then in drawing order (``other_turns``: from each box the last line first).
    At the end BT and RL turn every line.
    """
    ends = _wished(plan)
    out: list[list[int]] = [[] for _ in plan.boxes]
    incoming = [0] * len(plan.boxes)
    for index, (upper, lower) in enumerate(ends):
        if upper != lower:
            out[upper].append(index)
            incoming[lower] += 1
    if plan.other_turns:
        out = [lines[::-1] for lines in out]
    roots = sorted(range(len(plan.boxes)), key=lambda i: (i not in plan.first, incoming[i] > 0, i))
    state = [0] * len(plan.boxes)  # 0 not seen, 1 on the walk's path, 2 done
    turned: set[int] = set()
    for root in roots:
        if state[root]:
            continue
        state[root] = 1
        path = [(root, iter(out[root]))]
        while path:
            box, edges = path[-1]
            following = next(edges, None)
            if following is None:
                state[box] = 2
                path.pop()
                continue
            lower = ends[following][1]
            if state[lower] == 1:
                turned.add(following)
            elif state[lower] == 0:
                state[lower] = 1
                path.append((lower, iter(out[lower])))
    mirror = plan.flow in {"BT", "RL"}
    return [(b, a) if (i in turned) != mirror else (a, b) for i, (a, b) in enumerate(ends)]


def _wished(plan: Plan) -> list[tuple[int, int]]:
    """Return the ends of every edge with people above, and those turned that the plan turns."""
    active = {e.source for e in plan.edges if e.source in plan.first and e.target not in plan.first}
    ends = [
        (e.target, e.source)
        if e.target in active and e.source not in plan.first
        else (e.source, e.target)
        for e in plan.edges
    ]
    for index in plan.turned:
        ends[index] = ends[index][::-1]
    return ends


def edge_rows(plan: Plan, ends: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the boxes to hold in the first and in the last row of the picture.

    Only boxes outside all boundaries that really begin or end the flow can be held there.
    """
    above = {lower for upper, lower in ends if upper != lower}
    below = {upper for upper, lower in ends if upper != lower}
    first, last = plan.first, plan.last
    if plan.flow in {"BT", "RL"}:
        first, last = last, first
    return (
        sorted(i for i in first if i in below - above and plan.boxes[i].group < 0),
        sorted(i for i in last if i in above - below and plan.boxes[i].group < 0),
    )


def longest_ways(count: int, ends: list[tuple[int, int]]) -> list[int]:
    """Return for each box how many lines the longest way to it has; lines form no cycle."""
    below: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for upper, lower in ends:
        below[upper].append(lower)
        waiting[lower] += 1
    ranks = [0] * count
    ready = [i for i in range(count) if not waiting[i]]
    for box in ready:
        for lower in below[box]:
            ranks[lower] = max(ranks[lower], ranks[box] + 1)
            waiting[lower] -= 1
            if not waiting[lower]:
                ready.append(lower)
    return ranks


def ancestors(plan: Plan, group: int) -> list[int]:
    """Return a boundary and all boundaries round it, the innermost first."""
    chain = []
    while group >= 0:
        chain.append(group)
        group = plan.groups[group].parent
    return chain


def common_group(plan: Plan, one: int, two: int) -> int:
    """Return the innermost boundary that holds both boxes, or -1."""
    outer = set(ancestors(plan, plan.boxes[two].group))
    return next((g for g in ancestors(plan, plan.boxes[one].group) if g in outer), -1)


def label_group(plan: Plan, upper: int, lower: int) -> int:
    """Return the boundary in which the label of a line is, or -1."""
    common = common_group(plan, upper, lower)
    if not plan.labels_inside or plan.boxes[lower].group != common:
        return common
    chain = ancestors(plan, plan.boxes[upper].group)
    return chain[chain.index(common) - 1 if common in chain else -1] if chain else -1


def against(plan: Plan) -> frozenset[int]:
    """Return the lines between two boundaries that run against most others between these two."""
    ways: dict[tuple[int, int], list[int]] = {}
    for index, (upper, lower) in enumerate(downward(plan)):
        above, below = (ancestors(plan, plan.boxes[box].group) for box in (upper, lower))
        shared = len(set(above) & set(below))
        if shared < min(len(above), len(below)):
            ways.setdefault((above[-shared - 1], below[-shared - 1]), []).append(index)
    fewer = [
        lines
        for (one, other), lines in ways.items()
        if (len(lines), one) < (len(ways.get((other, one), ())), other)
    ]
    return frozenset(index for lines in fewer for index in lines)


def grid_pairs(plan: Plan) -> list[tuple[int, int]]:
    """Return (upper, lower) pairs that put the boxes without lines into several short rows."""
    joined = {i for e in plan.edges if e.source != e.target for i in (e.source, e.target)}
    lonely: dict[int, list[int]] = {}
    for index, box in enumerate(plan.boxes):
        if index not in joined:
            lonely.setdefault(box.group, []).append(index)
    pairs = []
    for members in lonely.values():
        width = min(_GRID, ceil(sqrt(len(members))))
        pairs += list(zip(members, members[width:], strict=False))
    return pairs
