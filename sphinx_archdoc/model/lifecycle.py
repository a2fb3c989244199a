"""What follows from the links between decisions: successors and the status that results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.words import Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.relations import Link
    from sphinx_archdoc.model.store import Store

_NOT_YET = ("draft", "proposed", "rejected")


def successors(store: Store, id_: str) -> tuple[Link, ...]:
    """Return the links by which other records supersede this one, partial ones included."""
    return tuple(link for link in store.relations.incoming(id_) if link.field == "supersedes")


def effective_status(store: Store, record: Record) -> Word | None:
    """Return the status that holds: superseded once a successor in force replaces all of it.

    A successor that is only proposed, or was rejected, changes nothing; nor does one that
    replaces a part (``:supersedes: ADR-7 (clause 2)``).
    """
    status: Word | None = getattr(record, "status", None)
    if status is not None and status.key == "superseded":
        return status
    for link in successors(store, record.id):
        other = store.get(link.source)
        # A note names the part that is replaced; the record's own title in brackets is no part.
        partial = link.note and link.note.casefold() != record.title.casefold()
        if other is None or partial or other.id == record.id:
            continue
        theirs: Word | None = getattr(other, "status", None)
        if theirs is None or theirs.key not in _NOT_YET:
            return Word("superseded", "superseded")
    return status
