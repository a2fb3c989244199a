"""The text of an entity names another one that does not exist.

**What it reports.** Each foreign key (``(FK User)``) and each relation (``has many: OrderItem``) of
an ``entity`` whose other end no entity has for an id or title, with the nearest name.

**Why.** The column leads nowhere, and the line is missing in the entity diagram.

**Example.** No entity is called ``Costumer``, but one ``Customer``::

    .. entity:: Order

       - customer_id: uuid (FK Costumer)

Write the name as it is declared (the plural is found too), or declare the entity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding, Nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.REFERENCE


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each name of an entity that no entity has."""
    records = {record.id: record for record in store.of("entity")}
    if not records:
        return
    from sphinx_archdoc.diagrams.entity.combine import Described, combine
    from sphinx_archdoc.diagrams.entity.data import EntityText

    described = [
        Described(r.id, r.title, r.body) for r in records.values() if isinstance(r.body, EntityText)
    ]
    bare = [
        Described(r.id, r.title, EntityText())
        for r in records.values()
        if not isinstance(r.body, EntityText)
    ]
    names = Nearest(name for r in records.values() for name in (r.id, r.title))
    for unknown in combine([*described, *bare]).unknown:
        near = names.find(unknown.name)
        hint = f"did you mean {near!r}?" if near else "declare it, or remove the reference"
        what = f"column {unknown.column!r} leads" if unknown.column else "a relation leads"
        message = f"entity {unknown.entity}: {what} to {unknown.name!r}, which is no entity"
        record = records[unknown.entity]
        yield Finding(CODE, f"{message}; {hint}", record.at, record.line_in_text(unknown.line))
