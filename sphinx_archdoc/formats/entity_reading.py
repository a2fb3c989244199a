"""What the readers of entity-relationship texts share: entities collected by name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.entity.data import Column, Entity, EntityGraph, EntityText, Relation
from sphinx_archdoc.diagrams.entity.names import NameIndex
from sphinx_archdoc.formats.collecting import Problems, SafeIds
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.directions import Direction
    from sphinx_archdoc.model.findings import Problem

#: More of each is not read.
MOST = 2000


class EntityRead(NamedTuple):
    """Picture data, the line in which each entity is first named, and what is wrong."""

    graph: EntityGraph
    lines: dict[str, int]
    problems: tuple[Problem, ...]

    def as_picture(self) -> tuple[EntityGraph | None, tuple[Problem, ...]]:
        """Return the picture data, None where there are no entities, and what is wrong."""
        return (self.graph if self.graph.entities else None), self.problems


@dataclass(slots=True)
class _Draft:
    """An entity as far as it is read."""

    id: str
    title: str
    line: int
    columns: dict[str, Column] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class Collector:
    """Entities and relations in the order of their first mention."""

    def __init__(self) -> None:
        self.problems = Problems()
        self.title = ""
        self.description = ""
        self.direction: Direction = "auto"
        self._ids = SafeIds()
        self._drafts: dict[str, _Draft] = {}
        self._relations: list[Relation] = []

    def __contains__(self, name: str) -> bool:
        return name in self._drafts

    def entity(self, name: str, line: int, title: str = "") -> str:
        """Note that an entity is named; return the name by which it is known."""
        draft = self._drafts.get(name)
        if draft is None:
            if len(self._drafts) >= MOST:
                if len(self._drafts) == MOST:
                    self.problems.add(Code.LIMIT, f"only {MOST} entities are read", line)
                return ""
            draft = self._drafts[name] = _Draft(self._ids(name), title or name, line)
        elif title:
            draft.title = title
        return name

    def column(self, name: str, column: Column, line: int) -> None:
        """Add a column to an entity."""
        columns = self._drafts[name].columns
        column = replace(column, line=line)
        known = columns.setdefault(column.name, column)
        if known is not column and known != column:
            message = f"{name!r} has the column {column.name!r} twice; the first one counts"
            self.problems.add(Code.CONFLICT, message, line)

    def set_columns(self, name: str, columns: list[Column]) -> None:
        """Put changed columns in the place of those of an entity."""
        self._drafts[name].columns = {column.name: column for column in columns}

    def columns(self, name: str) -> list[Column]:
        """Return the columns that an entity has so far."""
        return list(self._drafts[name].columns.values())

    def note(self, name: str, text: str) -> None:
        """Add a note to an entity, if there is one of that name."""
        if name in self._drafts and text:
            self._drafts[name].notes.append(text)

    def relation(self, relation: Relation, line: int) -> None:
        """Add a relation between names that :meth:`entity` returned."""
        if not (relation.source and relation.target):
            return
        if len(self._relations) >= MOST:
            if len(self._relations) == MOST:
                self.problems.add(Code.LIMIT, f"only {MOST} relations are read", line)
            return
        source, target = self._drafts[relation.source].id, self._drafts[relation.target].id
        self._relations.append(replace(relation, source=source, target=target, line=line))

    def result(self) -> EntityRead:
        """Return what was read; foreign keys named after an entity lead to it."""
        drafts = self._drafts.values()
        index = NameIndex([(d.id, (name, d.title)) for name, d in self._drafts.items()])
        entities = tuple(
            Entity(
                id=d.id,
                title=d.title,
                columns=tuple(_led(column, index, d.id) for column in d.columns.values()),
                notes=tuple(d.notes),
            )
            for d in drafts
        )
        graph = EntityGraph(
            title=self.title,
            description=self.description,
            entities=entities,
            relations=tuple(self._relations),
            direction=self.direction,
        )
        return EntityRead(graph, {d.id: d.line for d in drafts}, self.problems.all())


def text_of(entity: Entity, graph: EntityGraph, *, alone: bool) -> EntityText:
    """Return what a diagram says of one entity, in the names it has for the others.

    ``alone``: nobody else tells of the relations that lead to it.
    """
    titles = {e.id: e.title for e in graph.entities}
    ties = []
    for relation in graph.relations:
        if relation.source == entity.id:
            ties.append(replace(relation, source="", target=titles[relation.target]))
        elif alone and relation.target == entity.id:
            ties.append(
                Relation(
                    source="",
                    target=titles[relation.source],
                    source_end=relation.target_end,
                    target_end=relation.source_end,
                    identifying=relation.identifying,
                    label=relation.label,
                    line=relation.line,
                )
            )
    return EntityText(
        columns=tuple(replace(c, reference=titles.get(c.reference, "")) for c in entity.columns),
        indexes=entity.indexes,
        relations=tuple(ties),
        notes=entity.notes,
    )


def _led(column: Column, index: NameIndex, own: str) -> Column:
    """Return a column with the id of the entity that it leads to, if there is one in the text."""
    if "FK" not in column.keys:
        return column if not column.reference else replace(column, reference="")
    if column.reference:
        return replace(column, reference=index.find(column.reference))
    found = index.find_for_column(column.name)
    return replace(column, reference="" if found == own else found)
