"""An accepted decision does not say what was decided, or what follows from it.

**What it reports.** An accepted decision with headings, none of which is a decision, and one with
none about consequences, in any of the known words and languages. Text without any headings is not
reported.

**Why.** Those two parts are what a record is read for later. Off unless asked for: teams have
other templates.

**Example.** With `archdoc_rules = {"adr-incomplete": "warning"}`::

    :::{adr} Use REST
    :id: ADR-1
    :status: accepted

    **Context:** Clients differ.

    **Decision:** Use REST.
    :::

Add what follows: `**Consequences:** …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._decisions import decisions, status_of
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.INCOMPLETE
LEVEL = "off"

_FOLLOWS = {"consequences", "positive", "negative", "neutral", "pros", "cons", "trade-offs"}
_PARTS = (("decision", {"decision", "rationale"}), ("consequences", _FOLLOWS))


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each part that an accepted decision lacks."""
    for record in decisions(store):
        if status_of(record) != "accepted" or not record.sections:
            continue
        keys = {part.key for part in record.sections}
        for label, wanted in _PARTS:
            if not keys & wanted:
                message = f"{name(store, record)}: it is accepted but has no {label}"
                yield Finding(CODE, f"{message}; add a section about it", record.at)
