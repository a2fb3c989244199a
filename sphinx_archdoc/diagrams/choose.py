"""The best layout of a graph for a page: downwards or to the right, guests last or not."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.candidates import (
    NARROWER,
    SMALL,
    borne,
    calmest,
    downwards,
    guesses_of,
    is_large,
    is_tree,
    labels_kept_inside,
    with_shorter_rows,
)
from sphinx_archdoc.diagrams.chain import rows_of
from sphinx_archdoc.diagrams.ranks import laid_out_rows
from sphinx_archdoc.diagrams.score import FITS, PAGE
from sphinx_archdoc.diagrams.sizing import size
from sphinx_archdoc.diagrams.tries import Choice, Tries, cheapest

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.candidates import Guess
    from sphinx_archdoc.diagrams.layout import Layout, Plan
    from sphinx_archdoc.diagrams.sizing import Sized
    from sphinx_archdoc.diagrams.tries import Try

__all__ = ["Choice", "choose"]

#: What fits the page may cost so much more than what does not and has no crossing.
_FITTING = 1.08
#: Shorter rows may have that many more crossings.
_MORE = 1
#: A picture that is wider is not brought to the page by another order of its rows.
_HOPELESS = PAGE[0] * 1.15
#: A picture to the right that is wider reads downwards, whatever its author asked for.
_RIBBON = PAGE[0] * 2


def choose(sized: Sized, engine: Layout) -> Choice:
    """Lay out a graph and return its best layout; raises LayoutError as the engine does.

    A picture that is wider than a page gets narrower boxes, and then shorter rows.
    """
    rows = rows_of(sized)
    if rows is not None:
        return Choice(sized, rows, "LR", 0)
    tries, guesses = Tries(sized, engine), guesses_of(sized)
    if is_large(sized):
        made = tries.make(calmest(guesses))
        if sized.graph.direction in {"LR", "RL"} and made.width > _RIBBON:
            return min(made.choice, _read_downwards(sized, engine), key=lambda c: c.layout.width)
        return made.choice
    first = guesses[0]
    if first.width <= FITS and not tries.is_wider(first.plan, _HOPELESS):
        best = tries.best(guesses, hopeless=_HOPELESS)
        if best.fits:
            return best.choice
    sized = size(sized.graph, tight=True)
    tries, guesses = Tries(sized, engine), guesses_of(sized)
    if guesses[0].width <= FITS:
        best = tries.best(guesses, hopeless=FITS, squeezing=True)
        if best.fits:
            return best.choice
    if sized.graph.direction in {"LR", "RL"}:
        best = tries.best(guesses)
        if best.width <= _RIBBON:
            return best.choice
        return _read_downwards(sized, engine)
    return _too_wide(tries, guesses).choice


def _read_downwards(sized: Sized, engine: Layout) -> Choice:
    return choose(size(replace(sized.graph, direction="TB")), engine)


def _too_wide(tries: Tries, guesses: list[Guess]) -> Try:
    """Return the best layout of what is wider than a page with the rows it has by nature."""
    sized = tries.sized
    bases = downwards(sized, guesses)
    shorter = []
    ways = [bases]
    if len(sized.cards) <= 2 * SMALL:
        ways += [[base] for base in labels_kept_inside(bases)]
    for plan in chain.from_iterable(with_shorter_rows(way, guesses) for way in ways):
        made = tries.squeezed(plan)
        if made.crossings > borne(sized) + _MORE:
            made = cheapest([made, tries.squeezed(plan._replace(backwards=True))])
        if made.fits and made.crossings <= borne(sized):
            return made
        shorter.append(made)
        if made.fits and plan.rows and made.crossings <= borne(sized) + 2 * _MORE:
            break
    if shorter and not is_tree(sized):
        best = cheapest(shorter)
        if best.cost <= _FITTING * guesses[0].cost:
            return best
    by_nature = tries.squeezed(guesses[0].plan)
    if len(sized.cards) > SMALL and not any(made.fits for made in shorter):
        shorter += [tries.squeezed(plan) for plan in _as_laid_out(tries, bases, guesses)]
    worth = [made for made in shorter if _is_worth(made, by_nature)]
    if worth and cheapest(worth).cost <= by_nature.bound:
        return cheapest(worth)
    return cheapest([*worth, tries.best(guesses, squeezing=True)])


def _as_laid_out(tries: Tries, bases: list[Plan], guesses: list[Guess]) -> list[Plan]:
    """Return plans with shorter rows, made from the order in which the engine put the boxes."""
    return [
        plan
        for base in bases
        for plan in with_shorter_rows(
            [base._replace(rows=laid_out_rows(base, tries.make(base).choice.layout))], guesses
        )
    ]


def _is_worth(shorter: Try, by_nature: Try) -> bool:
    """Tell whether shorter rows are better than those by nature."""
    more = 0 if is_tree(shorter.choice.sized) else _MORE
    if shorter.crossings > by_nature.crossings + more:
        return False
    return shorter.fits or shorter.width <= NARROWER * by_nature.width
