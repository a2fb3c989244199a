"""Entities of data models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref


@kind(
    "entity",
    title=mark("Entity"),
    plural=mark("Entities"),
    argument="id",
    prefix="E-",
    title_words=("entity name", "entität", "tabelle", "entité", "entidad"),
    type_words=("table",),
    name_ends=("entity", "table", "entität", "tabelle", "entité", "entidad"),
    body="entity",
)
class EntityRecord(Record):
    """A thing the system stores, with its columns, indexes and relations to other entities."""

    description: Inline = inline(
        mark("What it is, in one line."),
        column=True,
        synonyms=("purpose", "beschreibung", "zweck", "descripción"),
    )
    store: tuple[Ref, ...] = refs(
        "datastore",
        help=mark("The data store that holds it."),
        column=True,
        inverse=mark("Entities"),
        synonyms=("stores", "database", "data store", "datastore", "datenbank", "speicher"),
    )
    table: str = text(
        mark("Its name in the data store, where that is another."),
        synonyms=("collection", "table name"),
    )
    owner: tuple[str, ...] = owner(column=True)
    tags: tuple[str, ...] = tags()
