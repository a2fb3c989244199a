"""A page shows what is inside a system (C4 level 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome, picture
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("container diagram", "c4 container diagram")


def check(store: Store, review: Review) -> Outcome:
    """Look at the pictures of all pages."""
    del store
    return picture(
        review,
        "container",
        fine=mark("It is shown."),
        wrong=mark("No page has a c4-container view."),
    )
