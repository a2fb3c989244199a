"""A building block in use depends on a decision that no longer applies.

**What it reports.** A building block that is not planned, deprecated or retired, affected by a
decision that is superseded, deprecated or rejected, when no decision in force affects it too.

**Why.** Either the building block has to follow the new decision, or the new decision forgot it.
Off unless asked for.

**Example.** With `archdoc_rules = {"adr-outdated": "warning"}`::

    .. app:: shop.api

    .. adr:: Use SOAP
       :id: ADR-1
       :status: deprecated
       :affects: shop.api

Let the decision that applies now say `:affects: shop.api`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.rules._decisions import status_of
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.OUTDATED
LEVEL = "off"

_OVER = ("superseded", "deprecated", "rejected")
_NOT_LIVE = ("planned", "deprecated", "retired")


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each element all of whose decisions are over."""
    for element in store.of("element"):
        if status_of(element) in _NOT_LIVE:
            continue
        states: dict[str, str] = {}
        for link in store.relations.incoming(element.id):
            record = store.get(link.source)
            if record is not None and store.kind(record).family == "decision":
                status = effective_status(store, record)
                states[record.id] = status.key if status else ""
        if states and all(key in _OVER for key in states.values()):
            said = ", ".join(f"{id_} is {key}" for id_, key in sorted(states.items())[:4])
            message = f"{name(store, element)}: its decisions no longer apply, {said}"
            yield Finding(CODE, f"{message}; name the one that applies now", element.at)
