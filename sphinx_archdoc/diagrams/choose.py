"""The best layout of a graph for a page: downwards or to the right, guests last or not.

Laying out is what costs, so it is guessed from the longest ways which layouts are worth it.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.chain import rows_of
from sphinx_archdoc.diagrams.narrow import narrowed
from sphinx_archdoc.diagrams.order import downward, longest_ways
from sphinx_archdoc.diagrams.score import PAGE, cost, shape_cost
from sphinx_archdoc.diagrams.sizing import size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.layout import Arrangement, Flow, Layout, Plan
    from sphinx_archdoc.diagrams.sizing import Sized

#: What a layout to the right must be better by: people read pictures downwards.
_SIDEWAYS = 1.06
#: What a layout with the guests among the others must be better by.
_MIXED = 0.04
#: Graphs with more boxes than this are laid out once; up to the second number, any crossing is
#: worth another try.
_LARGE, _SMALL = 40, 12
#: With more lines than this for each box there are many orders: more of them are tried.
_DENSE = 1.15
#: A guess is trusted if the next one is not better than this share of what came out.
_TRUST = 0.6
#: Shorter rows may have that many more crossings, and unless the picture then fits the page it must
#: get narrower by this share: else it stays as it is, also when a little changes.
_BORNE, _NARROWER = 1, 0.79
#: A picture up to this width is shown on a page as it is, or a little smaller.
_FITS = PAGE[0] * 1.08
#: One that is wider is not brought to that width by another order of its rows.
_HOPELESS = PAGE[0] * 1.35
#: A picture to the right that is wider reads downwards, whatever its author asked for.
_RIBBON = PAGE[0] * 2
#: How wide the rows of a picture that is too wide may be; each is tried. Whole numbers, as widths
#: are: their sums are the same in every Python.
_ROWS = (680, 573)
#: Guests stand in a last row of their own if their lines get this much longer by it (rows).
_SLACK = 2.25


class _Guess(NamedTuple):
    """A plan with what it may cost and how wide it may be."""

    cost: float
    plan: Plan
    width: float


class _Try(NamedTuple):
    """A plan that was laid out, with what it costs."""

    cost: float
    plan: Plan
    choice: Choice


class Choice(NamedTuple):
    """A chosen layout of a measured graph, the way it reads and how often lines cross."""

    sized: Sized
    layout: Arrangement
    flow: Flow
    crossings: int


def choose(sized: Sized, asked: Layout) -> Choice:
    """Lay out a graph and return its best layout; raises LayoutError as the engine does.

    A picture that is wider than a page gets narrower boxes, and then shorter rows.
    """
    rows = rows_of(sized)
    if rows is not None:
        return Choice(sized, rows, "LR", 0)
    engine = _Remembered(asked)
    guesses = _guesses(sized)
    if len(sized.cards) > _LARGE:
        return _made(sized, engine, min(guesses, key=_costs).plan).choice
    if min(guess.width for guess in guesses) <= _FITS:
        best = _best(sized, engine, guesses, hopeless=_HOPELESS)
        if best.choice.layout.width <= _FITS:
            return best.choice
    sized = size(sized.graph, tight=True)
    guesses = _guesses(sized)
    sideways = sized.graph.direction in {"LR", "RL"}
    best = _best(sized, engine, guesses, hopeless=inf if sideways else _FITS)
    if best.choice.layout.width <= _FITS:
        return best.choice
    if sideways:
        if best.choice.layout.width <= _RIBBON:
            return best.choice
        return choose(size(replace(sized.graph, direction="TB")), asked)
    shorter = min([best, *_with_shorter_rows(sized, engine, best)], key=_costs)
    if shorter.choice.layout.width <= _FITS and shorter.choice.crossings <= _borne(sized):
        return shorter.choice
    return min(shorter, _best(sized, engine, guesses), key=_costs).choice


def _with_shorter_rows(sized: Sized, engine: _Remembered, best: _Try) -> Iterator[_Try]:
    """Yield layouts that are worth having for what is still too wide, until one suits the page.

    The rows of the best one that reads downwards are divided, and those with the guests elsewhere.
    """
    done: list[Plan] = []
    for room in _ROWS:
        for base in _downwards(sized, engine, best):
            if base.choice.layout.width <= _FITS and base.cost < best.cost:
                yield base
                return
            shorter = narrowed(base.plan, base.choice.layout, room)
            if shorter is None or shorter in done:
                continue
            done.append(shorter)
            made = _made(sized, engine, shorter)
            if made.choice.crossings > best.choice.crossings + _BORNE:
                continue
            if made.choice.layout.width <= _FITS:
                yield made
                return
            if made.choice.layout.width <= _NARROWER * best.choice.layout.width:
                yield made


def _downwards(sized: Sized, engine: _Remembered, best: _Try) -> Iterator[_Try]:
    """Yield layouts that read downwards: the best one if it does, and with guests elsewhere."""
    first = best if best.plan.flow in {"TB", "BT"} else None
    if first:
        yield first
    flow: Flow = "BT" if best.plan.flow == "BT" else "TB"
    for guests_last in (False, True):
        plan = sized.plan(flow, guests_last=guests_last)
        if first is None or (sized.guests and plan.last != first.plan.last):
            made = _made(sized, engine, plan)
            first = first or made
            yield made


class _Remembered:
    """A layout engine that is asked once for each plan."""

    def __init__(self, engine: Layout) -> None:
        self._engine = engine
        self._known: dict[Plan, Arrangement] = {}

    def arrange(self, plan: Plan) -> Arrangement:
        if plan not in self._known:
            (self._known[plan],) = self._engine.arrange([plan])
        return self._known[plan]


def _made(sized: Sized, engine: _Remembered, plan: Plan) -> _Try:
    """Lay out a plan and judge what comes out."""
    layout = engine.arrange(plan)
    judged = cost(layout)
    total = judged.total * (1.0 if plan.flow in {"TB", "BT"} else _SIDEWAYS)
    total += _MIXED if sized.guests and not plan.last else 0.0
    return _Try(total, plan, Choice(sized, layout, plan.flow, judged.crossings))


def _best(
    sized: Sized, engine: _Remembered, guesses: list[_Guess], *, hopeless: float = inf
) -> _Try:
    """Return the best layout with the engine's own rows; a first one too wide is the only one."""
    first, *others = sorted(guesses, key=_costs)
    best = _made(sized, engine, first.plan)
    if best.choice.layout.width > hopeless:
        return best
    for guess in others:
        if guess.cost < _TRUST * best.cost:
            best = min(best, _made(sized, engine, guess.plan), key=_costs)
    for other in _other_ways(sized, first.plan):
        if best.choice.crossings <= _borne(sized):
            break
        best = min(best, _made(sized, engine, other), key=_costs)
    return best


