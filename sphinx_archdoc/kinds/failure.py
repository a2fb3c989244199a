"""Failure modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import amount, inline, level, owner, refs, tags
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.model.words import Word


@kind(
    "failure",
    title=mark("Failure mode"),
    prefix="FM-",
    prefixed=True,
    rest="mitigation",
    title_words=listed(
        "failure, failure scenario, scenario, fault, disaster, ausfall, störung, "
        "fehlerfall, panne, fallo"
    ),
)
class Failure(Record):
    """A way the system fails: what it means, what is done, how long it takes to recover."""

    impact: Inline = inline(
        mark("What it means for those who use the system."),
        column=True,
        synonyms=listed("effect, effects, consequence, consequences, auswirkung, folge, impacto"),
    )
    mitigation: Inline = inline(
        mark("What is done about it."),
        column=True,
        synonyms=listed(
            "mitigations, mitigation strategy, response, handling, recovery, action, "
            "gegenmaßnahme, gegenmaßnahmen, maßnahme, maßnahmen, reaktion, mitigación"
        ),
    )
    detection: Inline = inline(
        mark("How it is noticed."), synonyms=listed("detected by, monitoring, erkennung, détection")
    )
    recovery_time: Amount | None = amount(
        mark("How long it lasts."),
        column=True,
        synonyms=listed(
            "time to recover, recovery time objective, rto, mttr, wiederherstellungszeit, "
            "wiederherstellung, temps de reprise, tiempo de recuperación"
        ),
    )
    likelihood: Word | None = level(
        mark("How likely it is."),
        synonyms=listed("probability, wahrscheinlichkeit, probabilité, probabilidad"),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks that fail."),
        inverse=mark("Failure modes"),
        synonyms=listed("component, components, applies to"),
    )
