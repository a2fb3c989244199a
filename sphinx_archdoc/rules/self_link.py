"""A record refers to itself.

**What it reports.** Each reference whose target is the record it stands in.

**Why.** It says nothing, and mostly stands where another id was meant. A decision that supersedes
itself would never hold.

**Example.** The wrong number was copied::

    .. adr:: Use PostgreSQL
       :id: ADR-7
       :supersedes: ADR-7

Name the other record, or remove the reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._saying import name, option, references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.SELF_LINK


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each reference of a record to itself."""
    for record, spec, ref in references(store):
        if ref.id == record.id:
            message = f"{name(store, record)}: {option(spec, ref)} names the record itself"
            line = record.line_of(spec.name, ref.id)
            yield Finding(CODE, f"{message}; name another one, or remove it", record.at, line)
