"""Rows that are too wide for a page, in several.

A layout engine puts everything that may stand beside each other into one row. Here a picture that
is wider than the page gets shorter rows: of boxes or labels beside each other every second one goes
into a new row below, where the lines of the others pass between them, like bricks; a boundary
beside another one goes below it; a label moves along its line to a row with room. The best such
step is taken until the rows are as short as asked for or no step makes them shorter.
"""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx_archdoc.diagrams.layout import Plan

#: How many steps may be taken that do not make the picture narrower by themselves.
_MOST_IDLE = 3


def narrowed(plan: Plan, rooms: Sequence[float]) -> Iterator[tuple[Plan, float]]:
    """Yield for each room, the widest first, a plan whose rows are as wide, with their width.

    Where the steps do not lead so far, it is the best one on the way; it is left out if it is no
    other than the one before. The plan reads downwards.
    """
    sheet = Sheet(plan)
    done = {sheet.state()}
    for room in rooms:
        state = _shortened(sheet, room)
        if state not in done:
            done.add(state)
            yield plan._replace(rows=sheet.rows()), max(sheet.widths()[0])


def _shortened(sheet: Sheet, room: float) -> tuple[int, ...]:
    """Make the rows as short as asked for, or as can be, and return the state they are in."""
    judge = _Judge(sheet, room)
    best = judge.judged()[:2], sheet.state()
    idle = 0
    while best[0][0] and idle <= _MOST_IDLE and _best_step(sheet, judge):
        found = judge.judged()[:2]
        idle = 0 if found < best[0] else idle + 1
        best = min(best, (found, sheet.state()))
    sheet.restore(best[1])
    return best[1]


class _Judge:
    """Judges the rows of a sheet; what was judged is remembered, as steps lead there often."""

    def __init__(self, sheet: Sheet, room: float) -> None:
        self._sheet = sheet
        self.room = room
        self._known: dict[tuple[int, ...], tuple[float, float, float]] = {}

    def judged(self) -> tuple[float, float, float]:
        """Return how much too wide the widest row is and all are, and how uneven they are."""
        state = self._sheet.state()
        if state not in self._known:
            widths, squares = self._sheet.widths()
            over = [width - self.room for width in widths if width > self.room]
            self._known[state] = max(over, default=0.0), sum(over), squares
        return self._known[state]


def _best_step(sheet: Sheet, judge: _Judge) -> bool:
    """Take the step that makes the rows shortest; return whether there was one."""
    state = sheet.state()
    best = before = judge.judged(), state
    for step in _steps(sheet, judge.room):
        if step():
            best = min(best, (judge.judged(), sheet.state()))
        sheet.restore(state)
    sheet.restore(best[1])
    return best[0] < before[0]


def _steps(sheet: Sheet, room: float) -> Iterator[Callable[[], bool]]:
    """Yield what may be done about the widest rows and the boundaries through too wide ones."""
    widths, _ = sheet.widths()
    widest = [row for row, width in enumerate(widths) if width > max(widths) - 1]
    for row in widest:
        for label in sheet.labels_in(row):
            yield partial(sheet.float_label, label, widths, room)
        together = sheet.beside(row)
        for members in together:
            for lower in (members[1::2], members[::2], sheet.ends_first(members)):
                if lower:
                    yield partial(sheet.divide, row, lower)
            if len(together) > 1:
                yield partial(sheet.divide, row, members)
    wide = [row for row, width in enumerate(widths) if width > room]
    # A boundary is as wide everywhere as where two stand beside each other in it.
    along = {row for start in wide for row in sheet.rows_along(start)}
    pairs = {pair for row in along for pair in combinations(sheet.boundaries(row), 2)}
    for one, other in sorted(pairs):
        yield partial(sheet.stack, one, other)
        yield partial(sheet.stack, other, one)
