"""The building blocks and relations of a store, ready for C4 pictures."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.known_facts import refs_of, text_of, word_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

#: What a building block is in C4, whatever its kind is called.
C4Type = Literal["person", "system", "container", "component", "node"]

_TYPES: dict[str, C4Type] = {
    "person": "person",
    "system": "system",
    "container": "container",
    "store": "container",
    "component": "component",
    "node": "node",
}


class Line(NamedTuple):
    """One relation between two building blocks as it is declared."""

    source: str
    target: str
    label: str = ""
    technology: str = ""
    dashed: bool = False
    both_ways: bool = False


def c4_type(kind: Kind) -> C4Type:
    """Return what a kind is in C4; a kind of one's own that does not say is a container."""
    return _TYPES.get(kind.role_css, "container")


class Model:
    """All lines of a store, found by any element they touch or lie in."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.lines = tuple(_lines(store))
        self._chains: dict[str, tuple[str, ...]] = {}
        touching: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self.lines):
            for id_ in dict.fromkeys((*self.chain(line.source), *self.chain(line.target))):
                touching[id_].append(number)
        self._touching = dict(touching)

    def chain(self, id_: str) -> tuple[str, ...]:
        """Return an element and the elements around it, innermost first."""
        if id_ not in self._chains:
            self._chains[id_] = (id_, *self.store.ancestors(id_))
        return self._chains[id_]

    def touching(self, ids: Iterable[str]) -> list[Line]:
        """Return the lines with an end at or inside one of these elements, in order."""
        numbers = {number for id_ in ids for number in self._touching.get(id_, ())}
        return [self.lines[number] for number in sorted(numbers)]

    def element(self, id_: str) -> Record | None:
        """Return the building block with this id."""
        found = self.store.get(id_)
        return found if found is not None and self.store.is_element(found) else None

    def type(self, id_: str) -> C4Type | None:
        """Return what the element with this id is in C4."""
        found = self.element(id_)
        return c4_type(self.store.kind(found)) if found is not None else None

    def of(self, type_: C4Type) -> tuple[Record, ...]:
        """Return the building blocks of this type, in natural order of their ids."""
        return self._by_type.get(type_, ())

    @cached_property
    def _by_type(self) -> dict[C4Type, tuple[Record, ...]]:
        found: dict[C4Type, list[Record]] = defaultdict(list)
        for record in sorted(self.store.of("element"), key=lambda record: natural(record.id)):
            found[c4_type(self.store.kind(record))].append(record)
        return {type_: tuple(records) for type_, records in found.items()}


@lru_cache(maxsize=1)
def model_of(store: Store) -> Model:
    """Return the model of a store; it is made once, and kept until another store is asked for."""
    return Model(store)


def _lines(store: Store) -> Iterable[Line]:
    records = sorted(store.of("relation"), key=lambda record: natural(record.id))
    for record in records:
        style = word_of(record, "style")
        key = style.key if style is not None else ""
        title = "" if record.title == record.id else record.title
        for source in refs_of(record, "source"):
            for target in refs_of(record, "target"):
                if _both_are_elements(store, source.id, target.id):
                    yield Line(
                        source.id,
                        target.id,
                        title,
                        text_of(record, "technology"),
                        dashed=key in ("async", "reply"),
                        both_ways=key == "both",
                    )
    for record in store.of("element"):
        for ref in refs_of(record, "depends_on"):
            if _both_are_elements(store, record.id, ref.id):
                yield Line(record.id, ref.id)


def _both_are_elements(store: Store, *ids: str) -> bool:
    found = [store.get(id_) for id_ in ids]
    return all(record is not None and store.is_element(record) for record in found)
