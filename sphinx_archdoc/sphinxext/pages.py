"""What a page shows of the model: the data behind its cards, views and references."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams.drawing import is_picture, picture_type
from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.model.record import BASE_FIELDS
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.views.backlinks import Mention, Place, compute_backlinks
from sphinx_archdoc.views.card import Card, compute_card, level_titles
from sphinx_archdoc.views.computing import (
    Context,
    compute,
    has_cheap_problems,
    problems,
    shows_picture,
)
from sphinx_archdoc.views.faces import Face, face, told_apart
from sphinx_archdoc.views.shown import record_shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.sphinxext.domain import ArchDomain
    from sphinx_archdoc.sphinxext.kept import Mentioned
    from sphinx_archdoc.sphinxext.placed_drills import PlacedDrills
    from sphinx_archdoc.views.backlinks import Backlinks
    from sphinx_archdoc.views.drill import Drill
    from sphinx_archdoc.views.neighbours import Neighbours


_AT, _LINES = BASE_FIELDS.index("at"), BASE_FIELDS.index("lines")


class Pages:
    """Computed data of all pages, for one state of the store; made anew when it changes."""

    def __init__(self, domain: ArchDomain) -> None:
        self.domain = domain
        self.store = domain.store
        self.scoring = domain.config.scoring()
        self.settings = domain.reading
        self._faces: dict[str, Face] = {}
        self._mentions = self._find_mentions()
        self._context = Context(
            translate=translate,
            scoring=self.scoring,
            settings=self.settings,
            review=lambda: self.review,
        )
        self._views: dict[tuple[str, int], Any] = {}
        self._problems: dict[tuple[str, int], tuple[Problem, ...]] = {}
        #: Pictures that cannot be drawn, by their digest or the text for an engine, and why.
        self.failures: dict[Any, Exception] = {}
        #: Pages and numbers of views whose failure was reported: EPUB asks for a page repeatedly.
        self.reported: set[tuple[str, int]] = set()
        self._places = self._find_places()

    @cached_property
    def review(self) -> Review:
        """What named checks may know."""
        from sphinx_archdoc.sphinxext.reviewing import review_of

        return review_of(self.domain)

    def empty_places(self) -> list[tuple[str, int, str]]:
        """Return pages and lines of sections and tables that are empty, and which they are."""
        from sphinx_archdoc.sphinxext.empty_places import empty_places

        return [*empty_places(self.domain.env)]

    def record(self, docname: str, number: int) -> Record | None:
        """Return a record of a page as it is written there."""
        kept = self.domain.pages.get(docname)
        if kept is None or number >= len(kept.records):
            return None
        made = self.store.on_page(docname)
        if len(made) == len(kept.records):  # none is left out under a condition
            return made[number]
        name, values = kept.records[number].record
        return self.store.settled(self.domain.registry[name].unpack(values))

    def card(self, record: Record) -> Card:
        """Return what the header of a record shows."""
        return compute_card(self.store, record, self.scoring, settings=self.settings)

    def backlinks(self, record: Record) -> Backlinks:
        """Return who refers to a record; to the one that counts, where there are duplicates."""
        # Pictures of decisions show all of them: to say so at each tells nothing.
        shows = self.store.kind(record).family != "decision"
        places = self._places.get(record.id, ()) if shows else ()
        return compute_backlinks(self.store, record.id, self._mentions.get(record.id, ()), places)

    def turns(self, record: Record) -> tuple[Face | None, Face | None]:
        """Return the decisions before and after a decision."""
        found = self._neighbours.get(record.id)
        if found is None:
            return None, None
        before, after = (self._face(id_) if id_ else None for id_ in found)
        return before, after

    @cached_property
    def _neighbours(self) -> Mapping[str, Neighbours]:
        from sphinx_archdoc.views.neighbours import neighbours

        return neighbours(self.store)

    def view(self, docname: str, number: int) -> Any:
        """Return the data of a view of a page."""
        key = (docname, number)
        if key not in self._views:
            self._compute(key)
        return self._views[key]

    def take_view(self, docname: str, number: int) -> Any:
        """Return the data of a view and forget it: a page is written once in a build."""
        data = self.view(docname, number)
        self._views.pop((docname, number), None)
        return data

    def problems(self, docname: str, number: int) -> tuple[Problem, ...]:
        """Return what is wrong with the request of a view of a page."""
        key = (docname, number)
        if key not in self._problems:
            request = self.domain.pages[docname].views[number].request
            if has_cheap_problems(request):
                self._problems[key] = problems(self.store, request, self._context)
            else:
                self._compute(key)
        return self._problems[key]

    def _compute(self, key: tuple[str, int]) -> None:
        docname, number = key
        request = self.domain.pages[docname].views[number].request
        self._views[key], self._problems[key] = compute(self.store, request, self._context)

    def shown_on(self, docname: str) -> Iterator[object]:
        """Yield all that a page shows of the rest of the project, in the order of the page."""
        kept = self.domain.pages[docname]
        for number in range(len(kept.records)):
            record = self.record(docname, number)
            if record is not None and record.origin in ("block", "page"):
                yield self._outside(record)
            elif record is not None and record.origin in ("row", "line"):
                yield self._cells(record)
        for number in range(len(kept.views)):
            data = self.view(docname, number)
            yield data
            if is_picture(data):
                links = self.links(data)
                yield tuple(links.items())
                yield self.drill(docname, number, links)
        named = {self.store.named(item.role, item.target) for item in kept.mentions}
        yield [self._face(id_) for id_ in sorted(named)]

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
            facts = (*values[:_AT], *values[_AT + 1 : _LINES], *values[_LINES + 1 :])
            other_facts = (store.kind(counted).name, *facts)
        outgoing = [*links.outgoing(record.id)]
        targets = told_apart(store, ((self._face(link.target), link.note) for link in outgoing))
        incoming = [
            link for link in links.incoming(record.id) if self._face(link.source).kind != "relation"
        ]
        sources = told_apart(store, ((self._face(link.source), link.note) for link in incoming))
        mentions = self._mentions.get(record.id, ())
        return (
            effective_status(store, record),
            self._face(store.parent(record.id)),
            other_facts,
            level_titles(store, record),
            [(link.field, *shown) for link, shown in zip(outgoing, targets, strict=True)],
            [(link.field, *shown) for link, shown in zip(incoming, sources, strict=True)],
            [(mention, self._face(mention.source)) for mention in mentions],
            self._places.get(record.id, ()),
            self.turns(record),
        )

    def _face(self, id_: str) -> Face:
        if id_ not in self._faces:
            self._faces[id_] = face(self.store, id_)
        return self._faces[id_]

    def named(self, name: str) -> Face:
        """Return what a cell names: the record of an id, else the building block of a title."""
        return self._face(name if name in self.store else self._titled.get(name, name))

    @cached_property
    def _titled(self) -> Mapping[str, str]:
        """Ids of building blocks by their titles; a title of several names none."""
        found: dict[str, list[str]] = defaultdict(list)
        for record in self.store.of("element"):
            found[record.title].append(record.id)
        return {title: ids[0] for title, ids in found.items() if len(ids) == 1}

    def titles(self, ids: Iterable[str]) -> dict[str, str]:
        """Return what building blocks that are named together are called, by their ids.

        A title with a comma would be two of a list.
        """
        faces = [(self.named(id_), "") for id_ in ids]
        blocks = told_apart(self.store, [entry for entry in faces if entry[0].element])
        return {found.id: found.title for found, _ in blocks if not {",", ";"} & {*found.title}}

    def _cells(self, record: Record) -> tuple[object, ...]:
        """Return what the cells of a row, or the words of a line, may lead to and be called."""
        named = [
            [ref.id for ref in getattr(record, spec.name)]
            for spec in self.store.kind(record).fields
            if spec.type == "refs"
        ]
        texts = (plain(value).strip() for _, value in record.extra)
        names = (record.title, *chain(*named), *texts)
        faces = (found for name in names if (found := self.named(name)).found)
        return *faces, *(self.titles(ids) for ids in named if len(ids) > 1)

    def links(self, data: Any) -> Mapping[str, Face]:
        """Return the records that what a picture shows leads to, by the ids in the picture."""
        found: dict[str, Face] = {}
        for name in picture_type(data).names(data):
            item = face(self.store, record_shown(name.id))
            # A sketch may use an id that means something else in the model.
            if item.found and (item.id != name.id or _same(item, name.title)):
                found[name.id] = item
        return found

    def drill(self, docname: str, number: int, shown: Iterable[str]) -> Drill:
        """Return the pictures around and inside a picture of a page; ``shown`` are its boxes."""
        view = self.domain.pages[docname].views[number]
        return self._placed_drills.of(docname, view, shown)

    @cached_property
    def _placed_drills(self) -> PlacedDrills:
        from sphinx_archdoc.sphinxext.placed_drills import PlacedDrills

        return PlacedDrills(self.domain)

    @cached_property
    def _page_records(self) -> dict[str, str]:
        """Ids of the records that are pages, by ``/`` and the name of the page."""
        return {f"/{r.at.docname}": r.id for r in self.store.written if r.origin == "page"}

    def _target(self, item: Mentioned) -> str:
        """Return the id that a reference names, perhaps by its page or its number."""
        return self._page_records.get(item.target) or self.store.named(item.role, item.target)

    def is_record(self, item: Mentioned) -> bool:
        """Tell whether a reference names a record."""
        return self._target(item) in self.store

    def _find_mentions(self) -> dict[str, tuple[Mention, ...]]:
        found: dict[str, dict[Mention, None]] = defaultdict(dict)  # in order, each once
        for docname in sorted(self.domain.pages):
            for item in self.domain.pages[docname].mentions:
                target = self._target(item)
                if target in self.store:
                    mention = Mention(item.source, docname, item.anchor, item.title)
                    found[target][mention] = None
        return {target: tuple(items) for target, items in found.items()}

    def _find_places(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for docname in sorted(self.domain.pages):
            for number, view in enumerate(self.domain.pages[docname].views):
                if not shows_picture(view.request):
                    continue
                data = self.view(docname, number)
                place = Place(docname, view.anchor, view.title or data.title)
                for id_ in dict.fromkeys(item.id for item in self.links(data).values()):
                    found[id_].append(place)
        return {id_: tuple(places) for id_, places in found.items()}


def _same(item: Face, title: str) -> bool:
    """Tell whether a name in a picture is that of the record with its id."""
    return item.title.casefold() == title.casefold()
