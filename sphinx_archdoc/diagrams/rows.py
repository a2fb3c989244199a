"""Rows of a layered layout and where the lines pass through them.

``u`` runs along a row and ``v`` with the flow: for TB that is (x, y), for LR (y, x). Things are
boxes, labels and fillers, named as in :mod:`.dot`. A line from row 1 to row 5 passes the rows 2 to
4 at one ``u`` each; these are chosen free of boxes, boundary lines and other lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Point

BOX_GAP = 11.0
BORDER_GAP = 7.0
LINE_GAP = 10.0
_REACH = 70.0  # how far from the engine's curve a straight piece may lie
_SAMPLES = 12
_BEND = 45.0  # what a bend costs against px of distance from the engine's curve


@dataclass(slots=True)
class Thing:
    """A placed thing: centre and sizes in flow coordinates; ``size_u`` counts the loop's room."""

    name: str
    u: float
    v: float
    size_u: float
    size_v: float
    row: int = -1
    box_u: float = 0.0  # the box's own size along the row (0: all of it)
    inset: float = 14.0

    @property
    def start(self) -> float:
        """Where it begins in the row."""
        return self.u - self.size_u / 2

    @property
    def end(self) -> float:
        """Where its room ends in the row."""
        return self.u + self.size_u / 2

    @property
    def box_end(self) -> float:
        """Where the box itself ends in the row."""
        return self.start + (self.box_u or self.size_u)

    @property
    def span(self) -> tuple[float, float]:
        """The part of the side on which lines may end; a label has only its middle."""
        if self.is_label:
            return self.u, self.u
        middle = (self.start + self.box_end) / 2
        return min(self.start + self.inset, middle), max(self.box_end - self.inset, middle)

    def nearest(self, u: float) -> float:
        """Return the place on the side where a line may end that is nearest to ``u``."""
        low, high = self.span
        return min(max(u, low), high)

    @property
    def is_label(self) -> bool:
        """Whether it is a line's label, which a line meets only in the middle."""
        return self.name[0] == "l"


@dataclass(slots=True)
class Way:
    """A line between two things with the ``u`` at which it leaves, passes each row and arrives."""

    edge: int
    upper: Thing
    lower: Thing
    wanted: list[float]  # per row between: where the engine's curve passes
    common: frozenset[int]  # boundaries round both ends: the way stays inside
    own: frozenset[int]  # boundaries round at least one end: the way keeps out of all others
    passes: list[float] = field(default_factory=list)
    leave: float = 0.0
    arrive: float = 0.0

    def stops(self) -> list[float]:
        """Return the u in every row from the upper to the lower thing."""
        return [self.leave, *self.passes, self.arrive]


def set_rows(things: list[Thing]) -> list[list[Thing]]:
    """Give every thing its row by its centre; return the rows in flow order, each sorted by u."""
    rows: list[list[Thing]] = []
    last = None
    for thing in sorted(things, key=lambda t: (t.v, t.u, t.name)):
        if last is None or thing.v > last + 1:
            rows.append([])
            last = thing.v
        thing.row = len(rows) - 1
        rows[-1].append(thing)
    for row in rows:
        row.sort(key=lambda t: (t.u, t.name))
    return rows


