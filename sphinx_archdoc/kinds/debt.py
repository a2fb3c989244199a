"""Technical debt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds._words import PRIORITY, PROGRESS
from sphinx_archdoc.model.fields import amount, choice, inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.model.words import Word


@kind(
    "debt",
    title=mark("Technical debt"),
    plural=mark("Technical debts"),
    prefix="TD-",
    prefixed=True,
    rest="impact",
    title_words=listed(
        "item, debt, debt item, issue, problem, description, technische schuld, schuld, "
        "dette, deuda"
    ),
)
class Debt(Record):
    """Something that was left undone: what it costs, and when it is paid back."""

    impact: Inline = inline(
        mark("What suffers from it."),
        column=True,
        synonyms=listed("effect, affected quality, consequence, auswirkung, impacto"),
    )
    priority: Word | None = choice(
        PRIORITY,
        mark("How much paying it back matters."),
        column=True,
        synonyms=listed("importance, prio, urgency, priorität, priorité, prioridad"),
    )
    effort: Amount | None = amount(
        mark("What paying it back takes: `5 days`, or a word."),
        column=True,
        synonyms=listed("cost, estimate, size, complexity, aufwand, effort estimé, esfuerzo"),
    )
    plan: Inline = inline(
        mark("How it is paid back."),
        synonyms=listed(
            "remediation, resolution, fix, action, next step, solution, lösung, maßnahme"
        ),
    )
    status: Word | None = choice(
        PROGRESS, mark("Where it stands."), synonyms=listed("state, statut, estado")
    )
    due: str = text(
        mark("By when."),
        synonyms=listed("target, target date, deadline, planned for, when, termin"),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks that carry it."),
        inverse=mark("Technical debt"),
        synonyms=listed("component, components, applies to"),
    )
