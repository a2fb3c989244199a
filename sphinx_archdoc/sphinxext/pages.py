"""What a page shows of the model: the data behind its cards, views and references."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams.graph import Graph
from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.model.record import BASE_FIELDS
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.views.backlinks import Mention, Place, compute_backlinks
from sphinx_archdoc.views.c4 import C4Request, compute_c4, elements_shown
from sphinx_archdoc.views.card import Card, compute_card
from sphinx_archdoc.views.faces import Face, face
from sphinx_archdoc.views.matrix import compute_matrix
from sphinx_archdoc.views.select import Selection
from sphinx_archdoc.views.table import TableRequest, compute_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.sphinxext.domain import ArchDomain
    from sphinx_archdoc.views.backlinks import Backlinks


_AT = BASE_FIELDS.index("at")


class Pages:
    """Computed data of all pages, for one state of the store; made anew when it changes."""

    def __init__(self, domain: ArchDomain) -> None:
        self.domain = domain
        self.store = domain.store
        self.scoring = domain.config.scoring()
        self.settings = domain.reading
        self._faces: dict[str, Face] = {}
        self._mentions = self._find_mentions()
        self._views: dict[tuple[str, int], Any] = {}
        self._places = self._find_places()

    def record(self, docname: str, number: int) -> Record | None:
        """Return a record of a page as it is written there."""
        kept = self.domain.pages.get(docname)
        if kept is None or number >= len(kept.records):
            return None
        name, values = kept.records[number].record
        return self.domain.registry[name].unpack(values)

    def card(self, record: Record) -> Card:
        """Return what the header of a record shows."""
        return compute_card(self.store, record, self.scoring, settings=self.settings)

    def backlinks(self, record: Record) -> Backlinks:
        """Return who refers to a record; to the one that counts, where there are duplicates."""
        return compute_backlinks(
            self.store,
            record.id,
            self._mentions.get(record.id, ()),
            self._places.get(record.id, ()),
        )

    def view(self, docname: str, number: int) -> Any:
        """Return the data of a view of a page."""
        key = (docname, number)
        if key not in self._views:
            self._views[key] = self._compute(self.domain.pages[docname].views[number].request)
        return self._views[key]

    def take_view(self, docname: str, number: int) -> Any:
        """Return the data of a view and forget it: a page is written once in a build."""
        data = self.view(docname, number)
        self._views.pop((docname, number), None)
        return data

    def _compute(self, request: Any) -> Any:
        if isinstance(request, TableRequest):
            return compute_table(self.store, request, self.scoring, settings=self.settings)
        if isinstance(request, Selection):
            return compute_matrix(self.store, request, self.scoring, settings=self.settings)
        if isinstance(request, C4Request):
            return compute_c4(self.store, request, translate=translate)[0]
        return request  # a picture of its own text holds its graph

    def shown_on(self, docname: str) -> Iterator[object]:
        """Yield all that a page shows of the rest of the project, in the order of the page."""
        kept = self.domain.pages[docname]
        for number in range(len(kept.records)):
            record = self.record(docname, number)
            if record is not None and record.origin in ("block", "page"):
                yield self._outside(record)
        for number in range(len(kept.views)):
            data = self.view(docname, number)
            yield data
            if isinstance(data, Graph):
                yield tuple(self.links(data).items())
        yield [self._face(id_) for id_ in sorted({item.target for item in kept.mentions})]

    def _outside(self, record: Record) -> tuple[object, ...]:
        """Return what the card and back-links of a record take from elsewhere.

        What they take from the record itself is on the page, which is read again with it. Not the
        finished card: making thousands of cards would be most of a small edit's time.
        """
        store, links = self.store, self.store.relations
        counted = store.get(record.id)
        other_facts: tuple[object, ...] = ()
        if counted is not None and store.is_element(counted):
            values = store.kind(counted).pack(counted)[1]
            other_facts = (store.kind(counted).name, *values[:_AT], *values[_AT + 1 :])
        sources = [(link, self._face(link.source)) for link in links.incoming(record.id)]
        mentions = self._mentions.get(record.id, ())
        return (
            effective_status(store, record),
            self._face(store.parent(record.id)),
            other_facts,
            [
                (link.field, link.note, self._face(link.target))
                for link in links.outgoing(record.id)
            ],
            [(link.field, link.note, face) for link, face in sources if face.kind != "relation"],
            [(mention, self._face(mention.source)) for mention in mentions],
            self._places.get(record.id, ()),
        )

    def _face(self, id_: str) -> Face:
        if id_ not in self._faces:
            self._faces[id_] = face(self.store, id_)
        return self._faces[id_]

    def links(self, graph: Graph) -> Mapping[str, Face]:
        """Return the records that the boxes and boundaries of a picture lead to."""
        titles = {group.id: group.title for group in graph.groups}
        titles |= {node.id: node.title for node in graph.nodes}
        found = {id_: face(self.store, id_) for id_ in elements_shown(graph)}
        # A sketch may use an id that means something else in the model.
        return {
            id_: item
            for id_, item in found.items()
            if item.found and item.title.casefold() == titles[id_].casefold()
        }

    def _find_mentions(self) -> dict[str, tuple[Mention, ...]]:
        pages = {f"/{r.at.docname}": r.id for r in self.store.written if r.origin == "page"}
        found: dict[str, dict[Mention, None]] = defaultdict(dict)  # in order, each once
        for docname in sorted(self.domain.pages):
            for item in self.domain.pages[docname].mentions:
                target = pages.get(item.target, item.target)
                if target in self.store:
                    mention = Mention(item.source, docname, item.anchor, item.title)
                    found[target][mention] = None
        return {target: tuple(items) for target, items in found.items()}

    def _find_places(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for docname in sorted(self.domain.pages):
            for number, view in enumerate(self.domain.pages[docname].views):
                if not isinstance(view.request, (C4Request, Graph)):
                    continue
                graph = self.view(docname, number)
                place = Place(docname, view.anchor, view.title or graph.title)
                for id_ in self.links(graph):
                    found[id_].append(place)
        return {id_: tuple(places) for id_, places in found.items()}
