"""What refers to what: declared references in both directions, and the relations of a model."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.findings import Location
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.model.values import Ref


@dataclass(frozen=True, slots=True)
class Link:
    """One declared reference, always in the direction of the field that has an inverse.

    ``field`` is the name of that field; ``written_in`` is the id of the record whose text says it
    (for ``superseded-by`` that is the target).
    """

    source: str
    target: str
    field: str
    note: str
    written_in: str
    at: Location


class Relations:
    """All links of a store. Links to ids that do not exist are in ``links`` only."""

    def __init__(self, links: tuple[Link, ...]) -> None:
        self.links = links

    @classmethod
    def of(cls, store: Store) -> Relations:
        """Collect the links of all records."""
        found: dict[tuple[str, str, str, str], Link] = {}
        for record in store.records:
            for spec, ref in references(store, record):
                link = _link(record, spec, ref)
                # Both ends may say the same thing; it is one link.
                found.setdefault((link.source, link.target, link.field, link.note), link)
        # Where one end names a part and the other none, the part is meant.
        with_note = {key[:3] for key in found if key[3]}
        return cls(tuple(link for key, link in found.items() if key[3] or key[:3] not in with_note))

    @cached_property
    def _out(self) -> Mapping[str, tuple[Link, ...]]:
        return _grouped((link.source, link) for link in self.links)

    @cached_property
    def _in(self) -> Mapping[str, tuple[Link, ...]]:
        links = sorted(self.links, key=lambda link: (link.field, link.source))
        return _grouped((link.target, link) for link in links)

    def outgoing(self, id_: str) -> tuple[Link, ...]:
        """Return the links from this record, in the order of its fields."""
        return self._out.get(id_, ())

    def incoming(self, id_: str) -> tuple[Link, ...]:
        """Return the links to this record, sorted by the id they come from."""
        return self._in.get(id_, ())


def references(store: Store, record: Record) -> Iterator[tuple[FieldSpec, Ref]]:
    """Yield each declared reference of a record with its field."""
    for spec in store.kind(record).fields:
        if spec.type == "refs":
            for ref in getattr(record, spec.name):
                yield spec, ref


def _link(record: Record, spec: FieldSpec, ref: Ref) -> Link:
    if spec.reverse_of:
        return Link(ref.id, record.id, spec.reverse_of, ref.note, record.id, record.at)
    return Link(record.id, ref.id, spec.name, ref.note, record.id, record.at)


def _grouped(pairs: Iterable[tuple[str, Link]]) -> Mapping[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for key, link in pairs:
        found[key].append(link)
    return {key: tuple(links) for key, links in found.items()}
