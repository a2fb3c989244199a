"""Quality goals: targets against what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.kinds._goal_facts import GOAL_FACTS
from sphinx_archdoc.kinds._words import GOAL_STATUS, PRIORITY
from sphinx_archdoc.model.fields import amount, choice, inline, owner, refs, tags
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.model.words import Word


@kind(
    "quality-goal",
    title=mark("Quality goal"),
    prefix="QG-",
    prefixed=True,
    standing="goals:verdict",
    rest="target",
    derived=GOAL_FACTS,
    title_words=listed(
        "goal, metric, quality attribute, attribute, quality requirement, nfr, kpi, sli, "
        "indicator, characteristic, qualitätsziel, qualitätsmerkmal, objectif, objetivo"
    ),
)
class QualityGoal(Record):
    """A quality the system must have: the target, and what was measured.

    Without a status, it is computed: `< 200 ms (p95)` against `180 ms` is met. For an
    availability, the error budget and the downtime that it allows are computed too.
    """

    target: Amount | None = amount(
        mark("What must be reached: `< 200 ms (p95)`, `99.9 %`, `> 80 %`, `< $5K/month`."),
        column=True,
        synonyms=listed(
            "target value, objective, slo, requirement, threshold, goal value, response "
            "measure, ziel, zielwert, soll, sollwert, cible, meta"
        ),
    )
    measured: Amount | None = amount(
        mark("What was measured, in any unit of the same sort."),
        column=True,
        synonyms=listed(
            "achieved, actual, actual value, current, current value, measured value, "
            "measurement, result, ist, istwert, gemessen, mesuré, medido"
        ),
    )
    priority: Word | None = choice(
        PRIORITY,
        mark("How much it matters."),
        column=True,
        synonyms=listed("importance, prio, priorität, wichtigkeit, priorité, prioridad"),
    )
    status: Word | None = choice(
        GOAL_STATUS,
        mark("Whether it is reached; computed where nobody writes it."),
        column=True,
        synonyms=listed("state, statut, estado"),
    )
    scenario: Inline = inline(
        mark("The situation in which it is tested."),
        synonyms=listed("quality scenario, stimulus, szenario, scénario, escenario"),
    )
    motivation: Inline = inline(
        mark("Why it matters."),
        synonyms=listed(
            "rationale, reason, why, description, motivation and description, begründung, "
            "beschreibung, justification, justificación"
        ),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks that must have it."),
        inverse=mark("Quality goals"),
        synonyms=listed("component, components, applies to"),
    )
