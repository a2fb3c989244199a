"""Alerts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds._words import SEVERITY
from sphinx_archdoc.model.fields import amount, choice, inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.model.words import Word


@kind(
    "alert",
    title=mark("Alert"),
    prefix="ALERT-",
    prefixed=True,
    rest="threshold",
    title_words=listed("alarm, alert name, alert rule, rule, alerta, alerte"),
)
class Alert(Record):
    """A condition that alerts somebody: the threshold, the severity, how soon to react."""

    threshold: Amount | None = amount(
        mark("When it is raised: `> 80 % for 5 min`."),
        column=True,
        synonyms=listed(
            "condition, trigger, when, expression, limit, schwelle, schwellwert, bedingung, "
            "seuil, umbral"
        ),
    )
    severity: Word | None = choice(
        SEVERITY,
        mark("How bad it is."),
        column=True,
        synonyms=listed(
            "level, priority, urgency, schweregrad, stufe, sévérité, gravité, severidad"
        ),
    )
    response_time: Amount | None = amount(
        mark("How soon somebody must look."),
        column=True,
        synonyms=listed(
            "response, reaction time, time to respond, sla, reaktionszeit, temps de "
            "réponse, tiempo de respuesta"
        ),
    )
    channel: str = text(
        mark("Whom it calls, and how."),
        synonyms=listed("channels, notify, notifies, notification, kanal, canal"),
    )
    runbook: Inline = inline(
        mark("What to do then."), synonyms=listed("playbook, action, actions, maßnahme")
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it watches."),
        inverse=mark("Alerts"),
        synonyms=listed("component, components, applies to"),
    )
    guards: tuple[Ref, ...] = refs(
        "quality-goal",
        help=mark("Quality goals it guards."),
        inverse=mark("Guarded by"),
        synonyms=listed("goal, goals, slo"),
    )
