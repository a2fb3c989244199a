"""Calendar dates in the notations people use, read the same on every machine."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple


class When(NamedTuple):
    """A date as written, with its ISO form (``2026-01-20``, ``2026-01``; empty: not readable)."""

    iso: str
    text: str

    def __str__(self) -> str:
        return self.text


# Not ``strptime``: its month names follow the locale of whoever runs the build.
#: The number of a month by its name.
MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan januar jänner janvier enero janeiro gennaio januari stycznia января січня",
            "february feb februar février febrero fevereiro febbraio februari lutego февраля",
            "march mar märz mars marzo março maart marca марта березня",
            "april apr avril abril aprile kwietnia апреля квітня",
            "may mai mayo maio maggio mei maja мая травня",
            "june jun juni juin junio junho giugno czerwca июня червня",
            "july jul juli juillet julio julho luglio lipca июля липня",
            "august aug août agosto augustus sierpnia августа серпня",
            "september sep sept septembre septiembre setembro settembre września сентября вересня",
            "october oct oktober okt octobre octubre outubro ottobre października октября жовтня",
            "november nov novembre noviembre novembro listopada ноября листопада",
            "december dec dezember dez décembre diciembre dezembro dicembre grudnia декабря грудня",
        ),
        start=1,
    )
    for word in words.split()
}
_MONTHS_IN_YEAR = 12

_NAME = r"(?P<name>[^\W\d_]+)\.?"
_DAY_NUMBER = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_FORMS = tuple(
    re.compile(form + r"\Z", re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:(?:T\d|\s).*)?",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
        r"(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})",
        r"(?P<either>\d{1,2})[/-](?P<other>\d{1,2})[/-](?P<y>\d{4})",
        rf"{_NAME} {_DAY_NUMBER},? (?P<y>\d{{4}})",
        rf"{_DAY_NUMBER}[ -](?:de )?{_NAME},?[ -](?:de )?(?P<y>\d{{4}})",
        rf"(?P<y>\d{{4}}) {_NAME} {_DAY_NUMBER}",
        r"(?P<y>\d{4})-(?P<m>\d{1,2})",
        rf"{_NAME},? (?:de )?(?P<y>\d{{4}})",
        r"(?P<y>\d{4})[年년]\s?(?P<m>\d{1,2})[月월]\s?(?P<d>\d{1,2})[日일]",
        r"(?P<y>\d{4})[年년]\s?(?P<m>\d{1,2})[月월]",
    )
)


def read_date(text: str) -> When | None:
    """Read a date in one of the usual notations; None when it cannot be read for sure.

    ``05/06/2026`` is refused: the order of day and month differs between countries.
    """
    text = text.strip()
    spaced = " ".join(text.split())
    for form in _FORMS:
        match = form.match(spaced)
        if match:
            iso = _iso(match.groupdict())
            return When(iso, text) if iso else None
    return None


def _iso(found: dict[str, str | None]) -> str:
    """Return the ISO form of the parts, or an empty string when they are no date."""
    year, day = int(found["y"] or 0), int(found.get("d") or 0)
    if found.get("either") is not None:
        month, day = _day_and_month(int(found["either"] or 0), int(found["other"] or 0))
    elif found.get("name"):
        month = MONTHS.get((found["name"] or "").lower(), 0)
    else:
        month = int(found.get("m") or 0)
    try:
        checked = dt.date(year, month, day if "d" in found or day else 1)
    except ValueError:
        return ""
    whole = checked.isoformat()
    return whole if day else whole[: len("2026-01")]


def _day_and_month(first: int, second: int) -> tuple[int, int]:
    """Return month and day where only one order is possible, else zeros."""
    if first > _MONTHS_IN_YEAR or first == second:
        return second, first
    return (first, second) if second > _MONTHS_IN_YEAR else (0, 0)
