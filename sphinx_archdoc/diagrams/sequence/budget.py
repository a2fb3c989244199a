"""How much room the texts of a ladder get: roomy where the page allows it, else narrower."""

from __future__ import annotations

from typing import NamedTuple

from sphinx_archdoc.diagrams.sequence.words import said

#: How much more room is given to a label that has too many lines.
_WIDER = 1.15
#: No label is made wider than this to have fewer lines.
MOST = 340.0


class Budget(NamedTuple):
    """One degree of closeness.

    wrap    to which width labels between neighbours are wrapped
    lines   with more lines than this, a label gets more room
    gap     the room between two heads
    head    to which width the words of heads are wrapped
    whole   a line gets so wide rather than have a word broken
    dense   whether labels may stand over the number of their arrow, and the signs of heads
            stand above the words in them
    """

    wrap: float
    lines: int
    gap: float
    head: float
    whole: float
    dense: bool = False


#: Tried one after the other until the picture suits the page.
BUDGETS = (
    Budget(190, 3, 22, 112, 176),
    Budget(158, 3, 22, 112, 176),
    Budget(132, 3, 18, 112, 176),
    Budget(108, 3, 14, 104, 150, dense=True),
    Budget(88, 3, 12, 96, 126, dense=True),
    Budget(74, 4, 10, 88, 104, dense=True),
    Budget(64, 7, 8, 78, 90, dense=True),
)


def least_room(text: str, technology: str, budget: Budget) -> float:
    """Return how narrow a label may be without getting more lines than its budget gives it."""
    width = budget.wrap
    made = said(text, technology, width, whole=budget.whole)
    own = text.strip().count("\n") + 1 + bool(technology.strip())
    while len(made.rows) > max(budget.lines, own) and width < MOST:
        width *= _WIDER
        made = said(text, technology, width, whole=budget.whole)
    best = made.width
    for _ in made.rows[1:] and text.split():  # each time, a word more goes to the next line
        narrower = said(text, technology, best - 0.5, whole=budget.whole)
        if len(narrower.rows) > len(made.rows) or narrower.width >= best:
            break
        best = narrower.width
    return best
