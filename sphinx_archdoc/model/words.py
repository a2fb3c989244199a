"""Vocabularies: canonical words, their synonyms in several languages, and ordered scales."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple


def mark(text: str) -> str:
    """Mark a text for the message catalogue; it is translated where it is shown."""
    return text


class Word(NamedTuple):
    """A word as the author wrote it, with the canonical key it stands for (empty: unknown)."""

    key: str
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One canonical word: its key, its label, the synonyms that mean it, and its tone.

    The tone is a CSS class suffix (``arch-is-<tone>``): ok, info, warn, bad, mute, neutral, s1–s4.
    """

    key: str
    label: str
    synonyms: tuple[str, ...] = ()
    tone: str = "neutral"


def plain_word(text: str) -> str:
    """Lower-case ``text`` and drop emphasis, emoji and punctuation round the words."""
    cleaned = re.sub(r"[^\w\s+/-]", " ", text.casefold())
    return " ".join(cleaned.replace("_", " ").split())


def _key(text: str) -> str:
    """Return what words are compared by: hyphens count as spaces, an emoji alone as itself."""
    return " ".join(plain_word(text).replace("-", " ").split()) or (
        text.strip().casefold().replace("\ufe0f", "")
    )


# "proposed -> accepted" tells a history; a slash or a struck-out word does something like it.
_ARROW = re.compile(r"-+>|=+>|[→⇒➔➜➝⟶]")
_NOT = {"no", "not", "never", "false", "nein", "nicht", "non", "pas"}
_STRUCK = re.compile(r"~~.*?~~|<!--.*?-->", re.DOTALL)


class Vocabulary:
    """An ordered set of terms with look-up by any of their words."""

    __slots__ = ("_by_word", "terms")

    def __init__(self, *terms: Term) -> None:
        self.terms = terms
        self._by_word = {_key(word): term for term in terms for word in (term.key, *term.synonyms)}
        for term in terms:
            self._by_word.setdefault(_key(term.label), term)
        self._by_word.pop("", None)

    def find(self, text: str) -> Term | None:
        """Return the term that ``text`` names: as a whole, else by its first words.

        Of a history (``proposed -> accepted``) the last step counts. Only leading words are read:
        "not accepted yet" names no term, "Accepted, but rule 2 is replaced" is accepted.
        """
        current = [part for part in _ARROW.split(_STRUCK.sub(" ", text)) if part.strip()]
        whole = _key(current[-1]) if current else ""
        words = whole.replace("/", " ").split()
        if len(words) > 1 and words[1] in _NOT:
            return None
        candidates = (" ".join(words[:end]) for end in range(min(len(words), 4), 0, -1))
        for candidate in (whole, *candidates):
            term = self._by_word.get(candidate)
            if term is not None:
                return term
        return None

    def exactly(self, text: str) -> Term | None:
        """Return the term that ``text`` as a whole names."""
        return self._by_word.get(_key(text))

    def get(self, key: str) -> Term | None:
        """Return the term with this canonical key."""
        for term in self.terms:
            if term.key == key:
                return term
        return None

    def words(self) -> list[str]:
        """Return the canonical keys in order."""
        return [term.key for term in self.terms]

    def rank(self, key: str) -> int:
        """Return the position of ``key``, counted from 0; an unknown key ranks last."""
        for position, term in enumerate(self.terms):
            if term.key == key:
                return position
        return len(self.terms)

    def extended(self, synonyms: dict[str, str]) -> Vocabulary:
        """Return this vocabulary with more synonyms, ``{word: canonical key}``."""
        grown = Vocabulary()
        grown.terms = self.terms
        grown._by_word = dict(self._by_word)
        for word, key in synonyms.items():
            term = self.get(key)
            if term is not None and _key(word):
                grown._by_word[_key(word)] = term
        return grown


