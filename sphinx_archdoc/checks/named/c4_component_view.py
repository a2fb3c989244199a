"""A page shows what is inside an application (C4 level 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome, picture
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("component diagram", "c4 component diagram")


def check(store: Store, review: Review) -> Outcome:
    """Look at the pictures of all pages."""
    del store
    return picture(
        review,
        "component",
        fine=mark("It is shown."),
        wrong=mark("No page has a c4-component view."),
    )
