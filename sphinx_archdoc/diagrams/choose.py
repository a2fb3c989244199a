"""The best layout of a graph for a page: downwards or to the right, guests last or not.

Laying out is what costs, so it is guessed from the longest ways which layouts are worth it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.chain import rows_of
from sphinx_archdoc.diagrams.order import downward, longest_ways
from sphinx_archdoc.diagrams.score import cost, shape_cost

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
_LARGE, _SMALL = 40, 9
#: With more lines than this for each box there are many orders: more of them are tried.
_DENSE = 1.15
#: A guess is trusted if the next one is not better than this share of what came out.
_TRUST = 0.6
#: Guests stand in a last row of their own if their lines get this much longer by it (rows).
_SLACK = 2.25


class Choice(NamedTuple):
    """A chosen layout, the way it reads and how often lines cross."""

    layout: Arrangement
    flow: Flow
    crossings: int


def choose(sized: Sized, engine: Layout) -> Choice:
    """Lay out a graph and return its best layout; raises LayoutError as the engine does."""
    rows = rows_of(sized)
    if rows is not None:
        return Choice(rows, "LR", 0)

    def made(plan: Plan) -> tuple[float, Choice]:
        return _judged(sized, plan, engine.arrange([plan])[0])

    (_, plan), *others = sorted(_guesses(sized), key=lambda g: g[0])
    best = made(plan)
    if len(sized.cards) > _LARGE:
        return best[1]
    for guess, other in others:
        if guess < _TRUST * best[0]:
            best = min(best, made(other), key=lambda m: m[0])
    for other in _other_ways(sized, plan):
        if best[1].crossings <= _borne(sized):
            break
        best = min(best, made(other), key=lambda m: m[0])
    return best[1]


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


def _judged(sized: Sized, plan: Plan, layout: Arrangement) -> tuple[float, Choice]:
    judged = cost(layout)
    total = judged.total * (1.0 if plan.flow in {"TB", "BT"} else _SIDEWAYS)
    total += _MIXED if sized.guests and not plan.last else 0.0
    return total, Choice(layout, plan.flow, judged.crossings)


def _guesses(sized: Sized) -> list[tuple[float, Plan]]:
    """Return the plans worth trying with a guess of what they cost."""
    wanted = sized.graph.direction
    flows: tuple[Flow, ...] = ("TB", "LR") if wanted == "auto" else (wanted,)
    found = []
    for flow in flows:
        plan = sized.plan(flow)
        ends = [(a, b) for a, b in downward(plan) if a != b]
        ranks = longest_ways(len(plan.boxes), ends)
        size = _guessed_size(plan, ends, ranks)
        if sized.guests and _slack(sized, ends, ranks) <= _SLACK:
            plan = sized.plan(flow, guests_last=True)
        share = 1.0 if flow in {"TB", "BT"} else _SIDEWAYS
        found.append((shape_cost(*size) * share, plan))
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
