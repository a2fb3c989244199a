"""Which layouts of a graph are worth trying: guessed before anything is laid out.

Laying out is what costs; the rows of a picture and its size are known without it.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.narrow import narrowed
from sphinx_archdoc.diagrams.order import against, downward, label_group, longest_ways
from sphinx_archdoc.diagrams.score import FITS, SIDEWAYS, shape_cost
from sphinx_archdoc.diagrams.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.layout import Flow, Plan
    from sphinx_archdoc.diagrams.sizing import Sized

#: Graphs with more boxes than this, or with more than twice as many lines, are laid out once; up to
#: the second number, any crossing is worth another try.
_LARGE, SMALL = 40, 12
#: A picture must get narrower by this share if it does not fit the page with shorter rows: else it
#: stays as it is, also when a little changes.
NARROWER = 0.79
#: What a guess must be better by at least to turn a picture.
_TURNED = 0.02
#: What it must be better by in a picture with so many boxes that nobody sees it whole.
_ASIDE = 1.2
#: With more lines than this for each box there are many orders: more of them are tried.
_DENSE = 1.15
#: A picture whose things are close together is often narrower by this than guessed.
_ABOUT = 1.04
#: How wide the rows of a picture that is too wide may be; each is tried. Whole numbers, as widths
#: are: their sums are the same in every Python.
_ROWS = (680, 573)
#: So many lines may run upwards if the picture then fits the page.
_MOST_TURNED = 3
#: Guests stand in a last row of their own if their lines get this much longer by it (rows).
_SLACK = 2.25


class Guess(NamedTuple):
    """A way to lay out, with what it will cost if no lines cross and how wide it will be, roughly.

    ``guests_last`` tells whether the boxes outside the boundaries are in a last row of their own.
    """

    cost: float
    width: float
    sized: Sized
    flow: Flow
    guests_last: bool

    @property
    def plan(self) -> Plan:
        """The plan that lays it out so."""
        return self.sized.plan(self.flow, guests_last=self.guests_last)


def guesses_of(sized: Sized) -> list[Guess]:
    """Return the ways worth trying with a guess of what they cost, the best first."""
    wanted = sized.graph.direction
    flows: tuple[Flow, ...] = ("TB", "LR") if wanted == "auto" else (wanted,)
    plan = sized.plan(flows[0])
    guests_last = bool(sized.guests) and _slack(sized, plan) <= _SLACK
    sheet = Sheet(sized.with_guests(plan, last=guests_last))
    found = []
    for flow in flows:
        if flow != plan.flow:
            sheet.turn()
        width, height = sheet.size()
        guess = shape_cost(width, height)
        if flow in {"LR", "RL"}:
            guess = guess * SIDEWAYS + _TURNED
        found.append(Guess(guess, width, sized, flow, guests_last))
    return sorted(found, key=lambda guess: guess.cost)


def _slack(sized: Sized, plan: Plan) -> float:
    """Return by how many rows the lines to the guests get longer on average if these are last."""
    guests = sized.guests
    ends = [(a, b) for a, b in downward(plan) if a != b]
    ranks = longest_ways(len(plan.boxes), ends)
    inside = [rank for box, rank in enumerate(ranks) if box not in guests]
    last = max(inside, default=0)
    longer = [last - ranks[upper] for upper, lower in ends if lower in guests]
    return sum(longer) / len(longer) if longer else 0.0


def calmest(guesses: list[Guess]) -> Plan:
    """Return the plan for a picture that nobody sees whole: downwards unless that is far worse."""

    def calmly(guess: Guess) -> float:
        return guess.cost * (1.0 if guess.flow in {"TB", "BT"} else _ASIDE)

    return min(guesses, key=calmly).plan


def downwards(sized: Sized, guesses: list[Guess]) -> list[Plan]:
    """Return the plans that read downwards: the one guessed, and with the guests elsewhere.

    The last one lets all lines between two boundaries run one way, so that one can be below the
    other.
    """
    flow: Flow = "BT" if sized.graph.direction == "BT" else "TB"
    first = next(g.plan for g in guesses if g.flow == flow)
    found = [first, sized.with_guests(first, last=not first.last)] if sized.guests else [first]
    turned = against(first)
    if 0 < len(turned) <= _MOST_TURNED:
        found.append(first._replace(turned=turned))
    return found


def labels_kept_inside(bases: list[Plan]) -> list[Plan]:
    """Return plans in which the labels of lines out of boundaries are in these, not beside them.

    A boundary is as wide as its widest row and has room in the others.
    """
    inside = [base._replace(labels_inside=True) for base in bases]
    return [
        kept
        for kept, base in zip(inside, bases, strict=True)
        if any(
            edge.label_width and label_group(kept, *ends) != label_group(base, *ends)
            for edge, ends in zip(base.edges, downward(base), strict=True)
        )
    ]


def with_shorter_rows(bases: list[Plan], guesses: list[Guess]) -> Iterator[Plan]:
    """Yield plans with shorter rows that may be worth a layout, the likeliest first.

    Rows may be short enough as they are, with things closer together. Then each room is tried with
    one base after the other, until one suits it.
    """
    yield from (base for base in bases if Sheet(base).size()[0] <= _ABOUT * FITS)
    enough = max(FITS, NARROWER * guesses[0].width)
    found = [narrowed(base, _ROWS) for base in bases]
    for _ in _ROWS:
        for each in found:
            plan, width = next(each, (None, inf))
            if plan is not None and width <= enough:
                yield plan
                break


def other_ways(sized: Sized, plan: Plan) -> Iterator[Plan]:
    """Yield plans for the same flow whose lines may cross less often, the likeliest first."""
    yield plan._replace(backwards=True)
    if not _is_dense(sized):
        return
    if sized.guests:
        yield sized.with_guests(plan, last=not plan.last)
    yield plan._replace(pull_down=True)
    turned = plan._replace(other_turns=True)
    if downward(turned) != downward(plan):
        yield turned


def borne(sized: Sized) -> int:
    """Return how many crossings are not worth another try.

    Two in a larger picture, unless there are many orders or none is needed.
    """
    return 0 if _is_dense(sized) or is_tree(sized) else 2


def is_large(sized: Sized) -> bool:
    """Tell whether nobody sees the picture whole: then trying much is not worth the time."""
    return len(sized.cards) > _LARGE or len(sized.edges) > 2 * _LARGE


def is_tree(sized: Sized) -> bool:
    """Tell whether there is no circle: then no line has to cross another."""
    return len(sized.edges) < len(sized.cards)


def _is_dense(sized: Sized) -> bool:
    return len(sized.cards) <= SMALL or len(sized.edges) > _DENSE * len(sized.cards)
