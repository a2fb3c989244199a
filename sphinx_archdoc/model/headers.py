"""What a header says of the cells below it: ``Effort (days)``, ``Cost ($K)``, ``Impact (1-5)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.quantities import Amount, read_amount
from sphinx_archdoc.model.units import CURRENCIES, WORK, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTE = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]\s*[?:*]*\s*\Z|\bin\s+(\S{1,30})\s*\Z")
_SIGN = "|".join(sorted(map(re.escape, CURRENCIES), key=len, reverse=True))
#: ``$K``, ``k€``, ``EUR``: money, perhaps in thousands or millions.
_MONEY = re.compile(
    rf"(?P<before>[kKmMT]|Mio\.?|Tsd\.?)?\s*(?P<sign>(?i:{_SIGN}))\s*(?P<after>[kKmM]|Mio\.?)?"
)
#: Efforts that are counted and no time.
_COUNTED = re.compile(r"(?:story\s*)?points?|sp|tickets?|units?|users?", re.IGNORECASE)
#: Headers that are the unit itself.
_EFFORT = re.compile(
    r"(?P<word>(?:(?:person|man|work|working)[\s-]?)?(?:days|weeks|months|hours)|"
    r"(?:story )?points)|"
    r"(?:personen)?(?:tage|wochen|monate|stunden)|pt|pd",
    re.IGNORECASE,
)
_SCALE = re.compile(r"(?:scale\s+)?[01]\s*(?:-|–|—|\.\.+|…|to|bis)\s*(?P<top>\d{1,3})")
#: ``4/5``: a number that says itself what it counts up to.
_OF = re.compile(r"\A[ *_]*\d{1,3}\s*/\s*(\d{1,3})[ *_]*\Z")
_NUMBER = re.compile(r"\d{1,3}")
_SHARE = re.compile(r"\d{1,3}(?:[.,]\d+)?(?:\s*[-–—]\s*\d{1,3}(?:[.,]\d+)?)?")
#: Scales that people count on, where the header does not say which.
_TOPS = (5, 10)


def note_of(header: str) -> str:
    """Return what stands in brackets at the end of a header, or after *in*."""
    found = _NOTE.search(header[:200])
    return (found[1] or found[2]).strip() if found else ""


def unit_below(header: str) -> str:
    """Return the unit that a header gives the numbers below it; empty: none."""
    note = note_of(header)
    itself = _EFFORT.fullmatch(header.strip()) if not note else None
    if itself:
        return itself["word"].lower() if itself["word"] else itself[0]
    if _MONEY.fullmatch(note) or _COUNTED.fullmatch(note):
        return note
    word = " ".join(note.casefold().replace("-", " ").split())
    return note if word in WORK or unit_of(note) is not None else ""


def with_unit(header: str, text: str) -> str:
    """Return the text of an amount with the unit of its header, where it has none of its own."""
    unit, plain = unit_below(header), text.strip(" *_")
    amount = read_amount(plain) if unit else None
    if amount is None or amount.low is None or amount.unit or not plain[-1:].isnumeric():
        return text
    money = _MONEY.fullmatch(unit)
    if money is None:
        return f"{plain} {unit}" if unit != "%" else f"{plain}%"
    scale = money["before"] or money["after"] or ""
    sign = money["sign"]
    return f"{sign}{plain}{scale}" if not sign.isalpha() else f"{plain}{scale} {sign}"


def amount_below(header: str, text: str) -> Amount:
    """Return the amount of a cell, in the unit of the header where it has none of its own."""
    return read_amount(with_unit(header, text.strip(" *_")))


def top_said(header: str) -> int:
    """Return what a header says that the numbers below it count up to; 0: nothing."""
    found = _SCALE.fullmatch(note_of(header))
    return int(found["top"]) if found else 0


def most_of(texts: Iterable[str]) -> int:
    """Return the highest of the texts that are plain numbers; 0: none is."""
    plain = (text.strip(" *_") for text in texts)
    return max((int(text) for text in plain if _NUMBER.fullmatch(text)), default=0)


def is_share(header: str) -> bool:
    """Tell whether a header says that the numbers below it are percentages."""
    return note_of(header).casefold() in ("%", "percent", "prozent")


def top_below(header: str, texts: Iterable[str], steps: int) -> int:
    """Return what the numbers of a column of levels count up to; 0: they are the steps.

    The header says so (``Impact (1-5)``), or one of them does (``4/5``), or there is a number
    above the steps of the scale.
    """
    texts = [*texts]
    said = [top_said(header), *(int(found[1]) for text in texts if (found := _OF.search(text)))]
    if any(said):
        return said[0] or max(said)
    most = most_of(texts)
    return next((top for top in _TOPS if most <= top), 0) if most > steps else 0


def level_text(header: str, text: str, top: int) -> str:
    """Return the text of a level with what its column counts: ``4/5``, ``30 %``."""
    plain = text.strip(" *_")
    if is_share(header) and _SHARE.fullmatch(plain):
        return f"{plain} %"
    return f"{plain}/{top}" if top and _NUMBER.fullmatch(plain) else text
