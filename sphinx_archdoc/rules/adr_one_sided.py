"""Only one of two decisions says that one replaces or amends the other.

**What it reports.** A link of `supersedes` or `amends` that is written in one of the two decisions
only. The page shows the link at both ends all the same.

**Why.** Whoever reads the old decision in an editor or on a forge does not see that it was
replaced. Off unless asked for: in a site built with this extension one end is enough.

**Example.** With `archdoc_rules = {"adr-one-sided": "warning"}`, the first decision does not say
that it was replaced::

    .. adr:: Use SOAP
       :id: ADR-1

    .. adr:: Use REST
       :id: ADR-2
       :supersedes: ADR-1

Add `:superseded-by: ADR-2` to the first one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._decisions import decisions
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

CODE = Code.ONE_SIDED
LEVEL = "off"


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each link whose other end does not say it."""
    for record in decisions(store):
        for spec in store.kind(record).fields:
            other_name = _other_end(store, record, spec.name)
            if not other_name:
                continue
            for ref in getattr(record, spec.name):
                other = store.get(ref.id)
                back = {item.id for item in getattr(other, other_name, ())}
                if other is not None and other.id != record.id and record.id not in back:
                    option = other_name.replace("_", "-")
                    message = f"{name(store, other)}: {record.id} says {spec.option} {other.id}"
                    line = other.line_of(other_name)
                    yield Finding(CODE, f"{message}; add {option} {record.id} here", other.at, line)


def _other_end(store: Store, record: Record, field: str) -> str:
    fields = store.kind(record).fields
    spec = store.kind(record).field(field)
    if spec is None or spec.type != "refs":
        return ""
    if spec.reverse_of:
        return spec.reverse_of
    return next((other.name for other in fields if other.reverse_of == field), "")
