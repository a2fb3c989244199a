"""Where long lines pass the rows between their ends: free of boxes, boundaries and other lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.rows import Border, Span, Thing, Way

BOX_GAP = 11.0
BORDER_GAP = 7.0
LINE_GAP = 10.0
_REACH = 70.0  # how far from the engine's curve a straight piece over several rows may lie
_FAR = 280.0  # the same within one row
_BEND = 45.0  # what a bend costs against px of distance from the engine's curve
_SWAP = 40.0  # what passing on the other side of something costs: most likely a crossing


@dataclass(slots=True)
class _Row:
    """What a line must keep clear of in one row; ``order`` holds (wanted, real) places."""

    solids: list[Span]
    borders: list[Border]
    order: list[Span]
    taken: list[float] = field(default_factory=list)

    def blocked(self, way: Way) -> list[Span]:
        """Return the open intervals in which a way may not pass, sorted."""
        out = [(a - BOX_GAP, b + BOX_GAP) for a, b in self.solids]
        out += [(x - LINE_GAP, x + LINE_GAP) for x in self.taken]
        for b in self.borders:
            if b.group in way.common:
                out += [(-inf, b.inner + BORDER_GAP), (b.end - BORDER_GAP, inf)]
            elif b.group in way.own:
                out += [
                    (b.start - BORDER_GAP, b.inner + BORDER_GAP),
                    (b.end - BORDER_GAP, b.end + BORDER_GAP),
                ]
            else:
                out.append((b.start - BORDER_GAP, b.end + BORDER_GAP))
        out.sort()
        return out

    def swaps(self, wanted: float, u: float) -> int:
        """Return how many things and lines a way at ``u`` would have on the other side."""
        count = 0
        for w, real in self.order:  # the innermost loop of a layout
            if (wanted - w) * (u - real) < 0:
                count += 1
        return count

    def take(self, wanted: float, u: float) -> None:
        """Note that a way passes here."""
        self.taken.append(u)
        self.order.append((wanted, u))

    def squeeze(self, u: float, way: Way) -> float:
        """Return the best place in a crowded row: the middle of a gap between boxes near ``u``."""
        edges = [*self.taken, *(x for s in self.solids for x in s)]
        edges += [x for b in self.borders for x in (b.start, b.inner, b.end)]
        edges.sort()
        middles = [(a + b) / 2 for a, b in pairwise(edges) if b - a > 1]
        middles = [m for m in middles if not any(a <= m <= b for a, b in self.solids)]
        middles += [edges[0] - 20, edges[-1] + 20] if edges else [u]
        inside = [m for m in middles if all(_within(m, b, way) for b in self.borders)]
        return min(
            inside or middles,
            key=lambda x: (abs(x - u) + 200 / min((abs(x - e) for e in edges), default=1.0), x),
        )


def _within(u: float, border: Border, way: Way) -> bool:
    inside = border.inner <= u <= border.end
    if border.group in way.common:
        return inside
    return not border.start <= u <= border.end or (inside and border.group in way.own)


def set_passes(
    rows: list[list[Thing]],
    ways: list[Way],
    borders: list[list[Border]],
    titles: list[list[Span]] | None = None,
) -> None:
    """Choose the passes of all ways, the longest first.

    ``borders`` are those of each row, ``titles`` the room of titles right above each row.
    """
    state = [
        _Row(
            [(t.start, t.end) for t in row] + (titles[i] if titles else []),
            borders[i],
            [(t.u, t.u) for t in row],
        )
        for i, row in enumerate(rows)
    ]
    for way in sorted(ways, key=lambda w: (-len(w.wanted), w.edge, w.upper.name)):
        if way.wanted:
            _pass(state[way.upper.row + 1 : way.lower.row], way)


def _pass(rows: list[_Row], way: Way) -> None:
    """Choose the passes of one way through its rows, in straight pieces as long as possible."""
    blocked = [row.blocked(way) for row in rows]
    at = 0
    while at < len(rows):
        place = _place(rows, way, (at, at + 1), _gaps(blocked[at]), _FAR)
        if place is None:
            place = rows[at].squeeze(way.wanted[at], way)
        end = at + 1
        both = blocked[at]
        while end < len(rows):
            both = sorted(both + blocked[end])
            longer = _place(rows, way, (at, end + 1), _gaps(both), _REACH)
            if longer is None:
                break
            place, end = longer, end + 1
        for row, wanted in zip(rows[at:end], way.wanted[at:end], strict=True):
            row.take(wanted, place)
        way.passes += [place] * (end - at)
        at = end


def _gaps(blocked: list[Span]) -> list[Span]:
    """Return the closed intervals between open ones that are sorted by their start."""
    gaps = []
    at = -inf
    for start, end in blocked:
        if start > at or start == at > -inf:
            gaps.append((at, start))
        at = max(at, end)
    if at < inf:
        gaps.append((at, inf))
    return gaps


def _place(
    rows: list[_Row], way: Way, part: tuple[int, int], gaps: list[Span], reach: float
) -> float | None:
    """Return the best u for a straight piece through a part of the rows, or None without any.

    Near to where the engine's curve goes, in line with an end of the way, for that is a bend less
    (a label is met only in its middle), and between the same things as the curve.
    """
    start, stop = part
    wanted = way.wanted[start:stop]
    goal = sorted(wanted)[len(wanted) // 2]
    ends = []
    if start == 0:
        ends.append((way.upper, False))
    if stop == len(rows):
        ends.append((way.lower, True))
    wishes = [goal, *(t.nearest(goal, entering=e) for t, e in ends)]
    best: tuple[float, float] | None = None
    for low, high in gaps:
        if high < goal - reach or low > goal + reach:
            continue
        tried = None
        for wish in wishes:
            u = low if wish < low else min(wish, high)
            if u == tried or abs(u - goal) > reach:
                continue  # most gaps lie on one side of all wishes
            tried = u
            cost = abs(u - goal) + _BEND * sum(t.nearest(u, entering=e) != u for t, e in ends)
            if best is None or cost < best[0]:
                cost += _SWAP * sum(
                    row.swaps(w, u) for row, w in zip(rows[start:stop], wanted, strict=True)
                )
                best = min(best or (inf, 0), (cost, u))
    return best[1] if best else None
