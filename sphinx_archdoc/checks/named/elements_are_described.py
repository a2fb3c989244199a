"""Every building block says what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.facts import has, is_said
from sphinx_archdoc.checks.outcome import Outcome, every
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("component", "components described", "building blocks described")


def check(store: Store, review: Review) -> Outcome:
    """Look at every one of them."""
    return every(
        review.of(store, "element"),
        lambda record: (
            has("description", review)(record) or is_said(record.summary, record, review)
        ),
        fine=mark("Building blocks with a description: {total} of {total}."),
        wrong=mark("Building blocks without a description, {count} of {total}:"),
        none=mark("There is no building block; system, app or c4-model adds one."),
    )
