"""A page shows the entities and how they belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome, picture
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("er diagram", "entity relationship diagram", "data model diagram", "erd")


def check(store: Store, review: Review) -> Outcome:
    """Look at the pictures of all pages."""
    del store
    return picture(
        review, "data", fine=mark("It is shown."), wrong=mark("No page has an er-diagram.")
    )
