"""There is at least one error code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome, some
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("error code", "error handling")


def check(store: Store, review: Review) -> Outcome:
    """Count the records."""
    return some(
        store,
        review,
        "error-code",
        fine=mark("{count} found."),
        wrong=mark("There is no error code; error-table adds one."),
    )