def curve_at(points: list[Point], v: float, default: float) -> float:
    """Return the u at which a piecewise cubic curve of (u, v) points first reaches v."""
    before: Point | None = None
    for start in range(0, len(points) - 3, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(_SAMPLES + 1):
            t = step / _SAMPLES
            s = 1 - t
            f = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            here = (
                f[0] * a[0] + f[1] * b[0] + f[2] * c[0] + f[3] * d[0],
                f[0] * a[1] + f[1] * b[1] + f[2] * c[1] + f[3] * d[1],
            )
            if before and min(before[1], here[1]) <= v <= max(before[1], here[1]):
                span = here[1] - before[1]
                part = (v - before[1]) / span if span else 0.0
                return before[0] + part * (here[0] - before[0])
            before = here
    return default


@dataclass(frozen=True, slots=True)
class Border:
    """A boundary in one row: its sides, and where what lies inside it may begin (title room)."""

    group: int
    start: float
    inner: float
    end: float


@dataclass(slots=True)
class _Row:
    """What a line must keep clear of in one row."""

    solids: list[tuple[float, float]]
    borders: list[Border]
    taken: list[float]

    def free(self, u: float, way: Way) -> bool:
        """Return whether a way may pass here."""
        return (
            all(u <= a - BOX_GAP or u >= b + BOX_GAP for a, b in self.solids)
            and all(self._clear(u, b, way) for b in self.borders)
            and all(abs(u - x) >= LINE_GAP for x in self.taken)
        )

    @staticmethod
    def _clear(u: float, border: Border, way: Way) -> bool:
        inside = border.inner + BORDER_GAP <= u <= border.end - BORDER_GAP
        outside = u <= border.start - BORDER_GAP or u >= border.end + BORDER_GAP
        if border.group in way.common:
            return inside
        return outside or (inside and border.group in way.own)

    def marks(self) -> list[float]:
        """Return the places nearest to obstacles at which a line is just clear of them."""
        out = [x for a, b in self.solids for x in (a - BOX_GAP, b + BOX_GAP)]
        for b in self.borders:
            out += [b.start - BORDER_GAP, b.inner + BORDER_GAP]
            out += [b.end - BORDER_GAP, b.end + BORDER_GAP]
        return out + [x + d for x in self.taken for d in (-LINE_GAP, LINE_GAP)]

    def squeeze(self, u: float, way: Way) -> float:
        """Return the best place in a crowded row: the middle of a gap between boxes near ``u``."""
        edges = sorted([*self.taken, *(x for s in self.solids for x in s)])
        edges += [x for b in self.borders for x in (b.start, b.inner, b.end)]
        edges.sort()
        middles = [(a + b) / 2 for a, b in pairwise(edges) if b - a > 1]
        middles = [m for m in middles if not any(a <= m <= b for a, b in self.solids)]
        middles += [edges[0] - 20, edges[-1] + 20] if edges else [u]
        inside = [m for m in middles if all(self._within(m, b, way) for b in self.borders)]
        return min(
            inside or middles,
            key=lambda x: (abs(x - u) + 200 / min((abs(x - e) for e in edges), default=1.0), x),
        )

    @staticmethod
    def _within(u: float, border: Border, way: Way) -> bool:
        inside = border.inner <= u <= border.end
        if border.group in way.common:
            return inside
        return not border.start <= u <= border.end or (inside and border.group in way.own)


def set_passes(rows: list[list[Thing]], ways: list[Way], borders: list[list[Border]]) -> None:
    """Choose the passes of all ways, the longest first; ``borders`` are those of each row."""
    state = [_Row([(t.start, t.end) for t in row], borders[i], []) for i, row in enumerate(rows)]
    for way in sorted(ways, key=lambda w: (-len(w.wanted), w.edge, w.upper.name)):
        at = 0
        while at < len(way.wanted):
            first = way.upper.row + 1 + at
            for length in range(len(way.wanted) - at, 0, -1):
                run = state[first : first + length]
                place = _straight(run, way, at, length)
                if place is not None:
                    break
            else:
                length, run = 1, state[first : first + 1]
                place = run[0].squeeze(way.wanted[at], way)
            for row in run:
                row.taken.append(place)
            way.passes += [place] * length
            at += length


def _straight(run: list[_Row], way: Way, at: int, length: int) -> float | None:
    """Return one u that is free in all rows of a run, the nearest to where the curve goes."""
    goal = sorted(way.wanted[at : at + length])[length // 2]
    reach = _REACH if length > 1 else 4 * _REACH
    ends = [way.upper] * (at == 0) + [way.lower] * (at + length == len(way.wanted))
    # In line with an end of the way there is a bend less, and a label is met only in its middle.
    marks = {u for row in run for u in row.marks()} | {t.nearest(goal) for t in ends} | {goal}
    choices = sorted(
        (u for u in marks if abs(u - goal) <= reach),
        key=lambda u: (abs(u - goal) + _BEND * sum(t.nearest(u) != u for t in ends), u),
    )
    return next((u for u in choices if all(row.free(u, way) for row in run)), None)
