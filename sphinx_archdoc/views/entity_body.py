"""What the page shows of an entity's text: its columns, indexes and relations, with links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sphinx_archdoc.diagrams.entity.data import Entity, EntityGraph
from sphinx_archdoc.diagrams.entity.outline import outline, said_of
from sphinx_archdoc.diagrams.outline import Item
from sphinx_archdoc.views.er_model import data_model
from sphinx_archdoc.views.faces import face

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_archdoc.diagrams.entity.data import Column, EntityText, Index
    from sphinx_archdoc.diagrams.outline import Piece
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.er_model import DataModel
    from sphinx_archdoc.views.faces import Face


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column, and the entity that its foreign key leads to."""

    column: Column
    leads_to: Face | None


@dataclass(frozen=True, slots=True)
class ShownEntity:
    """An entity's facts; a relation is a sentence whose names are faces."""

    columns: tuple[ShownColumn, ...]
    indexes: tuple[Index, ...]
    relations: tuple[tuple[str | Face, ...], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRequest:
    """Asks for what an entity's text says; see ``model.body.BodyRequest``."""

    body: ClassVar[str] = "entity"
    is_picture: ClassVar[bool] = False
    is_apart: ClassVar[bool] = False

    id: str
    text: EntityText
    title: str = ""

    def compute(self, store: Store, translate: Callable[[str], str]) -> ShownEntity:
        """Return the facts with links to the other entities."""
        model = data_model(store)
        known = model.entities.get(self.id)
        leads = {c.name: c.reference for c in known.columns} if known is not None else {}
        return ShownEntity(
            columns=tuple(
                ShownColumn(c, face(store, leads[c.name]) if leads.get(c.name) else None)
                for c in self.text.columns
            ),
            indexes=self.text.indexes,
            relations=tuple(
                tuple(self._piece(p, store) for p in said) for said in self._said(model, translate)
            ),
            notes=self.text.notes,
        )

    def words(self, store: Store, translate: Callable[[str], str]) -> tuple[Item, ...]:
        """Return columns, indexes and notes, then the relations as sentences."""
        model = data_model(store)
        known = model.entities.get(self.id, Entity(id=self.id, title=self.id))
        (own,) = outline(EntityGraph(title="", entities=(known,)), translate)
        ties = (Item(pieces=pieces) for pieces in self._said(model, translate))
        return (*own.below, *ties)

    def _said(
        self, model: DataModel, translate: Callable[[str], str]
    ) -> Iterator[tuple[Piece, ...]]:
        """Yield the relations of the entity as sentences."""
        for relation in (
            *model.relations_of.get(self.id, ()),
            *model.unknown_of.get(self.id, ()),
        ):
            yield said_of(self.id, relation, model.entities, translate)

    def _piece(self, piece: Piece, store: Store) -> str | Face:
        """Return a piece of a sentence; a link to where the reader is would be noise."""
        if isinstance(piece, str):
            return piece
        return piece.title if piece.id == self.id else face(store, piece.id)


def requests(data: EntityText, *, id_: str, title: str, prose: str) -> tuple[EntityRequest, ...]:
    """Return what stands in the place of the lines that were read."""
    del title, prose  # the record's own heading says it
    return (EntityRequest(id=id_, text=data),)
