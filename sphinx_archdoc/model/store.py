"""All records of a project, with indices made when first asked for."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_archdoc.model.merging import may_repeat, merged
from sphinx_archdoc.model.numbered import Numbered
from sphinx_archdoc.model.own_words import agreed
from sphinx_archdoc.model.relations import Relations
from sphinx_archdoc.model.settling import Settling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_archdoc.model.kind import Kind, Packed, Registry
    from sphinx_archdoc.model.merging import Clash
    from sphinx_archdoc.model.own_words import Header
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.words import Word

#: What a relation says; lines that agree in it are one relation.
_SAID = ("source", "target", "title", "technology")


class Store:
    """A read-only view of the records of all pages.

    Records are stored by page as plain values (see ``Kind.pack``), duplicates included. Everything
    else is derived: sorted by id, page and line, so that the order of reading never shows.
    """

    def __init__(
        self,
        pages: Mapping[str, Sequence[Packed]],
        registry: Registry,
        headers: Mapping[str, Sequence[Header]] | None = None,
    ) -> None:
        self.registry = registry
        self._pages = pages
        self._headers = headers or {}
        #: The status that holds, by id, as far as somebody asked: see ``model.lifecycle``.
        self.statuses: dict[str, Word | None] = {}

    @cached_property
    def _unpacked(self) -> dict[str, list[Record]]:
        kinds = self.registry
        return {
            docname: [kinds[name].unpack(values) for name, values in page if name in kinds]
            for docname, page in self._pages.items()
        }

    @cached_property
    def _by_page(self) -> dict[str, tuple[Record, ...]]:
        settled = self._settling.settled
        return {docname: tuple(map(settled, page)) for docname, page in self._unpacked.items()}

    @cached_property
    def _settling(self) -> Settling:
        known = [record for page in self._unpacked.values() for record in page]
        return Settling(known, self.registry)

    def settled(self, record: Record) -> Record:
        """Return a record as written, with ids where it names a status, or a block's title."""
        return self._settling.settled(record)

    def on_page(self, docname: str) -> tuple[Record, ...]:
        """Return the records of a page in its order, as written but with ids for what they name."""
        return self._by_page.get(docname, ())

    @cached_property
    def written(self) -> tuple[Record, ...]:
        """All records as written, duplicates and repeated declarations included."""
        made = (record for page in self._by_page.values() for record in page)
        return tuple(sorted(made, key=lambda record: record.order))

    @cached_property
    def _written_by_id(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.written:
            found[record.id].append(record)
        return dict(found)

    @cached_property
    def _merged(self) -> tuple[dict[str, Record], tuple[Clash, ...]]:
        return merged(self._written_by_id, self.registry)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """All records, one for each id, sorted by id."""
        return tuple(self._merged[0][id_] for id_ in sorted(self._merged[0]))

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Elements declared in two places with different facts."""
        return self._merged[1]

    @cached_property
    def duplicates(self) -> tuple[tuple[Record, Record], ...]:
        """Pairs (the record that counts, another with the same id); repeated elements are none.

        Nor are lines of models that say the same relation twice.
        """
        return tuple(
            (self._merged[0][id_], other)
            for id_, same in self._written_by_id.items()
            for other in same[1:]
            if not (self._may_repeat(same[0]) and self._may_repeat(other))
            and not self._is_repeated(same[0], other)
        )

    def _is_repeated(self, first: Record, other: Record) -> bool:
        """Tell whether two lines of models say the same relation."""
        return (
            first.origin == other.origin == "line"
            and first.kind_name == other.kind_name
            and self.kind(first).family == "relation"
            and all(getattr(first, name, "") == getattr(other, name, "") for name in _SAID)
        )

    def get(self, id_: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._merged[0].get(id_)

    def written_as(self, id_: str) -> list[Record]:
        """Return all records written with this id, the one that counts and others."""
        return self._written_by_id.get(id_, [])

    def __contains__(self, id_: object) -> bool:
        return id_ in self._written_by_id

    def named(self, kind: str, said: str) -> str:
        """Return the id that a reference means: as said, or the only one with its number."""
        return said if said in self else self._numbered.find(kind, said) or said

    @cached_property
    def _numbered(self) -> Numbered:
        return Numbered(self.records)

    def __len__(self) -> int:
        return len(self._written_by_id)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """All ids, sorted."""
        return tuple(sorted(self._written_by_id))

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Record, ...]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            found[self.kind(record).name].append(record)
        return {name: tuple(items) for name, items in found.items()}

    def of(self, *names: str) -> tuple[Record, ...]:
        """Return the records of these kinds or families, sorted by id."""
        # In the order of the registry; kinds without records stay as they are, perhaps not loaded.
        wanted = [
            name
            for name in self.registry.names()
            if name in self._by_kind and (name in names or self.registry[name].family in names)
        ]
        if len(wanted) == 1:
            return self._by_kind.get(wanted[0], ())
        found = [record for name in wanted for record in self._by_kind.get(name, ())]
        return tuple(sorted(found, key=lambda record: record.order))

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that have records, in the order of the registry; loads no other."""
        used = {record.kind_name for record in self.written}
        return tuple(self.registry[name] for name in self.registry.names() if name in used)

    def has_body(self, format_: str) -> bool:
        """Tell whether there is a record of a kind whose text is in this format (``flow``)."""
        return any(kind.body == format_ for kind in self.kinds)

    @cached_property
    def _labels(self) -> Mapping[tuple[str, str], str]:
        return agreed(header for page in sorted(self._headers) for header in self._headers[page])

    def called(self, field: tuple[str, str], records: Iterable[Record]) -> str:
        """Return what the tables of some records call a field of their kind, or those of all.

        Empty where the tables do not agree.
        """
        pages = {record.at.docname for record in records}
        near = [
            header
            for page in sorted(pages & self._headers.keys())
            for header in self._headers[page]
            if header[:2] == field
        ]
        return (agreed(near) if near else self._labels).get(field, "")

    def kind(self, record: Record) -> Kind:
        """Return the kind of a record."""
        return self.registry[record.kind_name]

    def is_element(self, record: Record) -> bool:
        """Tell whether a record is a building block."""
        return self.kind(record).family == "element"

    @cached_property
    def relations(self) -> Relations:
        """What refers to what."""
        return Relations.of(self)

    def _may_repeat(self, record: Record) -> bool:
        return may_repeat(self.kind(record))

    # -- containment by dotted path -------------------------------------------------------------

    def parent(self, id_: str) -> str:
        """Return the id of the nearest enclosing element that exists, or an empty string."""
        while "." in id_:
            id_ = id_.rpartition(".")[0]
            found = self.get(id_)
            if found is not None and self.is_element(found):
                return id_
        return ""

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for record in self.of("element"):
            found[self.parent(record.id)].append(record.id)
        return {parent: tuple(ids) for parent, ids in found.items()}

    def children(self, id_: str) -> tuple[str, ...]:
        """Return the ids of the elements directly inside this one; of the roots for ``""``."""
        return self._children.get(id_, ())

    def ancestors(self, id_: str) -> tuple[str, ...]:
        """Return the ids of the enclosing elements, innermost first."""
        found: list[str] = []
        current = self.parent(id_)
        while current:
            found.append(current)
            current = self.parent(current)
        return tuple(found)


def pages_of(kind_records: Iterable[tuple[str, Packed]]) -> dict[str, list[Packed]]:
    """Group packed records by page; a convenience for tests and the command line."""
    pages: dict[str, list[Packed]] = defaultdict(list)
    for docname, packed in kind_records:
        pages[docname].append(packed)
    return dict(pages)
