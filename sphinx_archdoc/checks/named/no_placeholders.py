"""No page has a placeholder of a template left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("placeholders replaced", "no placeholders", "no placeholders left", "template filled in")


def check(store: Store, review: Review) -> Outcome:
    """Look at what the texts of all pages left over."""
    del store
    count = sum(map(len, review.leftovers.values()))
    if not count:
        return Outcome(True, mark("None is left."))
    page = min(review.leftovers)
    place = (page, "", review.titles.get(page, ""))
    return Outcome(False, mark("Left in all: {count}, the first here:"), count, place=place)
