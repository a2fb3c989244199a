"""No question is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.facts import answered
from sphinx_archdoc.checks.outcome import Outcome, every
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = (
    "questions answered",
    "open questions answered",
    "no open questions",
    "open questions resolved",
)


def check(store: Store, review: Review) -> Outcome:
    """Look at every one of them."""
    return every(
        review.of(store, "open-question"),
        answered(store),
        fine=mark("Answered questions: {total} of {total}."),
        wrong=mark("Open questions, {count} of {total}:"),
        needed=False,
    )
