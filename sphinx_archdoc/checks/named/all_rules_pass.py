"""The rules find nothing wrong with the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.outcome import Outcome
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.rules import report

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.store import Store

WORDS = ("rules pass", "no findings", "documentation consistent", "consistency check passed")


def check(store: Store, review: Review) -> Outcome:
    """Run the rules that are on, but for those switched off or waived."""
    found = report(store, review.rules, review.given)
    wrong = [
        item
        for item in found
        if item.level in ("warning", "error") and review.covers(item.finding.at.docname)
    ]
    if not wrong:
        return Outcome(True, mark("No rule finds anything."))
    at = wrong[0].finding.at
    return Outcome(
        False,
        mark("Findings of the rules: {count}, the first here:"),
        len(wrong),
        place=(at.docname, at.anchor, ""),
    )
