"""Something live uses what is on its way out.

**What it reports.** Relations and dependencies of a building block that stays to one that is
deprecated or retired.

**Why.** The old part cannot go while this holds, and what is retired should not be used at all. Off
unless asked for.

**Example.** With `archdoc_rules = {"c4-lifecycle": "warning"}`::

    .. app:: shop.web
       :depends-on: shop.soap

    .. app:: shop.soap
       :status: deprecated

Plan the move to what replaces it, or mark the user as deprecated too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._decisions import status_of
from sphinx_archdoc.rules._elements import lines
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_LIFECYCLE
LEVEL = "off"

_LEAVING = ("deprecated", "retired")


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each line from something that stays to something that goes."""
    for source, target in dict.fromkeys(lines(store)):
        user, used = store.get(source), store.get(target)
        if user is None or used is None or status_of(user) in _LEAVING:
            continue
        if status_of(used) in _LEAVING:
            message = f"{name(store, user)}: it uses {used.id}, which is {status_of(used)}"
            yield Finding(CODE, f"{message}; move it to what replaces that", user.at)
