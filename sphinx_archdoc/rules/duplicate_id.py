"""Two records have the same id.

**What it reports.** Each further record with an id that is taken, with the place of the record that
keeps it. Building blocks and technologies may be declared in several places and are not reported.

**Why.** Links, tables and pictures lead to one record only; the other is there to read but nothing
finds it.

**Example.** Two branches each added a decision and both took the next number::

    .. adr:: Use PostgreSQL
       :id: ADR-7

    .. adr:: Use OpenTelemetry
       :id: ADR-7

Give one of them the next free number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.DUPLICATE


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each record whose id another one has."""
    for first, other in store.duplicates:
        owner = f"{store.kind(first).name} {first.title!r}"
        message = (
            f"{name(store, other)}: the id belongs to {owner} at {first.at} already; "
            "give one of them another id (':id:' of a record; ':id-prefix:' or a column 'ID' "
            "of a table)"
        )
        yield Finding(CODE, message, other.at, other.line_of("id"), (first.at,))
