"""A decision refers to nothing, and nothing refers to it.

**What it reports.** An accepted decision that affects no building block and has no link from or to
another record, in a project that has building blocks or other decisions.

**Why.** It will not be found from what it is about. Off unless asked for.

**Example.** With `archdoc_rules = {"adr-orphan": "warning"}`::

    .. app:: shop.api

    .. adr:: Use REST
       :id: ADR-1
       :status: accepted

Say `:affects: shop.api`.
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

CODE = Code.ORPHAN
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each accepted decision without any link."""
    if len(store) < 2:  # noqa: PLR2004 -- one record has nothing to refer to
        return
    for record in decisions(store):
        links = (*store.relations.outgoing(record.id), *store.relations.incoming(record.id))
        if status_of(record) == "accepted" and not links:
            message = f"{name(store, record)}: it refers to nothing and nothing refers to it"
            yield Finding(CODE, f"{message}; say what it affects", record.at)
