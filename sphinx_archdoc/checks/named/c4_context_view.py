"""A page shows a system with its neighbours (C4 level 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome, picture
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("system context diagram", "context diagram", "c4 context diagram")


def check(store: Store, review: Review) -> Outcome:
    """Look at the pictures of all pages."""
    del store
    return picture(
        review,
        "context",
        "landscape",
        fine=mark("It is shown."),
        wrong=mark("No page has a c4-context view."),
    )
