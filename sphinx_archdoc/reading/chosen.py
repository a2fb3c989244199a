"""Which option was chosen, as the directive or the text of the decision says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.section_words import fold
from sphinx_archdoc.reading.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_archdoc.reading.body import Body

#: ``Option 1:`` in front of a name.
PREFIX = re.compile(
    r"^\s*(?:option|opción|alternative?|variante?)\s+\w{1,2}\s*[:.)—–-]\s*", re.IGNORECASE
)
_NUMBER = re.compile(r"^\s*\(?(?:\d{1,2}|[A-Za-z])[.)]\s+")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_ORDINAL = re.compile(
    r"\b(?:option|opción|alternative?|variante?)\s+(\d{1,2}|[A-Z])\b", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"(?:chosen|selected|gewählte|opción elegida|option (?:choisie|retenue))"
    r"(?:\s++option)?\s*+(?::\s*+)?[\"“„«']\s*+(.+?)\s*[\"”“»']",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\((?:chosen|selected|gewählt|elegida|choisie|retenue)\)|✅", re.IGNORECASE)
# An option named right after one of these words was not chosen.
_AGAINST = (
    "not never no reject rejected rejecting without against avoid instead than over"
    " nicht kein keine statt gegen rechazar contra sin pas rejeter sans contre"
)
_NOT = frozenset(_AGAINST.split())
_NEAR = 3


def name_key(name: str) -> str:
    """Return a name's words without "Option 1:", for comparing."""
    return fold(_NUMBER.sub("", PREFIX.sub("", name))) or fold(name)


def chosen_index(names: Sequence[str], chosen: str, body: Body) -> int:
    """Return the index of the chosen option; -1 if none, or if more than one may be meant."""
    if not names:
        return -1
    if chosen.strip():
        return _index(names, chosen)
    marked = [index for index, name in enumerate(names) if _MARKED.search(name)]
    if len(marked) == 1:
        return marked[0]
    for text, first in _texts(body):
        index = _index(names, text) if first else _quoted(names, text)
        if index >= 0:
            return index
    return -1


def _texts(body: Body) -> Iterator[tuple[str, bool]]:
    # First paragraphs, where a name counts; later text often tells of the other options.
    decisions = [section for section in body.walk() if section.key == "decision"]
    for section in decisions:
        for block in section.nodes:
            if isinstance(block, nodes.paragraph):
                yield text_of([block]), True
                break
    for section in decisions:
        yield text_of(section.nodes), False


def _index(names: Sequence[str], text: str) -> int:
    for read in (_quoted, _match, _by_ordinal):
        index = read(names, text)
        if index >= 0:
            return index
    return -1


def _quoted(names: Sequence[str], text: str) -> int:
    # Chosen option: "X", because …
    quoted = _SENTENCE.search(text)
    if quoted is None:
        return -1
    index = _match(names, quoted[1])
    if index < 0:
        key = name_key(quoted[1])
        longer = [i for i, name in enumerate(names) if name_key(name).startswith(f"{key} ")]
        index = longer[0] if len(longer) == 1 else -1
    return index


def _by_ordinal(names: Sequence[str], text: str) -> int:
    stripped = text.strip()
    found = {match.upper() for match in _ORDINAL.findall(text)}
    if stripped.isdigit():
        found = {stripped}
    if len(found) != 1:
        return -1
    word = found.pop()
    index = (int(word) if word.isdigit() else ord(word) - ord("A") + 1) - 1
    return index if 0 <= index < len(names) else -1


def _match(names: Sequence[str], text: str) -> int:
    """Return the only option that the text names, in full or without its last bracket."""
    key = fold(text)
    exact = [index for index, name in enumerate(names) if name_key(name) == name_key(text)]
    if len(exact) == 1:
        return exact[0]
    for short in (False, True):
        keys = [name_key(_BRACKETS.sub("", name) if short else name) for name in names]
        found = {index: keys[index] for index in range(len(names)) if _named(keys[index], key)}
        # "JWT" inside "JWT with refresh tokens" is not a second option
        kept = [
            index
            for index, one in found.items()
            if not any(one != other and f" {one} " in f" {other} " for other in found.values())
        ]
        if len(kept) == 1:
            return kept[0]
        if kept:
            return -1
    return -1


def _named(name: str, text: str) -> bool:
    # At least once without a word before it that says the contrary.
    if not name:
        return False
    padded, wanted = f" {text} ", f" {name} "
    start = padded.find(wanted)
    while start >= 0:
        before = padded[:start].split()[-_NEAR:]
        if not _NOT.intersection(before):
            return True
        start = padded.find(wanted, start + 1)
    return False
