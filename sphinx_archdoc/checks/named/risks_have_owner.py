"""Every risk has an owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.facts import has
from sphinx_archdoc.checks.outcome import NO_RISK, Outcome, every
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("risk owners", "risks have owners", "risk owners assigned")


def check(store: Store, review: Review) -> Outcome:
    """Look at every one of them."""
    return every(
        review.of(store, "risk"),
        has("owner", review),
        fine=mark("Risks with an owner: {total} of {total}."),
        wrong=mark("Risks without an owner, {count} of {total}:"),
        none=NO_RISK,
    )
