"""Values of records by name, for filters, sort orders and columns, with their order and text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.quantities import Amount
from sphinx_archdoc.model.scores import BANDS
from sphinx_archdoc.model.values import Number, Range, Ref, When
from sphinx_archdoc.model.words import Word
from sphinx_archdoc.views import sources
from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.known_facts import status_of, word_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.relations import Link
    from sphinx_archdoc.model.scores import Scoring
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.model.words import Term, Vocabulary
    from sphinx_archdoc.views.sources import Source

#: A key that compares with any other: a class of values, then the value.
Key = tuple[int, Any]


def vocabulary_of(source: Source, settings: Settings, kind: str) -> Vocabulary | None:
    """Return the words that a choice or level may be."""
    if source.origin == "base":
        return BANDS if source.name == "band" else None
    if source.derived is not None:
        return source.derived.vocabulary
    return settings.vocabulary(source.spec, kind) if source.spec is not None else None


class Values:
    """The values of a store's records by name."""

    def __init__(self, store: Store, scoring: Scoring, settings: Settings | None = None) -> None:
        self.store = store
        self.scoring = scoring
        self.settings = settings or Settings(levels=scoring.levels)
        self._sources: dict[tuple[str, str], Source] = {}

    def source(self, kind: Kind, name: str) -> Source:
        """Return what ``name`` means for a kind; an unknown name is an extra column."""
        key = (kind.name, name)
        if key not in self._sources:
            found = sources.find(self.store.registry, kind, name)
            self._sources[key] = found or sources.extra_source(name)
        return self._sources[key]

    def title(self, source: Source, records: Iterable[Record]) -> str:
        """Return what a value is called; a level, as in the tables that the records stand in."""
        if source.spec is None or source.type != "level":
            return source.title
        records = [*records]
        kinds = {record.kind_name for record in records}
        words = {self.store.called((kind, source.spec.name), records) for kind in kinds}
        return (words.pop() if len(words) == 1 else "") or source.title

    def value(self, record: Record, source: Source) -> Any:
        """Return a value; a status is the one that holds, links are those said at either end."""
        if source.origin == "base":
            return self._base(record, source.name)
        if source.origin == "extra":
            return next(
                (value for name, value in record.extra if sources.slug(name) == source.name), ""
            )
        if source.derived is not None:
            return source.derived.value(record)
        if source.origin == "incoming":
            own = getattr(record, source.spec.name) if source.spec is not None else ()
            return self._incoming(record, source.links, own)
        spec = source.spec
        assert spec is not None  # noqa: S101 -- by construction of Source
        if spec.type == "refs":
            # What it says itself it has; under an id given twice, the other says something else.
            found = (
                Ref(link.target, link.note)
                for link in self.store.relations.outgoing(record.id)
                if link.field == spec.name and link.written_in != record.id
            )
            return merged((*getattr(record, spec.name), *found))
        if spec.name == "status" and spec.type == "choice":
            return status_of(self.store, record)
        return getattr(record, spec.name)

    def _base(self, record: Record, name: str) -> Any:
        if name == "kind":
            return self.store.kind(record).name
        if name == "page":
            return record.at.docname
        if name == "parent":
            parent = self.store.parent(record.id)
            return (Ref(parent),) if parent else ()
        if name in ("score", "band"):
            score = self.score(record)
            band = self.scoring.band(score)
            return score if name == "score" else band and Word(band.key, band.label)
        return getattr(record, name)

    def score(self, record: Record) -> int:
        """Return the risk score of a record, 0 when it has none."""
        return self.scoring.score(word_of(record, "impact"), word_of(record, "likelihood"))

    def _incoming(
        self, record: Record, pairs: tuple[tuple[str, str], ...], own: tuple[Ref, ...]
    ) -> tuple[Ref, ...]:
        found = [
            Ref(link.source, link.note)
            for link in self.store.relations.incoming(record.id)
            if link.source != record.id and self._matches(link, pairs)
        ]
        return merged((*own, *sorted(found, key=lambda ref: natural(ref.id))))

    def _matches(self, link: Link, pairs: tuple[tuple[str, str], ...]) -> bool:
        other = self.store.get(link.source)
        kind = self.store.kind(other).name if other is not None else ""
        return ("", link.field) in pairs or (kind, link.field) in pairs

    def term(self, kind: Kind, source: Source, word: Word | None) -> Term | None:
        """Return the canonical term of a word."""
        vocabulary = vocabulary_of(source, self.settings, kind.name)
        return vocabulary.get(word.key) if vocabulary is not None and word and word.key else None

    def key(self, kind: Kind, source: Source, value: Any) -> Key | None:
        """Return what a value sorts by; None when it says nothing or is not known."""
        if isinstance(value, Word):
            vocabulary = vocabulary_of(source, self.settings, kind.name)
            if vocabulary is None:
                return (1, natural(value.text))
            return (0, vocabulary.rank(value.key)) if vocabulary.get(value.key) else None
        if isinstance(value, When):
            return (2, value.iso) if value.iso else None
        if isinstance(value, Number):
            return (0, value.value)
        if isinstance(value, Range):
            return (0, value.low)
        if isinstance(value, Amount):
            return (0, value.base[0]) if value.base is not None else None
        if source.type == "flag":
            return (0, bool(value))
        if isinstance(value, int):
            return (0, value) if value else None
        if source.type in ("refs", "tags", "people"):
            return (1, natural(text_items(value)[0])) if value else None
        text = plain(cast("str", value or ""))
        return (1, natural(text)) if text else None


def merged(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return references without repetition; the first note given counts."""
    found: dict[str, str] = {}
    for ref in refs:
        found[ref.id] = found.get(ref.id) or ref.note
    return tuple(Ref(id_, note) for id_, note in found.items())


def text_items(value: Any) -> list[str]:
    """Return the items of references, tags or people as texts."""
    return [item.id if isinstance(item, Ref) else str(item) for item in value]


def as_text(source: Source, value: Any) -> str:
    """Return any value as plain text."""
    if value is None or value is False:
        return ""
    if source.type in ("refs", "tags", "people"):
        return ", ".join(str(item) for item in value)
    return plain(value) if isinstance(value, tuple) and source.type == "inline" else str(value)
