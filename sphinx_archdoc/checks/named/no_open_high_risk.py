"""No high or critical risk is open without a mitigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.checks.facts import has, is_in
from sphinx_archdoc.checks.outcome import Outcome, every
from sphinx_archdoc.model.words import Word, mark

if TYPE_CHECKING:
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

WORDS = (
    "no open high risks",
    "high risks mitigated",
    "critical risks mitigated",
    "no high risk without mitigation",
)
_HIGH = ("high", "critical")


def check(store: Store, review: Review) -> Outcome:
    """Look at the score of every risk that still stands."""

    def is_high(record: Record) -> bool:
        words = (getattr(record, name, None) for name in ("impact", "likelihood"))
        impact, likelihood = (word if isinstance(word, Word) else None for word in words)
        band = review.given.scoring.band(review.given.scoring.score(impact, likelihood))
        return band is not None and band.key in _HIGH

    standing = [
        record for record in review.of(store, "risk") if not is_in("closed", "mitigated")(record)
    ]
    return every(
        [record for record in standing if is_high(record)],
        lambda record: has("mitigation", review)(record) or has("mitigated_by", review)(record),
        fine=mark("High risks with a mitigation: {total} of {total}."),
        wrong=mark("High risks without a mitigation, {count} of {total}:"),
        none=mark("There is no high risk."),
        needed=False,
    )
