"""A page shows a flow step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome, picture
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("sequence diagram", "key flow", "key flow diagram", "flow diagram")


def check(store: Store, review: Review) -> Outcome:
    """Look at the pictures of all pages."""
    del store
    return picture(
        review,
        "flow",
        fine=mark("It is shown."),
        wrong=mark("No page shows a flow; flow or flow-diagram adds one."),
    )
