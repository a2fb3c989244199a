"""The entities of a project as one data model."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.entity.combine import Described, combine
from sphinx_archdoc.diagrams.entity.data import Entity, EntityText, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.store import Store

_NOTHING = EntityText()


@dataclass(frozen=True, slots=True)
class DataModel:
    """All entities by id, in the order of their ids, and the relations between them.

    ``unknown_of`` are relations of an entity that lead to a name that no entity has.
    """

    entities: Mapping[str, Entity]
    relations: tuple[Relation, ...]
    relations_of: Mapping[str, tuple[Relation, ...]]
    unknown_of: Mapping[str, tuple[Relation, ...]]


@lru_cache(maxsize=1)  # each entity's card and each picture ask for it
def data_model(store: Store) -> DataModel:
    """Return the data model that the records of entities make."""
    records = store.of("entity")
    combined = combine(
        Described(r.id, r.title, r.body if isinstance(r.body, EntityText) else _NOTHING)
        for r in records
    )
    found: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in combined.relations:
        for end in dict.fromkeys((relation.source, relation.target)):
            found[end].append(relation)
    lost = {(unknown.entity, unknown.name) for unknown in combined.unknown if not unknown.column}
    unknown_of = {
        record.id: tuple(
            replace(tie, source=tie.source or record.id, target=tie.target or record.id)
            for tie in record.body.relations
            if lost & {(record.id, tie.source), (record.id, tie.target)}
        )
        for record in records
        if isinstance(record.body, EntityText)
    }
    return DataModel(
        entities={entity.id: entity for entity in combined.entities},
        relations=combined.relations,
        relations_of={id_: tuple(relations) for id_, relations in found.items()},
        unknown_of=unknown_of,
    )
