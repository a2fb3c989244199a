"""A relation goes both ways.

**What it reports.** Relations declared in both directions at once, and two relations in opposite
directions with the same label.

**Why.** Who starts, and what each asks of the other, gets lost. Off unless asked for.

**Example.** With `archdoc_rules = {"c4-bidirectional": "warning"}`::

    .. c4-model::

       app web "Shop"
       app api "API"
       web <-> api : exchanges orders

Write one relation for each direction, each with its own label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._elements import relations
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.C4_BIDIRECTIONAL
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each relation that goes both ways."""
    seen: set[tuple[str, str, str]] = set()
    for record, source, target in relations(store):
        label = " ".join(record.title.split()).casefold()
        both = getattr(record.style, "key", "") == "both"
        if both or (target, source, label) in seen:
            message = f"{name(store, record)}: {source} and {target} are joined both ways"
            hint = "write one relation for each direction"
            yield Finding(CODE, f"{message}; {hint}", record.at)
        seen.add((source, target, label))
