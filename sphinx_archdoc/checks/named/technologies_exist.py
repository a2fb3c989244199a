"""There is at least one technology, listed or named by a building block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome, some
from sphinx_archdoc.model.technologies import key_of, named
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("tech stack", "technology stack")


def check(store: Store, review: Review) -> Outcome:
    """Count the records; without any, what building blocks name, as the technology stack does."""
    fine = mark("{count} found.")
    listed = some(
        store, review, "tech", fine=fine, wrong=mark("There is no technology; tech-stack adds one.")
    )
    if listed.passed:
        return listed
    texts = (getattr(record, "technology", "") for record in review.of(store, "element"))
    names = {key_of(name) for text in texts if isinstance(text, str) for name, _ in named(text)}
    return Outcome(True, fine, len(names), len(names)) if names else listed
