"""A building block has no relation to any other.

**What it reports.** Building blocks that no relation touches, neither them nor anything inside or
around them. Deployment and infrastructure nodes are left out.

**Why.** What nothing uses and what uses nothing is forgotten, or its relations are. Off unless
asked for.

**Example.** With `archdoc_rules = {"c4-disconnected": "warning"}`::

    .. c4-model::

       app web "Shop"
       app api "API"
       datastore db "Orders"
       web -> api : places orders

Nothing says who reads and writes `db`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._elements import level_of, lines
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_DISCONNECTED
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each element that no line touches."""
    touched: set[str] = set()
    for ends in lines(store):
        for id_ in ends:
            touched.update((id_, *store.ancestors(id_)))
    for element in store.of("element"):
        # What lies around an element that is joined, and what lies inside one, is joined too.
        joined = element.id in touched or any(id_ in touched for id_ in store.ancestors(element.id))
        if not joined and level_of(store, element) != "node":
            message = f"{name(store, element)}: it has no relation to anything"
            yield Finding(CODE, f"{message}; say what uses it or what it uses", element.at)
