"""The words by which decisions refer to each other, and the field each means."""

from __future__ import annotations

import re

from sphinx_archdoc.model.section_words import fold

#: Field of an ``adr`` by the words that say it. The passive comes first: it holds the active one.
_VERBS: dict[str, tuple[str, ...]] = {
    "superseded_by": (
        r"super[sc]ee?de?d? by|superseeded by|replaced (?:by|with)|obsoleted by|overridden by",
        r"(?:super[sc]ee?de?d?|replaced) (?:in part|partly|partially) (?:by|with)",
        r"(?:super[sc]ee?de?d?|replaced) in part by",
        r"deprecated (?:by|in favou?r of)|superseded in|superseded with|superseded-by|replaced-by",
        r"successor|ersetzt durch|abgelöst durch|remplacée? par|reemplazad[oa] por",
        r"sustituid[oa] por|substituíd[oa] por|superad[oa] por|sostituit[oa] da|vervangen door",
        r"заменен[оа]?|заменён|замінено|被替代|被取代|取代者",
    ),
    "amended_by": (
        r"amended by|clarified by|extended by|refined by|updated by|modified by|changed by",
        r"ergänzt durch|geändert durch|amendée? par|modificad[oa] por|complétée? par",
        r"complementad[oa] por|дополнено",
    ),
    "supersedes": (
        r"super[sc]ee?de[sd]?|superseeds|replaces|replacing|obsoletes|deprecates|predecessor",
        r"ersetzt|löst ab|remplace|reemplaza|sustituye|substitui|sostituisce|vervangt",
        r"заменяет|замінює|替代|取代",
    ),
    "amends": (
        r"amends|clarifies|extends|refines|updates|modifies",
        r"ergänzt|ändert|erweitert|modifica|amende|complète|précise|extiende|amplía|matiza",
        r"estende|complementa|altera|дополняет|уточняет",
    ),
    "depends_on": (
        r"depends on|depend on|builds on|build upon|builds upon|requires|based on|required by",
        r"baut auf|hängt ab von|dépend de|découle de|depende de|зависит от|依赖于?",
    ),
    "relates_to": (
        r"relates to|related to|is related to|see also|related|affects|influences|influenced by",
        r"conflicts with|see|links to|linked to|implements|enables|complements",
        r"siehe auch|siehe|verwandt mit|voir aussi|voir|relacionad[oa] con|véase|relacionadas",
        r"relacionad[oa]s?(?: com)?|связано с|см\.|参见|相关",
    ),
}
_TWO_LETTERS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))


def _spelt(words: str) -> str:
    """Return words with umlauts in both spellings: ``ergänzt``, ``ergaenzt``."""
    for one, two in _TWO_LETTERS:
        words = words.replace(one, f"(?:{one}|{two})")
    return words.replace(" ", r"[\s_-]+")


#: Words that look like a relation in running text but mostly are none.
_STRONG_ONLY = frozenset({"relates_to"})

_ALL = re.compile(
    "|".join(
        rf"(?P<{field}>(?<![\w-])(?:{_spelt('|'.join(words))})(?![\w-]))"
        for field, words in _VERBS.items()
    ),
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|never|no longer|isn't|doesn't|nicht|kein|pas|no|não|nenhum|не|non)"
    r"\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?:partial(?:ly)?|partly|in part|parts? of|some (?:aspects|parts)|aspects|clause|rule"
    r"|section|point|item|paragraph|teilweise|zum teil|partiellement|en partie|parcialmente"
    r"|en parte|em parte|частично|пункт|раздел|punto)\b"
    r"(?:\s+\d[\w.]*)?",
    re.IGNORECASE,
)

#: Passive fields that need the other end's name: "required by" is no relation we hold.
_IGNORED = ("required by",)


def verbs(text: str) -> list[tuple[str, int, int]]:
    """Return (field, start, end) of each verb that is not negated, in their order."""
    return [
        (str(found.lastgroup), found.start(), found.end())
        for found in _ALL.finditer(text)
        if not _NEGATION.search(text[max(0, found.start() - 40) : found.start()])
        and fold(found[0]) not in _IGNORED
    ]


def field_of(label: str) -> str:
    """Return the relation that a label names as a whole, or nothing."""
    match = _ALL.fullmatch(label.strip().rstrip(":").strip())
    return str(match.lastgroup) if match else ""


def is_weak(field: str) -> bool:
    """Tell whether the words for this relation are also plain prose."""
    return field in _STRONG_ONLY


def partial(text: str) -> str:
    """Return the words that say that only a part is meant, or nothing."""
    found = _PARTIAL.search(text)
    return " ".join(found[0].split()) if found else ""
