"""Dates inside a text, in all notations that ``model.dates`` reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.dates import When, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = r"[^\W\d_]{3,10}\.?"
_CANDIDATE = re.compile(
    r"(?<![\w./-])(?:"
    r"\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.+Z-]*)?|\d{4}/\d{1,2}/\d{1,2}|\d{8}"
    r"|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?[ -](?:de )?{_MONTH},?[ -](?:de )?\d{{4}}"
    rf"|\d{{4}} {_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}"
    rf"|{_MONTH},?[ ](?:de )?\d{{4}}|\d{{4}}-\d\d"
    r")(?![\w/-])"
    r"|\d{4}[年년]\s?\d{1,2}[月월](?:\s?\d{1,2}[日일])?"
)
#: "05/06/2026": a date for sure, but which one differs between countries.
_UNCLEAR = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}\Z")


def is_unclear(text: str) -> bool:
    """Tell whether a date is written in a way that countries read differently."""
    return _UNCLEAR.match(text) is not None


def dates_in(text: str) -> Iterator[When]:
    """Yield the dates of a text; one that can be read in two ways has no ISO form."""
    for found in _CANDIDATE.finditer(text):
        date = read_date(found[0])
        if date is not None and date.iso[:4] >= "1970":
            yield date
        elif is_unclear(found[0]):
            yield When("", found[0])


def first_date(text: str) -> When | None:
    """Return the first date of a text that can be read for sure, else the first unclear one."""
    found = list(dates_in(text))
    return next((date for date in found if date.iso), found[0] if found else None)


def last_date(text: str) -> When | None:
    """Return the latest date of a text."""
    found = sorted((date for date in dates_in(text) if date.iso), key=lambda date: date.iso)
    return found[-1] if found else first_date(text)
