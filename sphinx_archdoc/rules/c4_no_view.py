"""A building block is shown in no picture.

**What it reports.** Building blocks of one's own that no C4 view, flow or deployment picture of
the project shows. Reported by a build, which knows the pictures.

**Why.** A reader of the pictures does not learn that it exists. Off unless asked for.

**Example.** With `archdoc_rules = {"c4-no-view": "warning"}`::

    .. app:: shop.api

       Takes orders.

Add a view that shows it: `c4-container`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.rules._given import Given

CODE = Code.C4_NO_VIEW
LEVEL = "off"


def check(store: Store, given: Given) -> Iterator[Finding]:
    """Yield a finding for each element that is in no picture."""
    if given.shown is None:
        return
    for element in store.of("element"):
        if element.id not in given.shown:
            message = f"{name(store, element)}: no picture shows it"
            yield Finding(CODE, f"{message}; add a view of what is around it", element.at)
