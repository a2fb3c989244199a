"""Where lines leave and enter boxes: spread along a side, straight on where that is possible."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.passes import LINE_GAP

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.rows import Border, Thing, Way

#: A bend smaller than this looks like a mistake and is taken out where there is room (px).
_JOG = 8.0
_SAME = 0.5  # px
_NUDGE = 40.0  # how far a label may move to save a bend
_AIR = 6.0  # what it keeps to its neighbours then
_GAPS = (22.0, 16.0)


def _aim(way: Way, *, entering: bool) -> float:
    """Return the u at which a line would best leave its upper or enter its lower thing."""
    if way.passes:
        return way.passes[-1 if entering else 0]
    other = way.upper if entering else way.lower
    low, high = way.upper.span
    other_low, other_high = way.lower.entry
    if max(low, other_low) <= min(high, other_high):
        return (max(low, other_low) + min(high, other_high)) / 2
    return other.u


def spread(wishes: list[float], low: float, high: float, least: float = LINE_GAP) -> list[float]:
    """Return places in ``low``..``high`` for sorted wishes, in order and apart from each other.

    They are wide apart where that moves no line that could go straight on, else close together,
    but at least ``least`` px where there is room.
    """
    for gap in (*(gap for gap in _GAPS if gap > least), least):
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
    sides = [(group, False) for group in below.values()]
    sides += [(group, True) for group in above.values()]
    for group, entering in sides:
        _place(group, entering=entering)
    for group, entering in sides:
        _straighten(group, entering=entering)


def _side(way: Way, *, entering: bool) -> tuple[float, float]:
    """Return the part of a thing's side on which its lines may end."""
    return way.lower.entry if entering else way.upper.span


def _place(group: list[Way], *, entering: bool) -> None:
    """Set the ends of the ways on one side of a thing."""
    apart = (group[0].lower if entering else group[0].upper).apart
    aims = [
        (_aim(w, entering=entering), (w.upper if entering else w.lower).u, i)
        for i, w in enumerate(group)
    ]
    aims.sort()
    side = _side(group[0], entering=entering)
    for (_, _, i), place in zip(aims, spread([a[0] for a in aims], *side, apart), strict=True):
        if entering:
            group[i].arrive = place
        else:
            group[i].leave = place


def _straighten(group: list[Way], *, entering: bool) -> None:
    """Take out tiny bends at one side of a thing, where no other line ends nearby."""
    low, high = _side(group[0], entering=entering)
    apart = (group[0].lower if entering else group[0].upper).apart
    for way in group:
        stops = way.stops()
        here, there = (stops[-1], stops[-2]) if entering else (stops[0], stops[1])
        others = [w.arrive if entering else w.leave for w in group if w is not way]
        fits = low <= there <= high and all(abs(there - x) >= apart - 2 for x in others)
        if 0 < abs(here - there) < _JOG and fits:
            if entering:
                way.arrive = there
            else:
                way.leave = there


def nudge_labels(rows: list[list[Thing]], ways: list[Way], borders: list[list[Border]]) -> None:
    """Move labels a little along their row where that saves a bend and nothing is in the way."""
    ends: dict[str, list[tuple[Thing, bool]]] = {}
    for way in ways:
        if way.lower.is_label and not way.wanted:
            ends.setdefault(way.lower.name, []).append((way.upper, False))
        if way.upper.is_label and not way.wanted:
            ends.setdefault(way.upper.name, []).append((way.lower, True))
    for row, lines in zip(rows, borders, strict=True):
        for index, label in enumerate(row):
            others = ends.get(label.name, [])
            if not others:
                continue
            goals = [label.u, *(t.nearest(label.u, entering=e) for t, e in others)]
            low, high = _room(row, index, lines)
            # The fewest bends, then the shortest way; where it is, if that is as good.
            label.u = min(
                (
                    g
                    for g in goals
                    if g == label.u or (abs(g - label.u) <= _NUDGE and low <= g <= high)
                ),
                key=lambda g: (
                    sum(t.nearest(g, entering=e) != g for t, e in others),
                    abs(g - label.u),
                    g,
                ),
            )


def _room(row: list[Thing], index: int, borders: list[Border]) -> tuple[float, float]:
    """Return the lowest and highest middle a label may have between its neighbours."""
    label = row[index]
    low = row[index - 1].end if index else -inf
    high = row[index + 1].start if index + 1 < len(row) else inf
    for border in borders:
        if border.inner <= label.start and label.end <= border.end:
            low, high = max(low, border.inner), min(high, border.end)
        elif border.end <= label.u:
            low = max(low, border.end)
        else:
            high = min(high, border.start)
    half = label.size_u / 2 + _AIR
    return low + half, high - half
