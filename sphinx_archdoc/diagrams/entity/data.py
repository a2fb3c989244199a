"""Picture data for entity-relationship pictures: what to draw, never how."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.directions import Direction

Key = Literal["PK", "FK", "UK"]
#: How many of the entity at this end belong to one of the other end; empty: not said.
Cardinality = Literal["", "one", "zero-or-one", "one-or-more", "zero-or-more"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of an entity.

    required   whether it must have a value; None: not said
    reference  the id of the entity that a foreign key leads to, which need not be in the picture
    line       where it stands in the text it was read from, from 1; 0: unknown
    """

    name: str
    type: str = ""
    keys: tuple[Key, ...] = ()
    required: bool | None = None
    default: str = ""
    comment: str = ""
    reference: str = ""
    line: int = field(default=0, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index over columns, named as they are; ``comment`` says more (``where not deleted``)."""

    columns: tuple[str, ...]
    unique: bool = False
    name: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing with columns. ``id`` is unique in the picture and names its link."""

    id: str
    title: str
    subtitle: str = ""
    columns: tuple[Column, ...] = ()
    indexes: tuple[Index, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A line between two entities (ids).

    ``source_end`` says how many sources belong to one target, ``target_end`` how many targets to
    one source: a user who places any number of orders is ``one`` at the user (source) and
    ``zero-or-more`` at the order (target). ``identifying``: one cannot be without the other.
    ``line`` is where it stands in the text it was read from, from 1; 0: unknown.
    """

    source: str
    target: str
    source_end: Cardinality = ""
    target_end: Cardinality = ""
    identifying: bool = True
    label: str = ""
    line: int = field(default=0, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityGraph:
    """A whole picture. All sequences are in drawing order; relations join entities in it."""

    title: str
    description: str = ""
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    direction: Direction = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityText:
    """What the text of one entity says.

    In ``relations`` this entity has an empty id and the other one the name that the text gives it;
    ``reference`` of a column is such a name too.
    """

    columns: tuple[Column, ...] = ()
    indexes: tuple[Index, ...] = ()
    relations: tuple[Relation, ...] = ()
    notes: tuple[str, ...] = ()

    def moved(self, by: int) -> EntityText:
        """Return the same, so many lines further down."""
        return replace(
            self,
            columns=tuple(replace(column, line=column.line + by) for column in self.columns),
            relations=tuple(replace(each, line=each.line + by) for each in self.relations),
        )
