"""Two building blocks are joined twice by the same relation.

**What it reports.** A second relation between the same two building blocks in the same direction
with the same label, whatever its technology.

**Why.** Two lines that say the same look like two things. Off unless asked for.

**Example.** With `archdoc_rules = {"c4-duplicate": "warning"}`::

    .. c4-model::

       app web "Shop"
       app api "API"
       web -> api : places orders [JSON]
       web -> api : Places orders [XML]

Keep one of them, or say how they differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._elements import relations
from sphinx_archdoc.rules._saying import line_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

CODE = Code.C4_DUPLICATE
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each relation that another one says already."""
    seen: dict[tuple[str, str, str], Record] = {}
    for record, source, target in relations(store):
        key = (source, target, " ".join(record.title.split()).casefold())
        first = seen.setdefault(key, record)
        if first is not record:
            message = f"{line_name(store, record, source, target)} is said at {first.at} already"
            message = f"{message}; keep one of them, or say how they differ"
            yield Finding(CODE, message, record.at, named=(first.at,))
