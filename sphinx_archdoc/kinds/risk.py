"""Risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import choice, date, inline, level, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark
from sphinx_archdoc.model.words import RISK_STATUS, Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref, When


@kind(
    "risk",
    title=mark("Risk"),
    family="risk",
    prefix="R-",
    title_words=listed(
        "risk name, risk title, risk description, threat, risiko, risque, riesgo, description"
    ),
)
class Risk(Record):
    """Something that may go wrong: how bad, how likely, and what is done about it."""

    impact: Word | None = level(
        mark("How bad it would be."),
        column=True,
        synonyms=listed("severity, severity level, impact level, auswirkung, schaden, impacto"),
    )
    likelihood: Word | None = level(
        mark("How likely it is."),
        column=True,
        synonyms=listed(
            "probability, chance, likelihood level, wahrscheinlichkeit, probabilité, probabilidad"
        ),
    )
    mitigation: Inline = inline(
        mark("What is done about it."),
        column=True,
        synonyms=listed(
            "mitigations, gegenmaßnahme, gegenmaßnahmen, mitigation strategy, mitigation plan, "
            "mitigation action, mitigation actions, response, measure, measures, maßnahme, "
            "maßnahmen"
        ),
    )
    owner: tuple[str, ...] = owner(column=True)
    status: Word | None = choice(
        RISK_STATUS, mark("The status of the risk."), column=True, synonyms=("state",)
    )
    review: When | None = date(
        mark("When it is looked at again."), synonyms=("next review", "review date", "due")
    )
    timeline: str = text(
        mark("When it is dealt with: `weeks 1-2`."),
        synonyms=listed("timeframe, time frame, schedule, zeitraum, plazo"),
    )
    success: Inline = inline(
        mark("How one sees that it worked."),
        synonyms=listed("success measure, success criteria, success metric, measured by"),
    )
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it threatens."),
        inverse=mark("Risks"),
        synonyms=listed("component, components, applies to, betrifft"),
    )
    mitigated_by: tuple[Ref, ...] = refs(
        help=mark("Decisions or other records that reduce it."),
        inverse=mark("Mitigates"),
        synonyms=("mitigated through", "gemindert durch"),
    )
