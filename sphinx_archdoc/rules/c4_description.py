"""A building block does not say what it does.

**What it reports.** Each building block without a description and without any text.

**Why.** A box with a name alone tells only those who know already. Off unless asked for, with
`archdoc_rules = {"c4-*": "warning"}`.

**Example.** A name and nothing else::

    .. app:: shop.api

Add `:description:`, or a line of text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_DESCRIPTION
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each element that says nothing of itself."""
    for element in store.of("element"):
        said = plain(getattr(element, "description", ()) or ())
        if not (said.strip() or element.summary.strip() or element.sections):
            message = f"{name(store, element)}: it does not say what it does"
            yield Finding(CODE, f"{message}; add a description", element.at)
