"""Rows of a layered layout and where the lines pass through them.

``u`` runs along a row and ``v`` with the flow: for TB that is (x, y), for LR (y, x). Things are
boxes, labels and fillers, named as in :mod:`.dot`. A line from row 1 to row 5 passes the rows 2 to
4 at one ``u`` each; these are chosen free of boxes, boundary lines and other lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Point

Span = tuple[float, float]
_SAMPLES = 12
_APART = 10.0


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
    clear: float = -inf  # lines from above end right of this: a boundary's title is left of it
    apart: float = _APART  # least distance between two lines that end on one side
    is_label: bool = field(init=False)  # a line meets it only in the middle
    _low: float = field(init=False)
    _high: float = field(init=False)

    def __post_init__(self) -> None:
        """Work out once where on its sides lines may end, from its middle."""
        start = -self.size_u / 2
        end = start + (self.box_u or self.size_u)
        middle = (start + end) / 2
        self.is_label = self.name[0] == "l"
        self._low = 0.0 if self.is_label else min(start + self.inset, middle)
        self._high = 0.0 if self.is_label else max(end - self.inset, middle)

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
    def span(self) -> Span:
        """The part of the side on which lines may end; a label has only its middle."""
        return self.u + self._low, self.u + self._high

    @property
    def entry(self) -> Span:
        """The part of the upper side on which lines may end."""
        low, high = self.u + self._low, self.u + self._high
        return (low if low > self.clear else min(self.clear, high)), high

    def nearest(self, u: float, *, entering: bool) -> float:
        """Return the place on the upper or lower side where a line may end, nearest to ``u``."""
        low, high = self.entry if entering else self.span
        return low if u < low else min(u, high)


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
        heights = (a[1], b[1], c[1], d[1])
        if v > max(heights) or v < min(heights):
            before = d
            continue
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


class Border(NamedTuple):
    """A boundary in one row: its sides, and where what lies inside it may begin (title room)."""

    group: int
    start: float
    inner: float
    end: float
