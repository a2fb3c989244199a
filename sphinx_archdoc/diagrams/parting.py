"""Lines that would lie on each other between two rows are parted at the boxes where they end.

Tracks keep cross pieces apart, and mostly their order keeps apart what goes up and down from them;
where three lines ask for orders that exclude each other, an end moves along its box, or a line that
only passes moves a little.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.tracks import SAME

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.rows import Way

#: How far an end moves, and what it keeps to others.
_STEP, _CLEAR = 9.0, 8.0
#: How far beside another line one passes that would lie on it. Boxes are further away.
_BESIDE = 5.0


def keep_apart(members: list[tuple[Way, int]], tracks: list[int]) -> bool:
    """Move an end of the first two lines that lie on each other; return whether any was moved.

    ``members`` are the lines between two rows, each with the number of its piece there.
    """
    bent = []
    for (way, piece), track in zip(members, tracks, strict=True):
        if track >= 0:
            stops = way.stops()
            bent.append((track, stops[piece], stops[piece + 1], way, piece))
    for (high, _, down, above, i), (low, up, _, below, j) in permutations(bent, 2):
        # The upper track's line goes on down where the lower track's line comes from.
        if high < low and abs(down - up) < SAME:
            own = [way for way, _ in members]
            if _move_arrival(above, i, own) or _move_leaving(below, j, own):
                return True
            if _move_pass(above, i, up, members):
                return True
    return False


def _move_arrival(way: Way, piece: int, others: list[Way]) -> bool:
    if piece != len(way.passes) or way.lower.is_label:
        return False
    taken = [w.arrive for w in others if w is not way and w.lower is way.lower]
    place = _free(way.arrive, way.lower.entry, taken)
    if place is None:
        return False
    way.arrive = place
    return True


def _move_leaving(way: Way, piece: int, others: list[Way]) -> bool:
    if piece or way.upper.is_label:
        return False
    taken = [w.leave for w in others if w is not way and w.upper is way.upper]
    place = _free(way.leave, way.upper.span, taken)
    if place is None:
        return False
    way.leave = place
    return True


def _move_pass(way: Way, piece: int, other: float, members: list[tuple[Way, int]]) -> bool:
    """Move a line where it passes the lower row, and straight on below, away from another one."""
    if piece >= len(way.passes):
        return False
    old = way.passes[piece]
    new = other + (_BESIDE if old >= other else -_BESIDE)
    stops = [w.stops()[k + 1] for w, k in members if w is not way]
    if any(abs(new - stop) < _BESIDE for stop in stops):
        return False
    end = piece
    while end < len(way.passes) and way.passes[end] == old:
        way.passes[end] = new
        end += 1
    low, high = way.lower.entry
    if end == len(way.passes) and way.arrive == old and low <= new <= high:
        way.arrive = new
    return True


def _free(u: float, side: tuple[float, float], taken: list[float]) -> float | None:
    low, high = side
    return next(
        (
            place
            for place in (u - _STEP, u + _STEP)
            if low <= place <= high and all(abs(place - x) >= _CLEAR for x in taken)
        ),
        None,
    )
