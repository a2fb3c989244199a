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
    from collections.abc import Callable, Iterator

    from sphinx_archdoc.diagrams.layout import Arrangement, Plan

#: How many steps may be taken that do not make the picture narrower by themselves.
_MOST_IDLE = 3


def narrowed(plan: Plan, layout: Arrangement, room: float) -> Plan | None:
    """Return a plan whose rows are as wide as ``room`` allows, or None if they are already.

    ``layout`` is what the engine made of the plan, read downwards.
    """
    sheet = Sheet(plan, layout)
    start = sheet.state()
    best = _judged(sheet, room)[:2], start
    idle = 0
    while best[0][0] and idle <= _MOST_IDLE and _best_step(sheet, room):
        found = _judged(sheet, room)[:2]
        idle = 0 if found < best[0] else idle + 1
        best = min(best, (found, sheet.state()))
    sheet.restore(best[1])
    return None if best[1] == start else plan._replace(rows=sheet.rows())


def _judged(sheet: Sheet, room: float) -> tuple[float, float, float]:
    """Return how much too wide the widest row is and all are, and how uneven they are."""
    widths, squares = sheet.widths()
    over = [width - room for width in widths if width > room]
    return max(over, default=0.0), sum(over), squares


def _best_step(sheet: Sheet, room: float) -> bool:
    """Take the step that makes the rows shortest; return whether there was one."""
    state = sheet.state()
    best = before = _judged(sheet, room), state
    for step in _steps(sheet, room):
        if step():
            best = min(best, (_judged(sheet, room), sheet.state()))
        sheet.restore(state)
    sheet.restore(best[1])
    return best[0] < before[0]


def _steps(sheet: Sheet, room: float) -> Iterator[Callable[[], bool]]:
    """Yield what may be done about the widest rows: all that a wide boundary runs through."""
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
    pairs = {pair for row in widest for pair in combinations(sheet.boundaries(row), 2)}
    for one, other in sorted(pairs):
        yield partial(sheet.stack, one, other)
        yield partial(sheet.stack, other, one)
