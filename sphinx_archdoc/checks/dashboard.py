"""The state of the documentation in numbers, and what it still lacks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from sphinx_archdoc.checks import checks
from sphinx_archdoc.checks.lists import Decided, decided, no_such_pages
from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.rules import report
from sphinx_archdoc.templates import template
from sphinx_archdoc.views.catalog import catalog
from sphinx_archdoc.views.faces import face_of, page_face
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.selection_problems import selection_problems
from sphinx_archdoc.views.sources import kinds_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_archdoc.checks.outcome import Outcome
    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.faces import Face

#: Tones of the findings of a level.
_TONES = {"error": "bad", "warning": "warn", "info": "info"}
_LEVELS = {"error": mark("Errors"), "warning": mark("Warnings"), "info": mark("Advice")}
_FINDINGS = mark("Findings")
#: Of these the numbers say little.
_QUIET = ("relation", "checklist-item", "change")


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardRequest:
    """Asks for the numbers of some kinds (none named: of all that have records).

    With a filter only the records it lets through count, and the findings of their pages; with
    patterns of pages only what stands there.
    """

    is_picture: ClassVar[bool] = False
    shows_checks: ClassVar[bool] = True

    kinds: tuple[str, ...] = ()
    where: str = ""
    pages: tuple[str, ...] = ()
    findings: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessRequest:
    """Asks what the documentation lacks: all of it, or some pages made from a template."""

    is_picture: ClassVar[bool] = False
    shows_checks: ClassVar[bool] = True

    pages: tuple[str, ...] = ()
    template: str = ""


class Part(NamedTuple):
    """So many of a tile have this status; without a label they have none."""

    label: str
    tone: str
    number: int


class Tile(NamedTuple):
    """A number, what it counts, where to read more, and what it is made up of."""

    title: str
    number: int
    link: Face | None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The tiles of a dashboard."""

    rendered_by: ClassVar[str] = "dashboard"

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """The answers of the checks with what each asks, and the pages with placeholders left."""

    rendered_by: ClassVar[str] = "dashboard"

    answers: tuple[tuple[str, Decided], ...]
    pages: tuple[tuple[Face, int], ...]


def compute(
    store: Store, request: DashboardRequest | CompletenessRequest, context: Context
) -> tuple[Dashboard | Completeness, tuple[Problem, ...]]:
    """Return the tiles, or the answers."""
    review: Review = context.review().on(request.pages)
    if isinstance(request, CompletenessRequest):
        asked_of = replace(review, template=request.template) if request.template else review
        return completeness(store, asked_of), no_such_pages(review)
    kinds = kinds_named(store.registry, request.kinds) if request.kinds else _told(store)
    asked = Selection(kinds=tuple(kind.name for kind in kinds), where=request.where)
    found = select(store, asked, context.scoring, context.settings)
    counted = _Counted(
        [record for record in found if review.has(store, record)],
        review,
        filtered=bool(request.where),
    )
    tiles = [
        _tile(store, kind, counted, review) for kind in kinds if request.kinds or counted.of(kind)
    ]
    if request.findings:
        tiles.append(_findings(store, counted, review))
    wrong = (
        selection_problems(store.registry, asked, settings=context.settings)
        if request.where
        else ()
    )
    return Dashboard(tuple(tiles)), (*wrong, *no_such_pages(review))


def completeness(store: Store, review: Review) -> Completeness:
    """Return the answers of the checks that count here, those that are not passed first."""
    answers = [
        (checks()[name].summary, decided(store, outcome, "reason"))
        for name, outcome in answers_of(store, review)
    ]
    answers.sort(key=lambda answer: answer[1].passed)
    pages = tuple(
        (page_face(docname, "", review.titles.get(docname) or docname), len(spots))
        for docname, spots in sorted(review.leftovers.items())
    )
    return Completeness(tuple(answers), pages)


def answers_of(store: Store, review: Review) -> Iterator[tuple[str, Outcome]]:
    """Yield the names and answers of the checks of the document's template; else of all checks.

    Those that the project does without are not asked.
    """
    names = template(review.template).checks if review.template else checks()
    for name in names:
        outcome = review.ask(store, name) if not review.rules.without(name) else None
        if outcome is not None:
            yield name, outcome


class _Counted:
    """The records that count, by kind, and whether those of some pages only."""

    def __init__(self, records: Sequence[Record], review: Review, *, filtered: bool) -> None:
        self._review = review
        self._by_kind: dict[str, list[Record]] = {}
        for record in records:
            self._by_kind.setdefault(record.kind_name, []).append(record)
        self._pages = {record.at.docname for record in records} if filtered else None

    def of(self, kind: Kind) -> list[Record]:
        """Return those of one kind."""
        return self._by_kind.get(kind.name, [])

    def covers(self, docname: str) -> bool:
        """Tell whether a page is one of those that count."""
        return self._review.covers(docname) and (self._pages is None or docname in self._pages)


def _told(store: Store) -> list[Kind]:
    """Return the kinds that have records and are worth a number, in the order of the registry."""
    return [
        store.registry[name]
        for name in store.registry.names()
        if name not in _QUIET and store.of(name)
    ]


def _tile(store: Store, kind: Kind, counted: _Counted, review: Review) -> Tile:
    records = counted.of(kind)
    return Tile(
        kind.title if len(records) == 1 else kind.plural,
        len(records),
        _list_of(store, kind, counted, review),
        _parts(store, kind, records) if kind.field("status") else (),
    )


def _list_of(store: Store, kind: Kind, counted: _Counted, review: Review) -> Face | None:
    """Return the first view that lists this kind, on a page that counts; else the first record."""
    records = counted.of(kind)
    specs = catalog(store.registry)
    for view in review.views:
        if not counted.covers(view.docname):
            continue
        spec = specs.get(view.name)
        if spec is not None and kind.name in spec.kinds:
            return page_face(view.docname, view.anchor, view.title or kind.plural)
    return face_of(store, records[0]) if records else None


def _parts(store: Store, kind: Kind, records: Sequence[Record]) -> tuple[Part, ...]:
    spec = kind.field("status")
    vocabulary = spec.vocabulary if spec is not None else None
    words: Counter[str] = Counter()
    for record in records:
        status = effective_status(store, record)
        known = vocabulary.get(status.key) if vocabulary and status else None
        words[known.key if known else ""] += 1
    order: Mapping[str, int] = {
        term.key: n for n, term in enumerate(vocabulary.terms if vocabulary else ())
    }
    found = []
    for key in sorted(words, key=lambda key: order.get(key, len(order))):
        term = vocabulary.get(key) if vocabulary and key else None
        label, tone = (term.label, term.tone) if term else ("", "neutral")
        found.append(Part(label, tone, words[key]))
    return tuple(found) if any(part.label for part in found) else ()


def _findings(store: Store, counted: _Counted, review: Review) -> Tile:
    found = [
        item
        for item in report(store, review.rules, review.given)
        if item.finding.at is None or counted.covers(item.finding.at.docname)
    ]
    levels = Counter(item.level for item in found)
    parts = tuple(
        Part(_LEVELS[level], tone, levels[level]) for level, tone in _TONES.items() if levels[level]
    )
    at = found[0].finding.at if found else None
    link = page_face(at.docname, at.anchor, at.docname) if at is not None else None
    return Tile(_FINDINGS, len(found), link, parts)
