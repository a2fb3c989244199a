"""Every accepted decision says what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.facts import has_part, is_in
from sphinx_archdoc.checks.outcome import Outcome, every
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("decisions have consequences", "consequences of decisions", "decision consequences")


def check(store: Store, review: Review) -> Outcome:
    """Look at every one of them."""
    return every(
        [record for record in review.of(store, "decision") if is_in("accepted")(record)],
        has_part("consequences"),
        fine=mark("Accepted decisions with consequences: {total} of {total}."),
        wrong=mark("Accepted decisions without consequences, {count} of {total}:"),
        none=mark("No decision is accepted; set the status of an adr."),
    )
