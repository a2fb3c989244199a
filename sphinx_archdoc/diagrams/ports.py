"""Where lines leave and enter boxes: spread along a side, straight on where that is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.rows import LINE_GAP

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.rows import Thing, Way

#: A bend smaller than this looks like a mistake and is taken out where there is room (px).
_JOG = 8.0
_SAME = 0.5  # px
_NUDGE = 10.0
_GAPS = (22.0, 16.0, LINE_GAP)


def _aim(thing: Thing, other: Thing, passes: list[float], near: int) -> float:
    """Return the u the line goes to next, seen from ``thing``."""
    if passes:
        return passes[near]
    (low, high), (other_low, other_high) = thing.span, other.span
    if max(low, other_low) <= min(high, other_high):
        return (max(low, other_low) + min(high, other_high)) / 2
    return other.u


def spread(wishes: list[float], low: float, high: float) -> list[float]:
    """Return places in ``low``..``high`` for sorted wishes, in order and apart from each other.

    They are wide apart where that moves no line that could go straight on, else close together.
    """
    for gap in _GAPS:
        places = _pooled(wishes, low, high, gap)
        moved = any(
            abs(p - w) > _SAME for p, w in zip(places, wishes, strict=True) if low <= w <= high
        )
        if not moved:
            break
    return places


def _pooled(wishes: list[float], low: float, high: float, gap: float) -> list[float]:
    """Return places at least ``gap`` apart, as near to the wishes as can be (least squares)."""
    count = len(wishes)
    gap = min(gap, (high - low) / (count - 1)) if count > 1 else 0.0
    pools: list[tuple[float, int]] = []
    for index, wish in enumerate(wishes):
        pools.append((min(max(wish, low), high) - index * gap, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    flat = [value for value, size in pools for _ in range(size)]
    top = high - (count - 1) * gap
    return [min(max(value, low), top) + i * gap for i, value in enumerate(flat)]


def set_ports(ways: list[Way]) -> None:
    """Set where every way leaves its upper and enters its lower thing."""
    below: dict[str, list[Way]] = {}
    above: dict[str, list[Way]] = {}
    for way in ways:
        below.setdefault(way.upper.name, []).append(way)
        above.setdefault(way.lower.name, []).append(way)
    for group in below.values():
        thing = group[0].upper
        aims = [(_aim(thing, w.lower, w.passes, 0), w.lower.u, i) for i, w in enumerate(group)]
        order = sorted(range(len(group)), key=aims.__getitem__)
        places = spread([aims[i][0] for i in order], *thing.span)
        for i, place in zip(order, places, strict=True):
            group[i].leave = place
    for group in above.values():
        thing = group[0].lower
        aims = [(_aim(thing, w.upper, w.passes, -1), w.upper.u, i) for i, w in enumerate(group)]
        order = sorted(range(len(group)), key=aims.__getitem__)
        places = spread([aims[i][0] for i in order], *thing.span)
        for i, place in zip(order, places, strict=True):
            group[i].arrive = place
    for group in below.values():
        _straighten(group, leaving=True)
    for group in above.values():
        _straighten(group, leaving=False)


def _straighten(group: list[Way], *, leaving: bool) -> None:
    """Take out tiny bends at one side of a thing, where no other line ends nearby."""
    thing = group[0].upper if leaving else group[0].lower
    low, high = thing.span
    for way in group:
        stops = way.stops()
        here, there = (stops[0], stops[1]) if leaving else (stops[-1], stops[-2])
        others = [w.leave if leaving else w.arrive for w in group if w is not way]
        fits = low <= there <= high and all(abs(there - x) >= LINE_GAP - 2 for x in others)
        if 0 < abs(here - there) < _JOG and fits:
            if leaving:
                way.leave = there
            else:
                way.arrive = there


def nudge_labels(rows: list[list[Thing]], ways: list[Way]) -> None:
    """Move labels a little along their row where that saves a bend and nothing is in the way."""
    ends: dict[str, list[Thing]] = {}
    for way in ways:
        for label, other in ((way.lower, way.upper), (way.upper, way.lower)):
            if label.is_label and not way.wanted:
                ends.setdefault(label.name, []).append(other)
    for row in rows:
        for index, label in enumerate(row):
            others = ends.get(label.name, [])
            goals = [label.u, *(t.nearest(label.u) for t in others)]
            # The fewest bends, then the shortest way; where it is, if that is as good.
            goal = min(
                (g for g in goals if abs(g - label.u) <= _NUDGE),
                key=lambda g: (sum(t.nearest(g) != g for t in others), abs(g - label.u), g),
            )
            if goal == label.u:
                continue
            half = label.size_u / 2 + _NUDGE / 2
            left = row[index - 1].end if index else goal - half
            right = row[index + 1].start if index + 1 < len(row) else goal + half
            if left <= goal - half and goal + half <= right:
                label.u = goal
