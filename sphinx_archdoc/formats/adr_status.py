"""The status of a decision: one word out of what people write there, and the rest as a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_inline import plain
from sphinx_archdoc.model.words import Word, last_step

if TYPE_CHECKING:
    from sphinx_archdoc.model.vocabulary import Term, Vocabulary

_CHECKED = re.compile(r"\[[xX✓✔]\]\s*(.+)")
_UNCHECKED = re.compile(r"\[ ?\]\s*.+")
_FILLERS = re.compile(
    r"(?:(?:current(?:ly)?|this|the|adr|decision|record|status|is|was|we|have|has|been|it|now|ist|est|el|la)"
    r"[\s:,]+)+",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|isn't|hasn't|yet to be|nicht|noch nicht|kein\w*|pas|non|sin|todavía)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?。])\s|\n\s*\n")
_CHOICES = re.compile(r"\s*[|]\s*|\s+/\s+|/|,\s*")
_PLACEHOLDER = re.compile(r"\A\s*\\?[\[{<].*[\]}>]\s*\Z", re.DOTALL)
#: A sentence with more words is prose; dates behind it are about something else.
_SHORT = 12
_NONE = ("", "tbd?", "?", "-", "–", "n/a")
#: What parts a status from the note behind it.
_END = re.compile(r"\s*(?:[\n.;:(\[{（【・。、]|\s[-–—·]\s|,\s)")
#: What stands in brackets explains; a word alone in them says the status once more.
_IN_BRACKETS = re.compile(r"[(（\[][^()（）\[\]\s]*+\s[^()（）\[\]]*+[)）\]]")


class Status(NamedTuple):
    """A status: the word, everything written, and how sure the word is."""

    word: Word
    text: str
    sure: str


def read_status(source: str, words: Vocabulary) -> Status | None:
    """Read what stands as a status; None when nothing does."""
    text = plain(_ticked(source))
    if text.strip().lower() in _NONE:
        return None
    lines = [line for line in text.split("\n") if line.strip()]
    first = _FILLERS.sub("", lines[0], count=1) if _FILLERS.match(lines[0]) else lines[0]
    first = first.strip(" .:;*-–—•>\"'“”„") or lines[0].strip()
    for candidate in (first, lines[0]):
        term = words.find(candidate)
        if term is not None and not _NEGATED.match(candidate):
            return Status(Word(term.key, _named(last_step(candidate), term, words)), text, "sure")
    mentioned = _mentioned(_SENTENCE.split(text)[0], words)
    if len(mentioned) == 1:
        key, said = mentioned.popitem()
        return Status(Word(key, said), text, "guess")
    return Status(Word("", _said(first)), text, "unknown")


def status_line(source: str) -> str:
    """Return what states the status, without the prose below it: its first sentences, if short."""
    kept: list[str] = []
    for sentence in _SENTENCE.split(plain(source)):
        kept.append(sentence)
        if len(sentence.split()) > _SHORT:
            break
    return "\n".join(kept)


def _ticked(source: str) -> str:
    """Of a list of boxes, keep the ticked ones."""
    ticked = [found[1] for line in source.split("\n") if (found := _CHECKED.search(line))]
    return "\n".join(ticked) if ticked and _UNCHECKED.search(source) else source


def _named(text: str, term: Term, words: Vocabulary) -> str:
    """Return the words that name a status, without the note behind: "Superseded", not by what."""
    said = _said(text)
    parts = said.split()
    heads = (" ".join(parts[:end]) for end in range(1, len(parts) + 1))
    named = [head for head in heads if words.exactly(head) == term]
    # "✅ Accepted": the sign alone would do, but the word is what people read.
    return next((head for head in named if any(map(str.isalpha, head))), [*named, said][0])


def _said(text: str) -> str:
    """Return the word as written: what stands before the note."""
    text = text.strip()
    return (_END.split(text, maxsplit=1)[0] or text)[:80].strip()


def _mentioned(sentence: str, words: Vocabulary) -> dict[str, str]:
    """Return the words of the vocabulary in a sentence that says nothing in the negative."""
    if _NEGATED.search(sentence):
        return {}
    found: dict[str, str] = {}
    for word in re.findall(r"[^\W\d_]{4,}", _IN_BRACKETS.sub(" ", sentence))[:40]:
        term = words.exactly(word)
        if term is not None:
            found.setdefault(term.key, word)
    return found


def is_unfilled(source: str, words: Vocabulary) -> bool:
    """Tell whether a status is still the template's: a placeholder, or a choice of words."""
    text = plain(source).strip()
    inner = text.strip("\\[]{}<>() \t\n\"'")
    parts = [part.strip("\\[]{}<>\"'… .") for part in _CHOICES.split(inner)]
    known = [part for part in parts if words.exactly(part) or words.find(part)]
    several = len({words.find(part).key for part in known}) > 1  # type: ignore[union-attr] # only found ones
    if "|" in inner and several and len(known) * 2 >= len(parts):
        return True
    bracketed = bool(_PLACEHOLDER.match(text)) and not source.lstrip().startswith(("[x]", "!["))
    return bracketed and (several or words.find(inner) is None)