def _costs(tried: _Try | _Guess) -> float:
    return tried.cost


def _borne(sized: Sized) -> int:
    """Return how many crossings are not worth another try.

    Two in a larger picture, unless there are many orders or none is needed: boxes and lines without
    any circle can always be drawn without a crossing.
    """
    return 0 if _is_dense(sized) or len(sized.edges) < len(sized.cards) else 2


def _is_dense(sized: Sized) -> bool:
    return len(sized.cards) <= _SMALL or len(sized.edges) > _DENSE * len(sized.cards)


def _other_ways(sized: Sized, plan: Plan) -> Iterator[Plan]:
    """Yield plans for the same flow whose lines may cross less often, the likeliest first."""
    yield plan._replace(backwards=True)
    if not _is_dense(sized):
        return
    if sized.guests:
        yield sized.plan(plan.flow, guests_last=not plan.last)
    yield plan._replace(pull_down=True)
    turned = plan._replace(other_turns=True)
    if downward(turned) != downward(plan):
        yield turned


def _guesses(sized: Sized) -> list[_Guess]:
    """Return the plans worth trying with a guess of what they cost."""
    wanted = sized.graph.direction
    flows: tuple[Flow, ...] = ("TB", "LR") if wanted == "auto" else (wanted,)
    found = []
    for flow in flows:
        plan = sized.plan(flow)
        ends = [(a, b) for a, b in downward(plan) if a != b]
        ranks = longest_ways(len(plan.boxes), ends)
        width, height = _guessed_size(plan, ends, ranks)
        if sized.guests and _slack(sized, ends, ranks) <= _SLACK:
            plan = sized.plan(flow, guests_last=True)
        share = 1.0 if flow in {"TB", "BT"} else _SIDEWAYS
        found.append(_Guess(shape_cost(width, height) * share, plan, width))
    return found


def _slack(sized: Sized, ends: list[tuple[int, int]], ranks: list[int]) -> float:
    """Return by how many rows the lines to the guests get longer on average if these are last."""
    guests = sized.guests
    inside = [rank for box, rank in enumerate(ranks) if box not in guests]
    last = max(inside, default=0)
    longer = [last - ranks[upper] for upper, lower in ends if lower in guests]
    return sum(longer) / len(longer) if longer else 0.0


def _guessed_size(plan: Plan, ends: list[tuple[int, int]], ranks: list[int]) -> tuple[float, float]:
    """Return a width and a height that the picture will have, roughly."""
    sideways = plan.flow in {"LR", "RL"}
    across = [0.0] * (max(ranks, default=0) + 1)
    along = [0.0] * len(across)
    labels = [0.0] * len(across)
    for box, rank in zip(plan.boxes, ranks, strict=True):
        u, v = (box.height, box.width) if sideways else (box.width, box.height)
        across[rank] += u + 24
        along[rank] = max(along[rank], v)
    for upper, lower in ends:
        for rank in range(ranks[upper] + 1, ranks[lower]):
            across[rank] += 24  # a line that passes
    for edge in plan.edges:
        if edge.source != edge.target:
            rank = min(ranks[edge.source], ranks[edge.target])
            size = edge.label_width if sideways else edge.label_height
            labels[rank] = max(labels[rank], size + 60)
    wide, long = max(across), sum(along) + sum(labels)
    return (long, wide) if sideways else (wide, long)
