"""Words for what nobody knows yet (``TBD``, ``?``): shown, but no fact and no fault."""

from __future__ import annotations

from sphinx_archdoc.model.dates import When
from sphinx_archdoc.model.values import is_id, is_nothing
from sphinx_archdoc.model.vocabulary import Word
from sphinx_archdoc.model.word_languages import folded

_WORDS = (
    "tbd, tbc, tba, t.b.d., todo, later, open, unknown, unclear, pending, not known, not defined, "
    "to be determined, to be defined, to be decided, to be confirmed, to be done, "
    "offen, noch offen, unbekannt, unklar, ausstehend, folgt, zu klären, noch zu klären, "
    "zu definieren, noch zu definieren, n.n., nn, k.a., k. a., "
    "à définir, à déterminer, à compléter, à préciser, à confirmer, en attente, inconnu, inconnue, "
    "non défini, non définie, "
    "por definir, por determinar, por confirmar, pendiente, desconocido, desconocida, sin definir"
)
_OPEN = frozenset(map(folded, _WORDS.split(", ")))


def is_unsettled(text: str) -> bool:
    """Tell whether a text says nothing, or that something is not known yet."""
    words = folded(text.strip(" *_\t\n"))
    return is_nothing(words) or not words.strip("?…. ") or words.strip("()?!: ") in _OPEN


def says_something(text: str) -> bool:
    """Tell whether a text says something: a dash or ``TBD`` does not, *none* does."""
    words = text.strip()
    return not is_unsettled(words) or (is_nothing(words) and words[:1].isalpha())


def is_stated(value: object) -> bool:
    """Tell whether the value of a field says something; an owner that is ``TBD`` does not."""
    if isinstance(value, Word | When):
        return bool(value[0]) or says_something(value.text)
    if isinstance(value, tuple) and value and all(isinstance(item, str) for item in value):
        return any(map(says_something, value))
    return bool(value)


def is_asked(text: str) -> bool:
    """Tell whether a text is such words and cannot be an id: something may be called *open*."""
    word = text.strip(" *_\t\n")
    return is_unsettled(text) and (not is_id(word) or word.casefold() in ("tbd", "tbc", "tba"))
