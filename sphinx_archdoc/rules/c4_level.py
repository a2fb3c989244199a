"""A building block lies inside one of a level that cannot hold it.

**What it reports.** A system inside a container or component, a container inside a container or
component, and a component directly inside a system.

**Why.** C4 has levels so that each picture shows one of them. Off unless asked for: a sketch may
leave levels out.

**Example.** With `archdoc_rules = {"c4-level": "warning"}`::

    .. system:: shop

    .. component:: shop.checkout

A component belongs to a container: declare `shop.web` and call it `shop.web.checkout`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._elements import level_of
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_LEVEL
LEVEL = "off"

_INSIDE = {
    "system": ("system", "node"),
    "container": ("system", "node"),
    "component": ("container", "component"),
}


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each element whose parent is of another level than C4 asks for."""
    for element in store.of("element"):
        parent = store.get(store.parent(element.id))
        level = level_of(store, element)
        if parent is None or level not in _INSIDE:
            continue
        around = level_of(store, parent)
        if around not in _INSIDE[level]:
            wanted = " or ".join(_INSIDE[level])
            message = f"{name(store, element)}: a {level} lies inside the {around} {parent.id}"
            yield Finding(CODE, f"{message}; put it inside a {wanted}", element.at)
