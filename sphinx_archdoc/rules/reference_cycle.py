"""Records refer to each other in a circle where that makes no sense.

**What it reports.** One circle for each group of records that supersede, amend or build on each
other all the way round. Building blocks may depend on each other in circles and are not reported.

**Why.** Nobody can tell which decision holds.

**Example.** Each of two decisions replaces the other::

    .. adr:: Use REST
       :id: ADR-1
       :supersedes: ADR-2

    .. adr:: Use gRPC
       :id: ADR-2
       :supersedes: ADR-1

Remove the link that is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.cycles import find_cycles
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

CODE = Code.CYCLE

_LONGEST = 8


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each circle of references in fields that are marked acyclic."""
    fields = {
        (kind.name, spec.name) for kind in store.kinds for spec in kind.fields if spec.acyclic
    }
    edges: dict[str, list[tuple[str, str]]] = defaultdict(list)
    sources: dict[str, Record] = {}
    for link in store.relations.links:
        source = store.get(link.source)
        if source is not None and (store.kind(source).name, link.field) in fields:
            sources[link.source] = source
            edges[link.field].append((link.source, link.target))
    for field, pairs in sorted(edges.items()):
        for circle in find_cycles(pairs):
            first = sources[circle[0]]
            message = f"{name(store, first)}: {field.replace('_', '-')} forms a circle"
            hint = "remove one of these links"
            line = first.line_of(field, (circle * 2)[1])
            yield Finding(CODE, f"{message}, {_shown(circle)}; {hint}", first.at, line)


def _shown(circle: tuple[str, ...]) -> str:
    ids = circle if len(circle) <= _LONGEST else (*circle[: _LONGEST - 1], "…")
    return " → ".join((*ids, circle[0]))
