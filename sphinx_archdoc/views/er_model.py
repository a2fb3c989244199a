"""The entities of a project as one data model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.entity.combine import Combined, Described, combine
from sphinx_archdoc.diagrams.entity.data import EntityText

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

_NOTHING = EntityText()


def described(record: Record) -> Described:
    """Return what an entity's record says."""
    text = record.body if isinstance(record.body, EntityText) else _NOTHING
    return Described(record.id, record.title, text)


@lru_cache(maxsize=1)  # each entity's card and each picture ask for it
def data_model(store: Store) -> Combined:
    """Return all entities with the relations between them, sorted by id."""
    return combine(described(record) for record in store.of("entity"))
