"""What follows from the links between decisions: successors and the status that results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.kind import computed
from sphinx_archdoc.model.unsettled import is_stated
from sphinx_archdoc.model.words import Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.relations import Link
    from sphinx_archdoc.model.store import Store

#: In these states a record replaces nothing yet.
NOT_YET = ("draft", "proposed", "rejected")


def successors(store: Store, id_: str) -> tuple[Link, ...]:
    """Return the links by which other records supersede this one, partial ones included."""
    return tuple(link for link in store.relations.incoming(id_) if link.field == "supersedes")


def in_force(record: Record | None) -> bool:
    """Tell whether a record exists and is neither only proposed nor rejected."""
    status = getattr(record, "status", None)
    return record is not None and not (isinstance(status, Word) and status.key in NOT_YET)


def part_replaced(link: Link, record: Record) -> str:
    """Return the part of ``record`` that the link replaces; empty: all of it.

    The record's own title in brackets names no part.
    """
    return "" if link.note.casefold() == record.title.casefold() else link.note


def effective_status(store: Store, record: Record) -> Word | None:
    """Return the status that holds: superseded once a successor in force replaces all of it.

    A successor that is only proposed, or was rejected, changes nothing; nor does one that
    replaces a part (``:supersedes: ADR-7 (clause 2)``). Where nobody writes a status, the one that
    follows from other facts holds (``Kind.standing``).
    """
    if store.get(record.id) is not record:  # another with the same id
        return _effective_status(store, record)
    known = store.statuses
    if record.id not in known:
        known[record.id] = _effective_status(store, record)
    return known[record.id]


def _effective_status(store: Store, record: Record) -> Word | None:
    written = getattr(record, "status", None)
    status = written if isinstance(written, Word) else None  # a project's own kind may have text
    if status is not None and status.key == "superseded":
        return status
    for link in successors(store, record.id):
        other = store.get(link.source)
        whole = not part_replaced(link, record)
        if whole and link.source != record.id and in_force(other):
            return Word("superseded", "superseded")
    standing = store.kind(record).standing
    unsaid = written is None if status is None else not is_stated(status)
    if unsaid and standing:
        found: Word | None = computed(standing, record)
        return found
    return status
