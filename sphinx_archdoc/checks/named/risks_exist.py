"""There is at least one risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import NO_RISK, Outcome, some
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("risk", "risk assessment", "risk register")


def check(store: Store, review: Review) -> Outcome:
    """Count the records."""
    return some(store, review, "risk", fine=mark("{count} found."), wrong=NO_RISK)
