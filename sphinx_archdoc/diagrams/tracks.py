"""Order of the cross pieces of lines between two rows, so that few of them cross.

``u`` runs along a row, the flow goes down. Between two rows each line leaves the upper row at one
``u`` and enters the lower row at another; the piece along the rows between them needs a track.
"""

from __future__ import annotations

from typing import NamedTuple

#: Ends nearer than this to each other count as being on one line (px).
SAME = 4.0
#: Cost of two lines lying on each other, against 1 for a crossing.
_OVERLAP = 50


class Crosser(NamedTuple):
    """A line's way from one row to the next: where it leaves and where it enters."""

    upper: float
    lower: float

    @property
    def straight(self) -> bool:
        """Whether no cross piece is needed."""
        return abs(self.upper - self.lower) < 0.01  # noqa: PLR2004 - rounding noise

    @property
    def low(self) -> float:
        """The smaller end."""
        return min(self.upper, self.lower)

    @property
    def high(self) -> float:
        """The larger end."""
        return max(self.upper, self.lower)


def _cost(above: Crosser, below: Crosser) -> int:
    """Return the crossings and overlaps of two cross pieces where one has the upper track."""
    cost = int(below.low < above.lower < below.high) + int(above.low < below.upper < above.high)
    # The upper one goes on down at its lower end, the lower one comes down at its upper end.
    if abs(above.lower - below.upper) < SAME:
        cost += _OVERLAP
    return cost


def assign(crossers: list[Crosser], gap: float = 8.0) -> tuple[list[int], int]:
    """Return the track of each crosser (0 is the top, -1 for straight ones) and their number."""
    bent = [i for i, c in enumerate(crossers) if not c.straight]
    bent.sort(key=lambda i: (crossers[i].low, crossers[i].high, i))
    touching: dict[int, list[int]] = {i: [] for i in bent}
    wish: dict[int, dict[int, int]] = {i: {} for i in bent}
    for position, i in enumerate(bent):
        for j in bent[position + 1 :]:
            if crossers[j].low > crossers[i].high + gap:
                break
            touching[i].append(j)
            touching[j].append(i)
            # Positive: it costs so much more to have i above j.
            more = _cost(crossers[i], crossers[j]) - _cost(crossers[j], crossers[i])
            if more:
                wish[i][j] = more
                wish[j][i] = -more
    left = dict.fromkeys(bent)
    penalty = {i: sum(max(0, cost) for cost in wish[i].values()) for i in bent}
    tracks = [-1] * len(crossers)
    count = 0
    while left:
        # Take the piece that regrets least being above all that are still to come.
        pick = min(left, key=lambda i: (penalty[i], crossers[i].low, i))
        del left[pick]
        track = 1 + max((tracks[j] for j in touching[pick] if j not in left), default=-1)
        tracks[pick] = track
        count = max(count, track + 1)
        for j, cost in wish[pick].items():
            if j in left and cost < 0:
                penalty[j] += cost
    return tracks, count
