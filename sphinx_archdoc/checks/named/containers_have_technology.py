"""Every application, data store and queue of our own names its technology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.facts import has, own
from sphinx_archdoc.checks.outcome import NO_CONTAINER, Outcome, every
from sphinx_archdoc.model.technologies import is_made_with
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("technology of containers", "containers have a technology")


def check(store: Store, review: Review) -> Outcome:
    """Look at every one of them."""
    return every(
        own(store, review, "app", "datastore", "queue"),
        lambda record: has("technology", review)(record) or is_made_with(store, record),
        fine=mark("With a technology: {total} of {total}."),
        wrong=mark("Without a technology, {count} of {total}:"),
        none=NO_CONTAINER,
    )
