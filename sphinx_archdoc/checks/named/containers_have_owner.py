"""Every application, data store and queue of our own has an owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.facts import has, own
from sphinx_archdoc.checks.outcome import NO_CONTAINER, Outcome, every
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("containers have owners", "components have owners", "component owner", "service owner")


def check(store: Store, review: Review) -> Outcome:
    """Look at every one of them."""
    return every(
        own(store, review, "app", "datastore", "queue"),
        has("owner", review),
        fine=mark("With an owner: {total} of {total}."),
        wrong=mark("Without an owner (the option or column owner names one), {count} of {total}:"),
        none=NO_CONTAINER,
    )
