"""A container, a component or a call between containers names no technology.

**What it reports.** Containers and components of one's own without `technology`, and relations
between containers without one. People, systems and what belongs to somebody else need none.

**Why.** The container view is where technology is decided and read. Off unless asked for.

**Example.** With `archdoc_rules = {"c4-technology": "warning"}`::

    .. app:: shop.api

       Takes orders.

Add `:technology: FastAPI`, or a row of a `tech-stack` whose column "Used by" names `shop.api`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.technologies import is_made_with
from sphinx_archdoc.rules._elements import is_container, level_of, relations
from sphinx_archdoc.rules._saying import line_name, name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_TECHNOLOGY
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each element and relation that should name its technology."""
    for element in store.of("element"):
        inside = level_of(store, element) in ("container", "component")
        own = inside and not getattr(element, "external", False)
        if own and not element.technology and not is_made_with(store, element):  # type: ignore[attr-defined] # all elements have it
            message = f"{name(store, element)}: it names no technology"
            yield Finding(CODE, f"{message}; add technology", element.at)
    for record, source, target in relations(store):
        if is_container(store, source) and is_container(store, target) and not record.technology:
            message = f"{line_name(store, record, source, target)} names no technology"
            yield Finding(CODE, f"{message}; add one, such as [JSON/HTTPS]", record.at)
