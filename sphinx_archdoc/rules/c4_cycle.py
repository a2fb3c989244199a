"""Building blocks need each other in a circle.

**What it reports.** One circle for each group of containers or components whose relations and
dependencies lead all the way round. Two parts that answer each other directly are left to
`c4-bidirectional`.

**Why.** Parts in a circle can only be built, tested and released together. Off unless asked for:
some architectures want it, as with events.

**Example.** With `archdoc_rules = {"c4-cycle": "warning"}`::

    .. c4-model::

       app web "Shop"
       app api "API"
       app mail "Mail"
       web -> api : places orders
       api -> mail : sends receipts
       mail -> web : asks for texts

Turn one of them round, or put a queue between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.cycles import find_cycles
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._elements import level_of, lines
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_CYCLE
LEVEL = "off"

_LEVELS = ("container", "component")
_PAIR = 2
_LONGEST = 8


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each circle of containers or components."""
    levels = {element.id: level_of(store, element) for element in store.of("element")}
    for level in _LEVELS:
        edges = [
            (source, target)
            for source, target in lines(store)
            if levels.get(source) == levels.get(target) == level
        ]
        for circle in find_cycles(edges):
            first = store.get(circle[0])
            if len(circle) <= _PAIR or first is None:
                continue
            shown = " → ".join((*circle[:_LONGEST], "…" if len(circle) > _LONGEST else circle[0]))
            message = f"{name(store, first)}: it depends on itself, {shown}"
            yield Finding(CODE, f"{message}; reverse or remove one of these relations", first.at)
