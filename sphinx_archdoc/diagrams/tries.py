"""Layouts of one measured graph that were really made, each once, with what they cost."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.arrange import arrange
from sphinx_archdoc.diagrams.candidates import borne, other_ways
from sphinx_archdoc.diagrams.inversions import inversions
from sphinx_archdoc.diagrams.mirror import as_declared
from sphinx_archdoc.diagrams.score import FITS, PAGE, SIDEWAYS, cost

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.candidates import Guess
    from sphinx_archdoc.diagrams.layout import Arrangement, Flow, Layout, Placed, Plan
    from sphinx_archdoc.diagrams.sizing import Sized

#: What a layout with the guests among the others must be better by.
_MIXED = 0.04
#: A guess is trusted if the next one is not better than this share of what came out.
_TRUST = 0.6
#: What it costs that a picture must be scrolled to be seen.
_SCROLLED = 0.3
#: What a picture has round it.
_MARGIN = 10.0
#: A picture with as many crossings may be better if it is narrower than this share.
_SLIMMER = 0.97


class Choice(NamedTuple):
    """A layout of a measured graph, the way it reads and how often lines cross."""

    sized: Sized
    layout: Arrangement
    flow: Flow
    crossings: int


class Try(NamedTuple):
    """A plan that was laid out, with what it costs; ``bound`` is that without any crossing."""

    cost: float
    plan: Plan
    choice: Choice
    bound: float

    @property
    def width(self) -> float:
        """The width of the picture."""
        return self.choice.layout.width

    @property
    def crossings(self) -> int:
        """How often lines cross."""
        return self.choice.crossings

    @property
    def fits(self) -> bool:
        """Whether a page shows it as it is, or a little smaller."""
        return self.width <= FITS


class Tries:
    """A measured graph and the engine that lays it out, asked once for each plan."""

    def __init__(self, sized: Sized, engine: Layout) -> None:
        self.sized = sized
        self._engine = engine
        self._placed: dict[Plan, Placed] = {}
        self._made: dict[Plan, Try] = {}

    def make(self, plan: Plan) -> Try:
        """Lay out a plan and judge what comes out."""
        if plan not in self._made:
            layout = arrange(plan, self._place(plan._replace(room=0)))
            judged = cost(layout)
            share = 1.0 if plan.flow in {"TB", "BT"} else SIDEWAYS
            more = _MIXED if self.sized.guests and not plan.last else 0.0
            choice = Choice(self.sized, layout, plan.flow, judged.crossings)
            if layout.width > FITS:
                more += _SCROLLED
            total, bound = judged.total * share + more, judged.shape * share + more
            self._made[plan] = Try(total, plan, choice, bound)
        return self._made[plan]

    def is_wider(self, plan: Plan, width: float) -> bool:
        """Tell whether a layout will be wider for sure, before its lines are drawn."""
        return self._place(plan).width > width + 2 * _MARGIN

    def squeezed(self, plan: Plan) -> Try:
        """Lay out a plan with its things closer together if it would be wider than the page.

        They stay apart where it is wider anyhow and lines would cross more often.
        """
        if plan.flow in {"LR", "RL"} or not self.is_wider(plan, FITS):
            made = self.make(plan)
            if made.fits or plan.flow in {"LR", "RL"}:
                return made
        close = self.make(plan._replace(room=PAGE[0] - 2 * _MARGIN))
        if close.fits or close.crossings <= inversions(plan, self._place(plan)):
            return close
        return cheapest([self.make(plan), close])

    def best(self, guesses: list[Guess], *, hopeless: float = inf, squeezing: bool = False) -> Try:
        """Return the best layout with the rows by nature; a first one too wide is the only one."""
        make = self.squeezed if squeezing else self.make
        first, *others = guesses
        best = make(first.plan)
        if best.width > hopeless:
            return best
        for guess in others:
            if guess.cost < _TRUST * best.cost:
                best = cheapest([best, make(guess.plan)])
        # A single crossing is worth one more try: after the likeliest one it hardly ever goes away.
        for tried, other in enumerate(other_ways(self.sized, first.plan)):
            if best.crossings <= max(borne(self.sized), int(tried > 0 and not squeezing)):
                break
            if self._may_be_better(other, best):
                best = cheapest([best, make(other)])
        return best

    def _place(self, plan: Plan) -> Placed:
        if plan not in self._placed:
            (placed,) = self._engine.place([plan])
            self._placed[plan] = as_declared(plan, placed)
        return self._placed[plan]

    def _may_be_better(self, plan: Plan, best: Try) -> bool:
        """Tell whether lines may cross less often than in the best, or it may get narrower."""
        placed = self._place(plan)
        return placed.width < _SLIMMER * best.width or inversions(plan, placed) < best.crossings


def cheapest(tries: list[Try]) -> Try:
    """Return the first of the best layouts."""
    return min(tries, key=lambda tried: tried.cost)
