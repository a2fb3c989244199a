"""The words of a new decision in the languages that decisions are written in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.section_words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Words(NamedTuple):
    """Labels, sections with a hint each (by their key), and statuses that differ from English.

    ``marks`` are words of headings that only this language has.
    """

    marks: frozenset[str]
    supersedes: str
    superseded_by: str
    date: str
    sections: tuple[tuple[str, str, str], ...]
    statuses: Mapping[str, str]


ENGLISH = Words(
    frozenset(),
    "Supersedes",
    "Superseded by",
    "Date",
    (
        ("context", "Context", "What is the issue that makes a decision necessary?"),
        ("decision", "Decision", "What do we do?"),
        ("consequences", "Consequences", "What becomes easier, and what harder?"),
    ),
    {},
)
_OTHERS = (
    Words(
        frozenset({"kontext", "entscheidung", "konsequenzen", "optionen", "auswirkungen"}),
        "Ersetzt",
        "Ersetzt durch",
        "Datum",
        (
            ("context", "Kontext", "Warum ist eine Entscheidung nötig?"),
            ("decision", "Entscheidung", "Was tun wir?"),
            ("consequences", "Konsequenzen", "Was wird einfacher, und was schwerer?"),
        ),
        {"proposed": "vorgeschlagen", "accepted": "akzeptiert", "rejected": "abgelehnt"},
    ),
    Words(
        frozenset({"contexte", "probleme", "resultat", "avantages", "envisagees", "choix"}),
        "Remplace",
        "Remplacé par",
        "Date",
        (
            ("context", "Contexte", "Pourquoi faut-il une décision ?"),
            ("decision", "Décision", "Que faisons-nous ?"),
            ("consequences", "Conséquences", "Qu'est-ce qui devient plus facile ou plus dur ?"),
        ),
        {"proposed": "proposé", "accepted": "accepté", "rejected": "rejeté"},
    ),
    Words(
        frozenset({"contexto", "consecuencias", "opciones", "estado", "resultado"}),
        "Reemplaza",
        "Reemplazado por",
        "Fecha",
        (
            ("context", "Contexto", "¿Por qué hace falta una decisión?"),
            ("decision", "Decisión", "¿Qué hacemos?"),
            ("consequences", "Consecuencias", "¿Qué será más fácil y qué más difícil?"),
        ),
        {"proposed": "propuesto", "accepted": "aceptado", "rejected": "rechazado"},
    ),
)


def words_for(pages: Sequence[Iterable[str]]) -> Words:
    """Return the words of the language that most pages have, seen by their headings."""
    counts: Counter[int] = Counter()
    for titles in pages:
        said = {word for title in titles for word in fold(title).split()}
        counts.update(at for at, words in enumerate(_OTHERS) if said & words.marks)
    best, most = counts.most_common(1)[0] if counts else (0, 0)
    return _OTHERS[best] if most * 2 > len(pages) else ENGLISH
