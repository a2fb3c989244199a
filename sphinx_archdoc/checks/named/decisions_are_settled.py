"""No decision is still a draft or a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.facts import is_in
from sphinx_archdoc.checks.outcome import NO_DECISION, Outcome, every
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("decisions made", "decisions approved", "decisions settled", "no open decision")


def check(store: Store, review: Review) -> Outcome:
    """Look at every one of them."""
    return every(
        review.of(store, "decision"),
        lambda record: not is_in("draft", "proposed")(record),
        fine=mark("Settled decisions: {total} of {total}."),
        wrong=mark("Decisions that are not settled, {count} of {total}:"),
        none=NO_DECISION,
    )
