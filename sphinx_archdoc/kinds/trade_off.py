"""Trade-offs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import inline, refs, tags
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref


@kind(
    "trade-off",
    title=mark("Trade-off"),
    prefix="TO-",
    prefixed=True,
    rest="choice",
    title_words=listed(
        "trade off, tradeoff, decision, aspect, conflict, zielkonflikt, abwägung, "
        "compromis, compromiso"
    ),
)
class TradeOff(Record):
    """Two good things of which only one is possible: which was chosen, and why."""

    choice: Inline = inline(
        mark("What was chosen."),
        column=True,
        synonyms=listed(
            "chosen, in favour of, in favor of, solution, wahl, entscheidung, choix, elección"
        ),
    )
    rationale: Inline = inline(
        mark("Why."),
        column=True,
        synonyms=listed("reason, why, justification, motivation, begründung, justificación"),
    )
    given_up: Inline = inline(
        mark("What it costs."),
        column=True,
        synonyms=listed("cost, price, sacrifice, downside, drawback, preis, nachteil"),
    )
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it shapes."),
        inverse=mark("Trade-offs"),
        synonyms=listed("component, components, applies to"),
    )
    decided_by: tuple[Ref, ...] = refs(
        "decision",
        help=mark("Decisions that make it."),
        inverse=mark("Trade-offs accepted"),
        synonyms=listed("adr, adrs, decisions"),
    )
