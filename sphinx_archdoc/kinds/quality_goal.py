"""Quality goals: targets against what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import amount, choice, inline, owner, refs, tags
from sphinx_archdoc.model.kind import Derived, Record, kind, mark
from sphinx_archdoc.kinds._words import PRIORITY
from sphinx_archdoc.model.words import Term, Vocabulary

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.model.words import Word

STATUS = Vocabulary(
    Term(
        key="planned",
        label=mark("Planned"),
        synonyms=("open", "todo", "to do", "not started", "not measured", "offen", "geplant"),
    ),
    Term(
        key="active",
        label=mark("In progress"),
        synonyms=("in progress", "ongoing", "partial", "partly met", "🚧", "in arbeit", "en cours"),
        tone="info",
    ),
    Term(
        key="met",
        label=mark("Met"),
        synonyms=(
            "achieved",
            "reached",
            "fulfilled",
            "on target",
            "ok",
            "yes",
            "done",
            "✅",
            "✔",
            "✓",
            "pass",
            "passed",
            "erreicht",
            "erfüllt",
            "atteint",
            "cumplido",
            "logrado",
        ),
        tone="ok",
    ),
    Term(
        key="at-risk",
        label=mark("At risk"),
        synonyms=("at risk", "warning", "⚠", "endangered", "gefährdet", "à risque", "en riesgo"),
        tone="warn",
    ),
    Term(
        key="missed",
        label=mark("Missed"),
        synonyms=(
            "not met",
            "not achieved",
            "failed",
            "fail",
            "no",
            "❌",
            "✗",
            "verfehlt",
            "nicht erreicht",
            "nicht erfüllt",
            "non atteint",
            "incumplido",
        ),
        tone="bad",
    ),
)


@kind(
    "quality-goal",
    title=mark("Quality goal"),
    prefix="QG-",
    standing="goals:verdict",
    rest="target",
    derived=(
        Derived(
            name="verdict",
            title=mark("By the numbers"),
            help=mark("Met or missed, as target and measured value say."),
            code="goals:verdict",
            type="choice",
            vocabulary=STATUS,
        ),
        Derived(
            name="error_budget",
            title=mark("Error budget"),
            help=mark("The share of time that may be lost, of a figure of availability."),
            code="goals:error_budget",
            column=True,
        ),
        Derived(
            name="downtime_30_days",
            title=mark("Downtime in 30 days"),
            help=mark("The downtime that a figure of availability allows in 30 days."),
            code="goals:downtime_30_days",
            column=True,
        ),
        Derived(
            name="downtime_month",
            title=mark("Downtime a month"),
            help=mark("The downtime that a figure of availability allows in a twelfth of a year."),
            code="goals:downtime_month",
        ),
        Derived(
            name="downtime_year",
            title=mark("Downtime a year"),
            help=mark("The downtime that a figure of availability allows in 365 days."),
            code="goals:downtime_year",
            column=True,
        ),
    ),
    title_words=(
        "goal",
        "metric",
        "quality attribute",
        "attribute",
        "quality requirement",
        "nfr",
        "kpi",
        "sli",
        "indicator",
        "characteristic",
        "qualitätsziel",
        "qualitätsmerkmal",
        "objectif",
        "objetivo",
    ),
)
class QualityGoal(Record):
    """A quality the system must have: the target, and what was measured.

    Where nobody writes a status it is computed: `< 200 ms (p95)` against `180 ms` is met. Of a figure
    of availability the error budget and the downtime it allows are computed too.
    """

    target: Amount | None = amount(
        mark("What must be reached: `< 200 ms (p95)`, `99.9 %`, `> 80 %`, `< $5K/month`."),
        column=True,
        synonyms=(
            "target value",
            "objective",
            "slo",
            "requirement",
            "threshold",
            "goal value",
            "response measure",
            "ziel",
            "zielwert",
            "soll",
            "sollwert",
            "cible",
            "meta",
        ),
    )
    measured: Amount | None = amount(
        mark("What was measured, in any unit of the same sort."),
        column=True,
        synonyms=(
            "achieved",
            "actual",
            "actual value",
            "current",
            "current value",
            "measured value",
            "measurement",
            "result",
            "ist",
            "istwert",
            "gemessen",
            "mesuré",
            "medido",
        ),
    )
    priority: Word | None = choice(
        PRIORITY,
        mark("How much it matters."),
        column=True,
        synonyms=(
            "importance",
            "prio",
            "priorität",
            "wichtigkeit",
            "priorité",
            "prioridad",
        ),
    )
    status: Word | None = choice(
        STATUS,
        mark("Whether it is reached; computed where nobody writes it."),
        column=True,
        synonyms=(
            "state",
            "statut",
            "estado",
        ),
    )
    scenario: Inline = inline(
        mark("The situation in which it is tested."),
        synonyms=(
            "quality scenario",
            "stimulus",
            "szenario",
            "scénario",
            "escenario",
        ),
    )
    motivation: Inline = inline(
        mark("Why it matters."),
        synonyms=(
            "rationale",
            "reason",
            "why",
            "description",
            "motivation and description",
            "begründung",
            "beschreibung",
            "justification",
            "justificación",
        ),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks that must have it."),
        inverse=mark("Quality goals"),
        synonyms=(
            "component",
            "components",
            "applies to",
        ),
    )