#: The life of a decision. Words met in about a thousand real records, in five languages.
DECISION_STATUS = Vocabulary(
    Term(
        key="draft",
        label=mark("Draft"),
        synonyms=("entwurf", "borrador", "brouillon", "wip", "in progress", "tbd"),
    ),
    Term(
        key="proposed",
        label=mark("Proposed"),
        synonyms=(
            "pending",
            "provisional",
            "under review",
            "in review",
            "review",
            "in consideration",
            "under consideration",
            "under discussion",
            "on hold",
            "deferred",
            "open",
            "vorgeschlagen",
            "propuesto",
            "propuesta",
            "proposé",
            "proposée",
            "提案",
        ),
        tone="info",
    ),
    Term(
        key="accepted",
        label=mark("Accepted"),
        synonyms=(
            "approved",
            "adopted",
            "active",
            "current",
            "implemented",
            "implementable",
            "amended",
            "resolved",
            "decided",
            "done",
            "partly superseded",
            "partially superseded",
            "superseded in part",
            "partly replaced",
            "partially replaced",
            "✅",
            "✔",
            "✓",
            "akzeptiert",
            "angenommen",
            "aceptado",
            "aceptada",
            "accepté",
            "acceptée",
            "承認",
            "承認済み",
        ),
        tone="ok",
    ),
    Term(
        key="rejected",
        label=mark("Rejected"),
        synonyms=(
            "declined",
            "withdrawn",
            "reverted",
            "❌",
            "✗",
            "abgelehnt",
            "verworfen",
            "rechazado",
            "rechazada",
            "rejeté",
            "rejetée",
            "却下",
        ),
        tone="bad",
    ),
    Term(
        key="deprecated",
        label=mark("Deprecated"),
        synonyms=("obsolete", "retired", "veraltet", "obsoleto", "obsolète", "déprécié", "非推奨"),
        tone="warn",
    ),
    Term(
        key="superseded",
        label=mark("Superseded"),
        synonyms=(
            "superceded",
            "superseeded",
            "superseded by",
            "superceded by",
            "replaced",
            "replaced by",
            "abgelöst",
            "ersetzt",
            "reemplazado",
            "reemplazada",
            "remplacé",
            "remplacée",
            "置き換え",
        ),
        tone="mute",
    ),
)

#: The life of a risk.
RISK_STATUS = Vocabulary(
    Term(key="open", label=mark("Open"), synonyms=("new", "identified", "offen"), tone="info"),
    Term(
        key="active",
        label=mark("Active"),
        synonyms=("in progress", "ongoing", "monitoring", "monitored", "aktiv"),
        tone="warn",
    ),
    Term(
        key="mitigated",
        label=mark("Mitigated"),
        synonyms=("controlled", "reduced", "resolved", "gemindert"),
        tone="ok",
    ),
    Term(key="accepted", label=mark("Accepted"), synonyms=("tolerated", "akzeptiert")),
    Term(
        key="closed",
        label=mark("Closed"),
        synonyms=("done", "retired", "obsolete", "geschlossen"),
        tone="mute",
    ),
    Term(key="occurred", label=mark("Occurred"), synonyms=("issue", "eingetreten"), tone="bad"),
)

#: The life of a building block.
ELEMENT_STATUS = Vocabulary(
    Term(key="planned", label=mark("Planned"), synonyms=("proposed", "future"), tone="info"),
    Term(
        key="live",
        label=mark("Live"),
        synonyms=("active", "in production", "in use", "current"),
        tone="ok",
    ),
    Term(key="deprecated", label=mark("Deprecated"), synonyms=("sunset", "legacy"), tone="warn"),
    Term(key="retired", label=mark("Retired"), synonyms=("removed", "archived"), tone="mute"),
)

_LEVELS = {
    "very-low": Term(
        key="very-low",
        label=mark("Very low"),
        synonyms=("very low", "negligible", "minimal", "rare", "sehr niedrig", "sehr gering"),
    ),
    "low": Term(
        key="low",
        label=mark("Low"),
        synonyms=("minor", "unlikely", "niedrig", "gering", "klein", "faible", "bajo", "baja"),
    ),
    "medium": Term(
        key="medium",
        label=mark("Medium"),
        synonyms=("moderate", "med", "possible", "mittel", "moyen", "moyenne", "medio", "media"),
    ),
    "high": Term(
        key="high",
        label=mark("High"),
        synonyms=("major", "significant", "likely", "hoch", "groß", "élevé", "élevée", "alto"),
    ),
    "very-high": Term(
        key="very-high",
        label=mark("Very high"),
        synonyms=("very high", "very likely", "almost certain", "sehr hoch"),
    ),
    "critical": Term(
        key="critical",
        label=mark("Critical"),
        synonyms=("severe", "extreme", "catastrophic", "kritisch", "critique", "crítico"),
    ),
}


def scale(size: int) -> Vocabulary:
    """Return the scale of levels with 3, 4 or 5 steps, lowest first.

    A word above or below the steps of a smaller scale counts as its last or first step, and a
    bare number counts as the step with that number.
    """
    keys = {
        3: ("low", "medium", "high"),
        4: ("low", "medium", "high", "critical"),
        5: ("very-low", "low", "medium", "high", "very-high"),
    }[size]
    extra: dict[str, list[str]] = {key: [str(n + 1)] for n, key in enumerate(keys)}
    for key, term in _LEVELS.items():
        if key not in keys:
            nearest_step = keys[0] if key == "very-low" else keys[-1]
            extra[nearest_step] += [key, *term.synonyms]
    return Vocabulary(
        *(
            Term(key=key, label=_LEVELS[key].label, synonyms=(*_LEVELS[key].synonyms, *extra[key]))
            for key in keys
        )
    )
