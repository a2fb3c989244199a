"""There is at least one decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import NO_DECISION, Outcome, some
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("decision log", "architecture decision", "architecture decisions recorded", "adr written")


def check(store: Store, review: Review) -> Outcome:
    """Count the records."""
    return some(store, review, "decision", fine=mark("{count} found."), wrong=NO_DECISION)
