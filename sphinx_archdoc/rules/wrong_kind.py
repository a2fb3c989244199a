"""A field names a record of a kind that it does not take.

**What it reports.** Each reference to a record that exists but is of another kind than the field
asks for.

**Why.** Tables and pictures of that relation leave the record out, because they would not know how
to draw it. Mostly two ids were mixed up.

**Example.** A decision shapes building blocks, not risks::

    .. risk:: The database is slow
       :id: R-3

    .. adr:: Use PostgreSQL
       :affects: R-3

Use a field that takes the record, such as ``relates-to``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._saying import name, option, references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.WRONG_KIND


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each reference to a record of a kind that the field does not take."""
    for record, spec, ref in references(store):
        target = store.get(ref.id)
        if target is None:
            continue
        found = store.kind(target).name
        if store.registry.matches(found, spec.targets):
            continue
        takes = ", ".join(
            kind.name for kind in store.registry if store.registry.matches(kind.name, spec.targets)
        )
        message = (
            f"{name(store, record)}: {option(spec, ref)} names {ref.id!r}, which is of kind {found}"
        )
        line = record.line_of(spec.name, ref.id)
        yield Finding(CODE, f"{message}; it takes: {takes}", record.at, line)
