"""Words with synonyms: how a status or a level is recognised in what an author wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from sphinx_archdoc.model.damaged import repaired
from sphinx_archdoc.model.findings import suggestion
from sphinx_archdoc.model.near_words import misspelt
from sphinx_archdoc.model.word_languages import english_words


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a list that is written with commas; reads best in a declaration."""
    return tuple(word.strip() for word in text.split(","))


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
_STRUCK = re.compile(r"~~.*?~~|<!--.*?-->", re.DOTALL)
_RECORD = re.compile(r"\W*[A-Za-z][A-Za-z.]{0,20}-\d[\w.-]*\W*")
#: A status is said at the start; more of a text is not looked at.
_LOOKED_AT = 2000


def last_step(text: str) -> str:
    """Return the last step of a history (``proposed -> accepted``) without struck-out words.

    An arrow to another record (``answered -> ADR-4``) leads to no step.
    """
    steps = _ARROW.split(_STRUCK.sub(" ", text[:_LOOKED_AT]))
    said = [step for step in steps if step.strip()]
    return next((step for step in reversed(said) if not _RECORD.fullmatch(step)), "".join(said[:1]))


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
        "not accepted yet" names no term, "Accepted, but rule 2 is replaced" is accepted. A text
        damaged by a wrong decoding counts as what was meant.
        """
        whole = _key(last_step(repaired(text)))
        words = whole.replace("/", " ").split()
        candidates = (" ".join(words[:end]) for end in range(min(len(words), 4), 0, -1))
        return next(filter(None, map(self._known, (whole, *candidates))), None)

    def _known(self, word: str) -> Term | None:
        """Return the term of a word, in English perhaps."""
        said = (word, *english_words(word))
        return next((self._by_word[form] for form in said if form in self._by_word), None)

    def exactly(self, text: str) -> Term | None:
        """Return the term that ``text`` as a whole names."""
        return self._known(_key(repaired(text)))

    def get(self, key: str) -> Term | None:
        """Return the term with this canonical key."""
        for term in self.terms:
            if term.key == key:
                return term
        return None

    def words(self) -> list[str]:
        """Return the canonical keys in order."""
        return [term.key for term in self.terms]

    def hint(self, word: str) -> str:
        """Say which word was meant: any known one that was misspelt, else the nearest usual one."""
        meant = misspelt(_key(word), self._by_word)
        return f"did you mean {meant!r}?" if meant else suggestion(word, self.words())

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
