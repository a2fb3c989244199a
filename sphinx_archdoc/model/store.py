"""All records of a project, with indices made when first asked for."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_archdoc.model.error_statuses import single_codes, with_codes
from sphinx_archdoc.model.fields import EMPTY
from sphinx_archdoc.model.numbered import Numbered
from sphinx_archdoc.model.record import says_no_title
from sphinx_archdoc.model.relations import Relations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_archdoc.model.kind import Kind, Packed, Registry
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.words import Word

#: Facts that add up when an element is declared in several places.
_ADDING = ("refs", "tags")

_SILENT = [value for value in EMPTY.values() if value is not False]

#: Which writing of an element is its home, where links lead: text before rows before model lines.
_HOME = {"page": 0, "block": 0, "row": 1, "line": 2}

#: What a relation says; lines that agree in it are one relation.
_SAID = ("source", "target", "title", "technology")


def _guessed(record: Record) -> bool:
    """Tell whether the kind is a guess: a row of building blocks need not say what each one is."""
    return record.origin == "row" and record.kind_name == "component"


class Clash(NamedTuple):
    """Two declarations of one element that differ in a fact."""

    first: Record
    second: Record
    field: str


class Store:
    """A read-only view of the records of all pages.

    Records are stored by page as plain values (see ``Kind.pack``), duplicates included. Everything
    else is derived: sorted by id, page and line, so that the order of reading never shows.
    """

    def __init__(self, pages: Mapping[str, Sequence[Packed]], registry: Registry) -> None:
        self.registry = registry
        self._pages = pages
        #: The status that holds, by id, as far as somebody asked: see ``model.lifecycle``.
        self.statuses: dict[str, Word | None] = {}

    @cached_property
    def _unpacked(self) -> list[Record]:
        kinds = self.registry
        return [
            kinds[name].unpack(values)
            for page in self._pages.values()
            for name, values in page
            if name in kinds
        ]

    @cached_property
    def written(self) -> tuple[Record, ...]:
        """All records as written, duplicates and repeated declarations included."""
        made = [self.with_codes(record) for record in self._unpacked]
        return tuple(sorted(made, key=lambda record: record.order))

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The error codes by the status that only they come with."""
        return single_codes(self._unpacked)

    def with_codes(self, record: Record) -> Record:
        """Return a record as written with the error codes that it names by their status."""
        return with_codes(record, self.kind(record), self._codes)

    @cached_property
    def _written_by_id(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.written:
            found[record.id].append(record)
        return dict(found)

    @cached_property
    def _merged(self) -> tuple[dict[str, Record], tuple[Clash, ...]]:
        records: dict[str, Record] = {}
        clashes: list[Clash] = []
        for id_, same in self._written_by_id.items():
            if len(same) == 1:
                records[id_] = same[0]
            else:
                records[id_] = self._merge(same, clashes)
        return records, tuple(clashes)

    def _merge(self, same: list[Record], clashes: list[Clash]) -> Record:
        # What may not be declared in several places counts where it is declared first.
        if not self._may_repeat(same[0]):
            return same[0]
        elements = [record for record in same if self._may_repeat(record)]
        elements.sort(key=lambda record: (_HOME[record.origin], record.at.docname, record.at.line))
        home = self._settled(elements[0], elements)
        changes: dict[str, Any] = {}
        said_by: dict[str, Record] = {}
        for other in elements[1:]:
            if other.kind_name != home.kind_name and not _guessed(other):
                clashes.append(Clash(home, other, "kind"))
                continue
            types = {field.name: field.type for field in self.kind(home).fields}
            for name in ("title", "summary", "sections", "extra", *types):
                mine = changes.get(name, getattr(home, name))
                theirs = getattr(other, name)
                if _silent(other, name, theirs) or theirs == mine:
                    continue
                if _silent(home, name, mine):
                    changes[name] = theirs
                    said_by[name] = other
                elif types.get(name) in _ADDING:
                    changes[name] = tuple(dict.fromkeys((*mine, *theirs)))
                elif name == "extra":
                    changes[name] = tuple({**dict(theirs), **dict(mine)}.items())
                # A longer description in one place and a short one in another is no contradiction.
                elif (
                    self.is_element(home)
                    and name not in ("summary", "sections")
                    and types.get(name) != "inline"
                ):
                    clashes.append(Clash(said_by.get(name, home), other, name))
        return dataclasses.replace(home, **changes) if changes else home

    def _settled(self, home: Record, elements: list[Record]) -> Record:
        """Return the record as of the kind that another one names, where it only guesses."""
        named = next((other for other in elements if not _guessed(other)), None)
        if not _guessed(home) or named is None:
            return home
        kind = self.kind(named)
        facts = {name: getattr(home, name) for name in kind.attributes() if hasattr(home, name)}
        return kind.record(**facts)

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
        return self.is_element(record) or self.kind(record).repeats

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


def _silent(record: Record, name: str, value: object) -> bool:
    """Tell whether a declaration says nothing of this fact (as a title equal to the id does)."""
    if name == "title":
        return value == record.title and says_no_title(record)
    return value is False or (not isinstance(value, (int, float)) and value in _SILENT)


def pages_of(kind_records: Iterable[tuple[str, Packed]]) -> dict[str, list[Packed]]:
    """Group packed records by page; a convenience for tests and the command line."""
    pages: dict[str, list[Packed]] = defaultdict(list)
    for docname, packed in kind_records:
        pages[docname].append(packed)
    return dict(pages)
