"""What rules about decisions share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store


def decisions(store: Store) -> Iterator[Record]:
    """Yield the decisions, sorted by id."""
    yield from store.of("decision")


def status_of(record: Record) -> str:
    """Return the canonical word of a record's status as written, or nothing."""
    status = getattr(record, "status", None)
    return status.key if isinstance(status, Word) else ""
