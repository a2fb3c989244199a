"""Values of fields, and how each is read from the author's text. All are plain and picklable."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from sphinx_archdoc.model.dates import When, read_date
from sphinx_archdoc.model.numbers import Number, Range, read_number, read_range

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
#: Longer ids are refused: they end up in URLs, file names of exports and picture labels.
MAX_ID = 200
#: A longer item of a list is no reference; it is not looked at.
_MAX_REF = 500

_NOTHING = {"", "-", "--", "–", "—", "n/a", "na", "none", "nil", "keine", "ninguno", "aucun"}

# What the XML formats cannot carry, plus invisible direction marks that can disguise a text.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ud800-\udfff\ufffe\uffff]"
)


class Ref(NamedTuple):
    """A reference to a record by id, with the note in brackets after it (``ADR-7 (clause 2)``)."""

    id: str
    note: str = ""

    def __str__(self) -> str:
        return f"{self.id} ({self.note})" if self.note else self.id


class SaidRef(Ref):
    """A reference in a field that its author called by another word than the option's name."""

    #: The word: messages use it. It makes no reference another one.
    word: str = ""

    @classmethod
    def of(cls, ref: Ref, word: str) -> SaidRef:
        """Return a reference with the word of its field."""
        made = cls(*ref)
        made.word = word
        return made


def clean(text: str) -> tuple[str, bool]:
    """Return ``text`` without control characters, and whether any were there."""
    cleaned = _CONTROL.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n"))
    return cleaned, cleaned != text


def is_id(text: str) -> bool:
    """Tell whether ``text`` can be the id of a record."""
    return len(text) <= MAX_ID and ID.match(text) is not None


def is_nothing(text: str) -> bool:
    """Tell whether a cell or option says "no value" (empty, ``N/A``, ``none``, a dash)."""
    return text.strip().casefold() in _NOTHING


def split_list(text: str) -> list[str]:
    """Split a list option into its items.

    Commas, semicolons and line breaks separate, except inside brackets; ``[a, b]``, a JSON list
    and a YAML block list (``- a``) are accepted too, because front matter arrives in these forms.
    """
    text = text.strip()
    closing = _brackets(text)
    if text.startswith("[") and closing.get(0) == len(text) - 1:
        try:
            loaded = json.loads(text)
        except (ValueError, RecursionError):
            text = text[1:-1]
            closing = _brackets(text)
        else:
            return [str(item).strip() for item in loaded if not is_nothing(str(item))]
    items: list[str] = []
    start = position = 0
    while position < len(text):
        if text[position] in ",;\n":
            items.append(text[start:position])
            start = position + 1
        position = closing.get(position, position) + 1
    items.append(text[start:])
    stripped = (_unquoted(re.sub(r"^\s*[-*]\s+", "", item)) for item in items)
    return [item for item in stripped if not is_nothing(item)]


def _brackets(text: str) -> dict[int, int]:
    """Return the places of opening brackets with those of their ends; unpaired ones are no part."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for found in re.finditer(r"[()\[\]]", text):
        if found[0] in "([":
            waiting.append(found.start())
        elif waiting and text[waiting[-1]] + found[0] in ("()", "[]"):
            pairs[waiting.pop()] = found.start()
    return pairs


def _unquoted(item: str) -> str:
    """Drop blanks and one pair of quotes round an item, and line breaks within it."""
    item = " ".join(item.split())
    if len(item) > 1 and item[0] == item[-1] and item[0] in "\"'":
        return item[1:-1].strip()
    return item


_REF = re.compile(r"(?P<id>[^\s(]+)\s*(?:\((?P<note>.*)\)|(?<=\s)(?P<count>[x×]\s?\d{1,4}))?\Z")
#: ``Title <ID>`` as in a role, ``[ID](file.md)`` as in Markdown, and an id in backticks.
_DRESSED = re.compile(r"[^<>]*<([^<>\s]+)>\Z|\[([^\[\]\s]+)\](?:\([^()\s]*\))?|`+([^`\s]+)`+")
#: An id with the title after it: ``ADR-7: Use PostgreSQL``, ``ADR-7 – …``, ``ADR-7 Use …``.
_TITLED = re.compile(
    r"(?P<id>[^\s():]+)(?::\s|\s+[-–—:]\s)|(?P<numbered>[A-Za-z][\w.]*-\d+)\s+(?=[^\s(])"
)
_NUMBERED = re.compile(r"[A-Za-z][\w.]*-\d+")


def read_refs(text: str) -> tuple[tuple[Ref, ...], list[str]]:
    """Read ``ADR-7 (clause 2), shop.db`` as references; return them and the items not readable.

    A number of instances is a note too (``shop.api x3``). A title after the id is passed over
    (``ADR-7: Use PostgreSQL``), markup round it too.
    """
    refs: list[Ref] = []
    bad: list[str] = []
    for item in split_list(text):
        if len(item) > _MAX_REF:
            bad.append(item)
            continue
        match = _REF.match(_DRESSED.sub(_bare, item, count=1))
        if match and is_id(match["id"]):
            refs.append(Ref(match["id"], (match["note"] or match["count"] or "").strip()))
            continue
        words = item.split()
        if len(words) > 1 and all(map(_NUMBERED.fullmatch, words)):  # "ADR-7 ADR-8"
            refs += map(Ref, words)
            continue
        titled = _TITLED.match(item)
        name = (titled["id"] or titled["numbered"]) if titled else ""
        if is_id(name):
            refs.append(Ref(name))
        else:
            bad.append(item)
    return tuple(refs), bad


def _bare(found: re.Match[str]) -> str:
    return found[1] or found[2] or found[3]


_YES = {"", "yes", "true", "on", "1", "x", "ja", "oui", "sí", "✅", "✓", "✔"}
_NO = {"no", "false", "off", "0", "nein", "non", "❌", "✗", "-"}


def read_flag(text: str) -> bool | None:
    """Read a flag: a bare option counts as yes; None when the word is neither yes nor no."""
    word = text.strip().casefold()
    if word in _YES:
        return True
    return False if word in _NO else None


__all__ = [
    "ID", "MAX_ID", "Number", "Range", "Ref", "When", "clean", "is_id", "is_nothing", "read_date",
    "read_flag", "read_number", "read_range", "read_refs", "split_list",
]  # fmt: skip
