"""Numbers and ranges with units, with the separators of several countries."""

from __future__ import annotations

import math
import re
from typing import NamedTuple


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


#: A number as a pattern. Groups of three digits are thousands where a comma, a space or an
#: apostrophe stands between them, or where a dot does so twice; of ``1.500`` see :func:`one_group`,
#: ``1,500`` is fifteen hundred.
NUMBER = (
    r"[-+]?(?:"
    r"\d{0,6}\s?[½¼¾]|"
    r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|"
    r"\d{1,3}(?:\.\d{3})+,\d+|"
    r"\d{1,3}(?:[,_'’\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|"
    r"\d+(?:_\d+)*(?:[.,]\d+)?(?:[eE][-+]?\d+(?!\w))?"
    r")"
)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
CURRENCY = r"[$€£¥₹]"
_LOW = rf"[~≈]?\s*+(?:(?P<before>{CURRENCY})\s*+)?(?P<low>{NUMBER})"
_UNIT = r"\s*+(?P<unit>\D.*)?\Z"
_SINGLE = re.compile(_LOW + _UNIT)
_RANGE = re.compile(
    rf"{_LOW}\s*+(?:(?P<between>[^\W\d_]+?|{CURRENCY}|%)\s*+)?"
    rf"(?:-|–|—|…|\.\.+|to|bis)\s*+(?:{CURRENCY}\s*+)?(?P<high>{NUMBER}){_UNIT}"
)
# ``12:30`` and ``24/7`` are no number with a unit; nor is ``2026-01-20`` a range.
_NO_UNIT = re.compile(r"(?:[-–—.,:/']\s*)?\d")
_LONGEST = 200


def read_range(text: str) -> Range | None:
    """Read ``8-10 days``, ``3 d`` or ``€ 1,500`` as a range; None when there is no number."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    found = _RANGE.match(text) or _SINGLE.match(text)
    if not found:
        return None
    parts = found.groupdict()
    unit = (parts["unit"] or "").strip()
    between = parts.get("between") or ""
    if _NO_UNIT.match(unit) or (between and unit not in (between, "")):
        return None
    low = to_float(parts["low"])
    high = to_float(parts["high"]) if parts.get("high") else low
    if not (math.isfinite(low) and math.isfinite(high)):
        return None
    return Range(min(low, high), max(low, high), unit or between or parts["before"] or "", text)


def read_number(text: str) -> Number | None:
    """Read ``12``, ``1.5 TB`` or ``80 %`` as a number with its unit; None when there is none."""
    found = read_range(text)
    if found is None or found.low != found.high:
        return None
    return Number(found.low, found.unit, found.text)


_ONE_GROUP = re.compile(r"[-+]?[1-9]\d{0,2}\.(\d{3})")


def one_group(text: str, *, counted: bool = False) -> bool:
    """Tell whether the dot in ``1.200`` parts the thousands, as in half of Europe.

    Things that are counted, and money, are not written with three decimals; nor is a bare number,
    or one of kilometres, if two zeros end it. (``1.500 s`` may be both; it stays a second and a
    half.)
    """
    found = _ONE_GROUP.fullmatch(text)
    return found is not None and (counted or found[1].endswith("00"))


def to_float(text: str, *, grouped: bool = False) -> float:
    """Return the value of a text that :data:`NUMBER` matches.

    ``grouped``: its only dot parts the thousands, see :func:`one_group`.
    """
    if grouped:
        return float(text.replace(".", ""))
    digits = re.sub(r"[_'’\s]", "", text)
    if digits[-1:] in _FRACTIONS:
        whole, part = float(digits[:-1].lstrip("+-") or 0), _FRACTIONS[digits[-1]]
        return -(whole + part) if digits.startswith("-") else whole + part
    if "," in digits and "." in digits:
        thousands, decimal = (",", ".") if digits.rindex(",") < digits.rindex(".") else (".", ",")
        digits = digits.replace(thousands, "").replace(decimal, ".")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    elif re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+", digits):
        digits = digits.replace(",", "")
    return float(digits.replace(",", "."))
