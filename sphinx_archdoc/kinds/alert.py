"""Alerts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import amount, choice, inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, mark
from sphinx_archdoc.model.words import Term, Vocabulary

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.model.words import Word

SEVERITY = Vocabulary(
    Term(
        key="critical",
        label=mark("Critical"),
        synonyms=(
            "crit",
            "fatal",
            "emergency",
            "page",
            "sev1",
            "sev 1",
            "p1",
            "kritisch",
            "critique",
            "crítico",
        ),
        tone="bad",
    ),
    Term(
        key="error",
        label=mark("Error"),
        synonyms=("high", "major", "sev2", "sev 2", "p2", "hoch", "fehler", "erreur"),
    ),
    Term(
        key="warning",
        label=mark("Warning"),
        synonyms=(
            "warn",
            "medium",
            "minor",
            "sev3",
            "sev 3",
            "p3",
            "mittel",
            "warnung",
            "avertissement",
            "aviso",
        ),
        tone="warn",
    ),
    Term(
        key="info",
        label=mark("Information"),
        synonyms=("low", "notice", "informational", "sev4", "sev 4", "p4", "niedrig"),
        tone="info",
    ),
)


@kind(
    "alert",
    title=mark("Alert"),
    prefix="ALERT-",
    rest="threshold",
    title_words=(
        "alarm",
        "alert name",
        "alert rule",
        "rule",
        "alerta",
        "alerte",
    ),
)
class Alert(Record):
    """A condition that calls somebody: the threshold, how bad it is, how soon somebody must look."""

    threshold: Amount | None = amount(
        mark("When it is raised: `> 80 % for 5 min`."),
        column=True,
        synonyms=(
            "condition",
            "trigger",
            "when",
            "expression",
            "limit",
            "schwelle",
            "schwellwert",
            "bedingung",
            "seuil",
            "umbral",
        ),
    )
    severity: Word | None = choice(
        SEVERITY,
        mark("How bad it is."),
        column=True,
        synonyms=(
            "level",
            "priority",
            "urgency",
            "schweregrad",
            "stufe",
            "sévérité",
            "gravité",
            "severidad",
        ),
    )
    response_time: Amount | None = amount(
        mark("How soon somebody must look."),
        column=True,
        synonyms=(
            "response",
            "reaction time",
            "time to respond",
            "sla",
            "reaktionszeit",
            "temps de réponse",
            "tiempo de respuesta",
        ),
    )
    channel: str = text(
        mark("Whom it calls, and how."),
        synonyms=(
            "channels",
            "notify",
            "notifies",
            "notification",
            "kanal",
            "canal",
        ),
    )
    runbook: Inline = inline(
        mark("What to do then."),
        synonyms=(
            "playbook",
            "action",
            "actions",
            "maßnahme",
        ),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it watches."),
        inverse=mark("Alerts"),
        synonyms=(
            "component",
            "components",
            "applies to",
        ),
    )
    guards: tuple[Ref, ...] = refs(
        "quality-goal",
        help=mark("Quality goals it guards."),
        inverse=mark("Guarded by"),
        synonyms=(
            "goal",
            "goals",
            "slo",
        ),
    )
