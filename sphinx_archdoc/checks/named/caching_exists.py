"""There is at least one cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome, some
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("caching strategy", "cache", "caching")


def check(store: Store, review: Review) -> Outcome:
    """Count the records."""
    return some(
        store,
        review,
        "cache",
        fine=mark("{count} found."),
        wrong=mark("There is no cache; cache-table adds one."),
    )
