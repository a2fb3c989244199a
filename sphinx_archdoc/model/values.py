"""Values of fields, and how each is read from the author's text. All are plain and picklable."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import NamedTuple

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
#: Longer ids are refused: they end up in URLs, file names of exports and picture labels.
MAX_ID = 200

_NOTHING = {"", "-", "--", "–", "—", "n/a", "na", "none", "nil", "keine", "ninguno", "aucun"}

# What the XML formats cannot carry, plus invisible direction marks that can disguise a text.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


class Ref(NamedTuple):
    """A reference to a record by id, with the note in brackets after it (``ADR-7 (clause 2)``)."""

    id: str
    note: str = ""

    def __str__(self) -> str:
        return f"{self.id} ({self.note})" if self.note else self.id


class When(NamedTuple):
    """A date as written, with its ISO form (``2026-01-20``, ``2026-01``; empty: not readable)."""

    iso: str
    text: str

    def __str__(self) -> str:
        return self.text


class Number(NamedTuple):
    """A number with its unit, as written."""

    value: float
    unit: str
    text: str

    def __str__(self) -> str:
        return self.text


class Range(NamedTuple):
    """A range ``low``–``high`` in one unit, as written; a single number is a range of one point."""

    low: float
    high: float
    unit: str
    text: str

    def __str__(self) -> str:
        return self.text


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
    if text.startswith("[") and text.endswith("]"):
        try:
            loaded = json.loads(text)
        except (ValueError, RecursionError):
            text = text[1:-1]
        else:
            return [str(item).strip() for item in loaded if not is_nothing(str(item))]
    items: list[str] = []
    depth = 0
    start = 0
    for position, char in enumerate(text):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char == "\n" or (char in ",;" and not depth):
            items.append(text[start:position])
            start = position + 1
    items.append(text[start:])
    stripped = (re.sub(r"^\s*[-*]\s+", "", item).strip().strip("\"'") for item in items)
    return [item for item in stripped if not is_nothing(item)]


_REF = re.compile(r"(?P<id>[^\s(]+)\s*(?:\((?P<note>[^)]*)\))?\Z")


def read_refs(text: str) -> tuple[tuple[Ref, ...], list[str]]:
    """Read ``ADR-7 (clause 2), shop.db`` as references; return them and the items not readable."""
    refs: list[Ref] = []
    bad: list[str] = []
    for item in split_list(text):
        match = _REF.match(item)
        if match and is_id(match["id"]):
            refs.append(Ref(match["id"], (match["note"] or "").strip()))
        else:
            bad.append(item)
    return tuple(refs), bad


# Day/month order is only read where it cannot be mistaken.
_DATE_FORMATS = (
    "%Y/%m/%d", "%d.%m.%Y", "%B %d, %Y", "%B %d %Y", "%b %d, %Y", "%b %d %Y", "%d %B %Y",
    "%d %b %Y", "%d-%b-%Y",
)  # fmt: skip
_MONTH_FORMATS = ("%Y-%m", "%B %Y", "%b %Y")
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})\Z")
_MONTHS_IN_YEAR = 12


def read_date(text: str) -> When | None:
    """Read a date in one of the usual notations; None when it cannot be read for sure."""
    text = text.strip()
    match = _ISO_DAY.match(text)
    compact = f"{match[1]}{match[2]}{match[3]}" if match else text
    formats: tuple[str, ...] = ("%Y%m%d",) if compact.isdigit() else _DATE_FORMATS
    either = _DAY_FIRST.match(text)
    if either:
        first, second = int(either[1]), int(either[2])
        if first > _MONTHS_IN_YEAR:
            compact, formats = f"{either[3]}{second:02}{first:02}", ("%Y%m%d",)
        elif second > _MONTHS_IN_YEAR or first == second:
            compact, formats = f"{either[3]}{first:02}{second:02}", ("%Y%m%d",)
        else:
            return None
    for form in formats:
        try:
            return When(_parsed(compact, form).date().isoformat(), text)
        except ValueError:
            continue
    for form in _MONTH_FORMATS:
        try:
            return When(_parsed(text, form).strftime("%Y-%m"), text)
        except ValueError:
            continue
    return None


def _parsed(text: str, form: str) -> datetime:
    return datetime.strptime(text, form)  # noqa: DTZ007 -- a calendar day has no time zone


_NUMBER = r"[-+]?\d[\d_ ]*(?:[.,]\d+)?"
_RANGE = re.compile(
    rf"~?\s*(?P<low>{_NUMBER})\s*(?:(?:-|–|—|to|bis)\s*(?P<high>{_NUMBER}))?\s*(?P<unit>\D.*)?\Z"
)


def read_range(text: str) -> Range | None:
    """Read ``8-10 days``, ``3 d`` or ``1.5`` as a range; None when there is no number."""
    match = _RANGE.match(text.strip())
    if not match:
        return None
    low = _float(match["low"])
    high = _float(match["high"]) if match["high"] else low
    return Range(min(low, high), max(low, high), (match["unit"] or "").strip(), text.strip())


def read_number(text: str) -> Number | None:
    """Read ``12``, ``1.5 TB`` or ``80 %`` as a number with its unit; None when there is none."""
    found = read_range(text)
    if found is None or found.low != found.high:
        return None
    return Number(found.low, found.unit, found.text)


def _float(text: str) -> float:
    return float(re.sub(r"[_ ]", "", text).replace(",", "."))


_YES = {"", "yes", "true", "on", "1", "x", "ja", "oui", "sí", "✅", "✓", "✔"}
_NO = {"no", "false", "off", "0", "nein", "non", "❌", "✗", "-"}


def read_flag(text: str) -> bool | None:
    """Read a flag: a bare option counts as yes; None when the word is neither yes nor no."""
    word = text.strip().casefold()
    if word in _YES:
        return True
    return False if word in _NO else None
