"""A system has containers, but no decision affects it.

**What it reports.** Systems of your own with containers, when no decision affects the system or
anything inside it.

**Why.** Somebody chose these containers for a reason that nobody can read. Off unless asked for.

**Example.** With `archdoc_rules = {"c4-decisions": "warning"}`::

    .. c4-model::

       system shop "Shop"
         app web "Web app"

    .. adr:: Sell plants only
       :id: ADR-1

Say with `:affects: shop.web` on a decision what it shaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._elements import inside, level_of
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_DECISIONS
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each system with containers and no decision."""
    shaped = {
        link.target
        for link in store.relations.links
        if (record := store.get(link.source)) and store.kind(record).family == "decision"
    }
    for system in store.of("element"):
        if level_of(store, system) != "system" or getattr(system, "external", False):
            continue
        parts = inside(store, system.id)
        if parts and shaped.isdisjoint((system.id, *parts)):
            message = f"{name(store, system)}: it has containers, but no decision affects it"
            yield Finding(CODE, f"{message}; say with affects what a decision shaped", system.at)
