"""A question is open after its day, or a document was not reviewed in time.

**What it reports.** Open questions whose day has passed, and documents whose next review was before
today, unless they are superseded.

**Why.** A date that nobody keeps tells readers that the rest may be old too. Off unless asked for,
because its findings appear without any change.

**Example.** With `archdoc_rules = {"overdue": "warning"}`::

    .. open-question:: How long do we keep orders?
       :owner: Legal
       :due: 2026-02-01

Answer it, or set another day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.dates import When
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.rules._given import Given

CODE = Code.OVERDUE
LEVEL = "off"


def check(store: Store, given: Given) -> Iterator[Finding]:
    """Yield a finding for each date that has passed."""
    if not given.today:
        return
    for record in store.of("open-question"):
        status = effective_status(store, record)
        due = _iso(getattr(record, "due", None))
        if due and due < given.today[: len(due)] and (status is None or status.key == "open"):
            message = f"{name(store, record)}: it was due on {due}; answer it or set another day"
            yield Finding(CODE, message, record.at, record.line_of("due"))
    for record in store.of("document"):
        status = effective_status(store, record)
        due = _iso(getattr(record, "next_review", None))
        if due and due < given.today[: len(due)] and not (status and status.key == "superseded"):
            message = f"its review was due on {due}; review it and set the next date"
            message = f"{name(store, record)}: {message}"
            yield Finding(CODE, message, record.at, record.line_of("next_review"))


def _iso(value: object) -> str:
    return value.iso if isinstance(value, When) else ""
