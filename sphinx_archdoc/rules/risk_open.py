"""A high risk has no mitigation or no owner, or a review is overdue.

**What it reports.** Risks that are not closed: those whose score is high or critical without a
mitigation or without an owner, and any whose day of review has passed.

**Why.** A register that nobody works on is a list of surprises. Off unless asked for.

**Example.** With `archdoc_rules = {"risk-open": "warning"}`::

    .. risk:: Frost on the way
       :id: R-1
       :impact: high
       :likelihood: high

       Plants freeze.

Say what is done about it and who does it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.unsettled import is_stated, says_something
from sphinx_archdoc.model.words import Word
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.rules._given import Given

CODE = Code.RISK
LEVEL = "off"

_OVER = ("closed", "accepted", "occurred")


def check(store: Store, given: Given) -> Iterator[Finding]:
    """Yield a finding for each fault of each open risk."""
    for record in store.of("risk"):
        status = getattr(record, "status", None)
        if isinstance(status, Word) and status.key in _OVER:
            continue
        for fault, hint, field in _faults(store, record, given):
            message = f"{name(store, record)}: {fault}; {hint}"
            yield Finding(CODE, message, record.at, record.line_of(field))


def _faults(store: Store, record: Record, given: Given) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong, what to do, and the field that says it."""
    impact, likelihood = getattr(record, "impact", None), getattr(record, "likelihood", None)
    band = given.scoring.band(given.scoring.score(impact, likelihood))
    if band is not None and band.key in ("high", "critical"):
        links = [link.field for link in store.relations.outgoing(record.id)]
        said = says_something(plain(getattr(record, "mitigation", ()) or ()))
        if not said and "mitigated_by" not in links:
            yield f"it is {band.key} and has no mitigation", "say what is done about it", "impact"
        if not is_stated(getattr(record, "owner", ())):
            yield f"it is {band.key} and has no owner", "say who looks after it", "impact"
    review = getattr(getattr(record, "review", None), "iso", "")
    if given.today and review and review < given.today[: len(review)]:
        yield f"its review was due on {review}", "review it and set the next date", "review"
