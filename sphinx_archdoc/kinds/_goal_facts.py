"""What follows from a goal: the verdict of its numbers, and what an availability allows."""

from __future__ import annotations

from sphinx_archdoc.kinds._words import GOAL_STATUS
from sphinx_archdoc.model.kind import Derived, mark

GOAL_FACTS = (
    Derived(
        name="verdict",
        title=mark("By the numbers"),
        help=mark("Met or missed, as target and measured value say."),
        code="goals:verdict",
        type="choice",
        vocabulary=GOAL_STATUS,
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
)
