"""Values as a page shows them: plain data, with the faces of other records in place of ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_archdoc.model.words import Word
from sphinx_archdoc.views.faces import Noted, face, face_of, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.scores import Scoring
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.views.sources import Source
    from sphinx_archdoc.views.values import Values


class Badge(NamedTuple):
    """A word in its colour: canonical key and label (empty: unknown), the author's words, tone.

    ``text`` is empty where nobody wrote the word, because it follows from other facts.
    """

    key: str
    label: str
    text: str
    tone: str


class Score(NamedTuple):
    """A risk score with the key, label and tone of its band."""

    value: int
    band: str
    label: str
    tone: str


class Bar(NamedTuple):
    """An amount with its range as a bar: from where to where, in thousandths of the scale."""

    amount: Amount
    start: int
    end: int

    def __str__(self) -> str:
        return str(self.amount)


def score_of(scoring: Scoring, value: int) -> Score | None:
    """Return a score with its band; None for no score."""
    band = scoring.band(value)
    return Score(value, band.key, band.label, band.tone) if band is not None else None


def noted(store: Store, refs: Iterable[Ref]) -> tuple[Noted, ...]:
    """Return the faces of references, with their notes."""
    return told_apart(store, ((face(store, ref.id), ref.note) for ref in refs))


def badge(
    values: Values, kind: Kind, source: Source, word: Word | None, written: object
) -> Badge | None:
    """Return the badge of a word; ``written`` is what the author wrote, if anything."""
    if word is None:
        return None
    term = values.term(kind, source, word)
    own = isinstance(written, Word) and written.key == word.key
    text = word.text if own else ""
    if term is None:
        return Badge("", "", text or word.text, "neutral")
    return Badge(term.key, term.label, text, term.tone)


def cell(values: Values, record: Record, source: Source) -> Any:
    """Return the value of a record as the type of the source says.

    ======================= =============================================
    ``id``, ``title``       :class:`~.faces.Face`
    ``text``, ``kind``      str (a kind: its title)
    ``inline``              ``Inline``
    ``choice``, ``level``   :class:`Badge` or None
    ``date``                ``When`` or None
    ``refs``                tuple of (Face, note)
    ``tags``, ``people``    tuple of str
    ``score``               :class:`Score` or None
    ``number``, ``range``   ``Number``, ``Range`` or None
    ``amount``              ``Amount`` or None; a view of several may make it a :class:`Bar`
    ``flag``                bool
    ======================= =============================================
    """
    if source.type in ("id", "title"):
        return face_of(values.store, record)
    kind = values.store.kind(record)
    if source.type == "kind":
        return kind.title
    value = values.value(record, source)
    if source.type in ("choice", "level"):
        name = source.spec.name if source.spec is not None else ""
        return badge(values, kind, source, value, getattr(record, name, None))
    if source.type == "refs":
        return noted(values.store, value)
    if source.type == "score":
        return score_of(values.scoring, value)
    return value
