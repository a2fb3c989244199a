"""A decision is superseded, but by none that is known and in force.

**What it reports.** A decision whose own status is superseded when no decision says that it
replaces it, and when all that do are drafts, only proposed, or rejected.

**Why.** The reader is told that the decision no longer holds, and not what holds instead.

**Example.** Nobody knows what replaced this one::

    .. adr:: Use SOAP
       :id: ADR-1
       :status: superseded

Name the successor with `:superseded-by:`, or say `deprecated` when there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.lifecycle import in_force, successors
from sphinx_archdoc.rules._decisions import decisions, status_of
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.SUCCESSOR


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each superseded decision without a successor that holds."""
    for record in decisions(store):
        if status_of(record) != "superseded":
            continue
        named = [link.source for link in successors(store, record.id)]
        after = [source for source in named if source != record.id]
        if named and not after:
            continue  # it names itself, which has a rule of its own
        if not after:
            message = f"{name(store, record)}: it is superseded, but not by what"
            message = f"{message}; add superseded-by, or say deprecated"
            yield Finding(CODE, message, record.at, record.line_of("status"))
            continue
        known = [other for id_ in after if (other := store.get(id_)) is not None]
        if known and not any(in_force(other) or status_of(other) == "" for other in known):
            said = ", ".join(f"{other.id} is {status_of(other)}" for other in known[:4])
            message = f"{name(store, record)}: it is superseded, but {said}"
            message = f"{message}; it holds until a successor is accepted"
            yield Finding(CODE, message, record.at, record.line_of("status"))
