"""A decision has been proposed for longer than the project allows.

**What it reports.** A draft or proposed decision whose date is more than `archdoc_stale_days` days
(90) before the day of the build. Without a date nothing can be said.

**Why.** A question nobody answers is decided by accident. Off unless asked for.

**Example.** With `archdoc_rules = {"adr-stale": "warning"}`::

    .. adr:: Use REST
       :id: ADR-1
       :status: proposed
       :date: 2020-01-15

Decide it, reject it, or bring its date up to date.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._decisions import decisions, status_of
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.rules._given import Given

CODE = Code.STALE
LEVEL = "off"

_WHOLE = len("2026-01-20")


def check(store: Store, given: Given) -> Iterator[Finding]:
    """Yield a finding for each proposal that is older than allowed."""
    if not given.today:
        return
    today = dt.date.fromisoformat(given.today)
    for record in decisions(store):
        iso = getattr(getattr(record, "date", None), "iso", "")
        if status_of(record) not in ("draft", "proposed") or not iso:
            continue
        age = (today - dt.date.fromisoformat(iso if len(iso) == _WHOLE else f"{iso}-01")).days
        if age > given.stale_days:
            message = f"{name(store, record)}: it is {status_of(record)} since {iso}, {age} days"
            message = f"{message}; decide it, or bring its date up to date"
            yield Finding(CODE, message, record.at, record.line_of("date"))
