"""Every risk says what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.facts import has
from sphinx_archdoc.checks.outcome import NO_RISK, Outcome, every
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = (
    "mitigation strategy",
    "mitigation strategies",
    "risk mitigation",
    "risks have mitigations",
)


def check(store: Store, review: Review) -> Outcome:
    """Look at every one of them."""
    return every(
        review.of(store, "risk"),
        lambda record: has("mitigation", review)(record) or has("mitigated_by", review)(record),
        fine=mark("Risks with a mitigation: {total} of {total}."),
        wrong=mark("Risks without a mitigation, {count} of {total}:"),
        none=NO_RISK,
    )
