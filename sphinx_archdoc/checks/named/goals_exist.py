"""There is at least one quality goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome, some
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = (
    "performance requirement",
    "quality goal",
    "non-functional requirement",
    "quality attribute",
)


def check(store: Store, review: Review) -> Outcome:
    """Count the records."""
    return some(
        store,
        review,
        "quality-goal",
        fine=mark("{count} found."),
        wrong=mark("There is no quality goal; goal-table adds one."),
    )
