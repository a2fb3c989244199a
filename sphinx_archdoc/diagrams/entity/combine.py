"""Entities that were described one by one as one picture: names resolved, relations merged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.entity.data import Column, Entity, EntityText, Relation
from sphinx_archdoc.diagrams.entity.names import NameIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_MANY = ("one-or-more", "zero-or-more")


@dataclass(frozen=True, slots=True)
class Described:
    """An entity with what its text says; ``subtitle`` is shown below its title."""

    id: str
    title: str
    text: EntityText
    subtitle: str = ""


class Unknown(NamedTuple):
    """A name that no entity has: where it is used (entity id, column or nothing), and the name.

    ``line`` is where that is first said in the text of the entity.
    """

    entity: str
    column: str
    name: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Combined:
    """The entities in their order, the relations between them, and the names that lead nowhere."""

    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    unknown: tuple[Unknown, ...]


@dataclass(slots=True)
class _Told:
    """A relation, the entity that told of it, and whether the other one did so too."""

    relation: Relation
    by: str
    confirmed: bool = False


def index_of(described: Iterable[Described]) -> NameIndex:
    """Return the index by which entities are found: by id and title."""
    return NameIndex((d.id, (d.title,)) for d in described)


def combine(described: Iterable[Described]) -> Combined:
    """Return all entities with their relations.

    A relation told from both sides is one; each side knows best how many of the other there are.
    A foreign key between entities that nothing else joins is a relation too.
    """
    known = tuple(described)
    index = index_of(known)
    unknown: list[Unknown] = []
    entities = tuple(
        Entity(
            id=d.id,
            title=d.title,
            subtitle=d.subtitle,
            columns=tuple(_led(c, d, index, unknown) for c in d.text.columns),
            indexes=d.text.indexes,
            notes=d.text.notes,
        )
        for d in known
    )
    told: dict[frozenset[str], list[_Told]] = {}
    for one in known:
        for tie in one.text.relations:
            target = index.find(tie.target)
            if not target:
                unknown.append(Unknown(one.id, "", tie.target, tie.line))
                continue
            relation = replace(tie, source=one.id, target=target)
            _tell(told.setdefault(frozenset((one.id, target)), []), relation)
    columns = {entity.id: entity.columns for entity in entities}
    stated = {
        ends: [_downward(_optional(t, columns)) for t in found] for ends, found in told.items()
    }
    for entity in entities:
        for ends, found in _by_keys(entity).items():
            if ends not in told:
                stated.setdefault(ends, []).extend(found)
    relations = tuple(relation for found in stated.values() for relation in found)
    first = {each[:3]: each for each in reversed(unknown)}
    order = dict.fromkeys(each[:3] for each in unknown)
    return Combined(entities, relations, tuple(first[key] for key in order))


def _led(column: Column, one: Described, index: NameIndex, unknown: list[Unknown]) -> Column:
    """Return a column whose reference is the id of an entity, or empty."""
    if column.reference:
        found = index.find(column.reference)
        if not found:
            unknown.append(Unknown(one.id, column.name, column.reference, column.line))
        return replace(column, reference=found)
    if "FK" not in column.keys:
        return column
    found = index.find_for_column(column.name)
    return replace(column, reference="" if found == one.id else found)


def _tell(found: list[_Told], relation: Relation) -> None:
    """Add a relation to those between the same two, or to the one that it is the other side of."""
    if any(told.by == relation.source and told.relation == relation for told in found):
        return
    told = _other_side(found, relation, _reversed) or _other_side(found, relation, _one_belongs)
    if told is None:
        found.append(_Told(relation, relation.source))
        return
    one, other = told.relation, relation
    if _one_belongs(one, other) and _sides(other) == (False, False):
        one, other = other, one  # what has one stands first
    told.confirmed = True
    told.relation = replace(
        one,
        source_end=other.target_end,
        label=one.label or other.label,
        identifying=one.identifying and other.identifying,
    )


def _other_side(
    found: list[_Told], relation: Relation, fits: Callable[[Relation, Relation], bool]
) -> _Told | None:
    """Return the first relation told from the other side that fits and has no other label."""
    for told in found:
        mine = told.relation
        if (
            not told.confirmed
            and (told.by != relation.source or mine.source == mine.target)
            and fits(mine, relation)
            and not (mine.label and relation.label and mine.label != relation.label)
        ):
            return told
    return None


def _reversed(one: Relation, other: Relation) -> bool:
    """Tell whether both say of the same ends that there may be many."""
    return _sides(one) == _sides(other)[::-1]


def _one_belongs(one: Relation, other: Relation) -> bool:
    """Tell whether one says "belongs to" and the other "has one": how many, it leaves open."""
    return {_sides(one), _sides(other)} == {(True, False), (False, False)}


def _sides(relation: Relation) -> tuple[bool, bool]:
    """Return whether there may be many at the source and at the target."""
    return relation.source_end in _MANY, relation.target_end in _MANY


def _optional(told: _Told, columns: Mapping[str, tuple[Column, ...]]) -> _Told:
    """Return a relation told from one side, zero or one where the foreign key may be empty."""
    relation = told.relation
    if told.confirmed or relation.source_end != "one":
        return told
    keys = [c for c in columns[relation.target] if c.reference == relation.source]
    if len(keys) == 1 and keys[0].required is False:
        return _Told(replace(relation, source_end="zero-or-one"), told.by)
    return told


def _downward(told: _Told) -> Relation:
    """Return a relation that leads from the one to the many, where no label says otherwise."""
    relation = told.relation
    if _sides(relation) == (True, False) and (told.confirmed or not relation.label):
        return replace(
            relation,
            source=relation.target,
            target=relation.source,
            source_end=relation.target_end,
            target_end=relation.source_end,
        )
    return relation


def _by_keys(entity: Entity) -> dict[frozenset[str], list[Relation]]:
    """Return the relations that the foreign keys of an entity say, by the entities they join."""
    found: dict[frozenset[str], list[tuple[Column, Relation]]] = {}
    for column in entity.columns:
        if not column.reference:
            continue
        alone = "UK" in column.keys or (
            "PK" in column.keys and sum("PK" in c.keys for c in entity.columns) == 1
        )
        relation = Relation(
            source=column.reference,
            target=entity.id,
            source_end="zero-or-one" if column.required is False else "one",
            target_end="zero-or-one" if alone else "zero-or-more",
        )
        ends = frozenset((entity.id, column.reference))
        found.setdefault(ends, []).append((column, relation))
    return {
        ends: [replace(r, label=c.name if len(pairs) > 1 else "") for c, r in pairs]
        for ends, pairs in found.items()
    }
