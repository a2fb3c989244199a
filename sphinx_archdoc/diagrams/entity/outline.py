"""The text form of an entity-relationship picture: entities with columns, then their relations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.outline import Item, Name
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_archdoc.diagrams.entity.data import (
        Cardinality,
        Column,
        Entity,
        EntityGraph,
        Index,
        Relation,
    )
    from sphinx_archdoc.diagrams.outline import Piece

_HAS: dict[Cardinality, str] = {
    "": mark("{source} is related to {target}"),
    "one": mark("{source} has exactly one {target}"),
    "zero-or-one": mark("{source} has zero or one {target}"),
    "one-or-more": mark("{source} has one or more {target}"),
    "zero-or-more": mark("{source} has zero or more {target}"),
}
_BELONGS: dict[Cardinality, str] = {
    "one": mark("{source} belongs to exactly one {target}"),
    "zero-or-one": mark("{source} belongs to zero or one {target}"),
    "one-or-more": mark("{source} belongs to one or more {target}"),
    "zero-or-more": mark("{source} belongs to zero or more {target}"),
}
_KEYS = {"PK": mark("primary key"), "FK": mark("foreign key"), "UK": mark("unique")}
_LEADS = mark("{source} of {target}")
_REQUIRED = mark("required")
_OPTIONAL = mark("optional")
_DEFAULT = mark("default {value}")
_INDEX = mark("Index: {columns}")
_UNIQUE_INDEX = mark("Unique index: {columns}")
_SLOT = re.compile(r"\{(source|target)\}")


def outline(data: EntityGraph, translate: Callable[[str], str]) -> tuple[Item, ...]:
    """Return the entities with their columns and indexes, and the relations as sentences."""
    names = {e.id: Name(e.id, _flat(e.title) or e.id) for e in data.entities}
    entities = [_entity(e, names, translate) for e in data.entities]
    return (*entities, *(_relation(r, names, translate) for r in data.relations))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _entity(entity: Entity, names: dict[str, Name], translate: Callable[[str], str]) -> Item:
    said: list[Piece] = [names[entity.id]]
    if entity.subtitle:
        said.append(f" {_flat(entity.subtitle)}")
    below = [
        *(_column(column, names, translate) for column in entity.columns),
        *(_index(index, translate) for index in entity.indexes),
        *(Item(pieces=(_flat(note),)) for note in entity.notes),
    ]
    return Item(pieces=tuple(said), below=tuple(below))


def _column(column: Column, names: dict[str, Name], translate: Callable[[str], str]) -> Item:
    """Return for example ``user_id: uuid (foreign key of User, required)``."""
    facts: list[tuple[Piece, ...]] = []
    for key in column.keys:
        word = translate(_KEYS[key])
        if key == "FK" and column.reference:
            to = names.get(column.reference, Name(column.reference, column.reference))
            facts.append(_sentence(translate(_LEADS), word, to))
        else:
            facts.append((word,))
    if column.required is not None:
        facts.append((translate(_REQUIRED if column.required else _OPTIONAL),))
    if column.default:
        facts.append((translate(_DEFAULT).replace("{value}", _flat(column.default)),))
    pieces: list[Piece] = [_flat(column.name)]
    if column.type:
        pieces.append(f": {_flat(column.type)}")
    for number, fact in enumerate(facts):
        pieces += [", " if number else " (", *fact]
    if facts:
        pieces.append(")")
    if column.comment:
        pieces.append(f" – {_flat(column.comment)}")
    return Item(pieces=tuple(pieces))


def _index(index: Index, translate: Callable[[str], str]) -> Item:
    columns = ", ".join(map(_flat, index.columns))
    said = translate(_UNIQUE_INDEX if index.unique else _INDEX).replace("{columns}", columns)
    more = " ".join(_flat(part) for part in (index.name, index.comment) if part)
    return Item(pieces=(f"{said} ({more})" if more else said,))


def _relation(
    relation: Relation, names: Mapping[str, Piece], translate: Callable[[str], str]
) -> Item:
    """Return for example ``Order has one or more Order item: contains``."""
    source, target = names[relation.source], names[relation.target]
    said = _sentence(translate(_HAS[relation.target_end]), source, target)
    label = (f": {_flat(relation.label)}",) if relation.label.strip() else ()
    back = _BELONGS.get(relation.source_end, "")
    below = (Item(pieces=_sentence(translate(back), target, source)),) if back else ()
    return Item(pieces=(*said, *label), below=below)


def said_of(
    id_: str,
    relation: Relation,
    entities: Mapping[str, Entity],
    translate: Callable[[str], str],
) -> tuple[Piece, ...]:
    """Return a relation as a sentence that begins with one of its entities.

    The name of an entity that nobody has declared is plain text.
    """
    names: dict[str, Piece] = {
        end: Name(end, entities[end].title) if end in entities else end
        for end in (relation.source, relation.target)
    }
    if relation.source == id_ or not relation.source_end:
        return _relation(relation, names, translate).pieces
    pattern = translate(_BELONGS[relation.source_end])
    said = _sentence(pattern, names[relation.target], names[relation.source])
    return (*said, f" ({_flat(relation.label)})") if relation.label.strip() else said


def _sentence(pattern: str, source: Piece, target: Piece) -> tuple[Piece, ...]:
    """Return a pattern with both names put in, in whatever order a language has them."""
    ends = {"source": source, "target": target}
    parts = _SLOT.split(pattern)
    pieces = (ends[part] if number % 2 else part for number, part in enumerate(parts))
    return tuple(piece for piece in pieces if piece)
