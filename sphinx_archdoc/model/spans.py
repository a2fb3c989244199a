"""Spans of time as people write them: a day, a month, a quarter, a half or a whole year."""

from __future__ import annotations

import datetime as dt
import re

from sphinx_archdoc.model.dates import When, read_date

#: First and last day, as ordinals.
Span = tuple[int, int]
_PART = re.compile(
    r"(?P<y>\d{4})(?:[-/ ]{0,3}(?P<sort>[QTHS])(?P<n>[1-4]))?"
    r"|(?P<sort2>[QTHS])(?P<n2>[1-4])[-/ ]{0,3}(?P<y2>\d{4})"
    r"|(?P<n3>[1-4])(?:\.|er|º|\.º|e|ème|st|nd|rd|th)? ?"
    r"(?P<sort3>quartal|quarter|trimestre|semestre|halbjahr) (?:de )?(?P<y3>\d{4})",
    re.IGNORECASE,
)
_WHOLE_MONTH = len("2026-01")


def read_span(text: str) -> Span | None:
    """Read ``2026-04-15``, ``2026-04``, ``2026-Q2``, ``H1 2026``, ``2026``; None: not readable.

    In French and Spanish a quarter is ``T2``, a half ``S1``. Any other date that ``model.dates``
    reads counts too.
    """
    words = " ".join(text.split())
    found = _PART.fullmatch(words)
    if found:
        sort = (found["sort"] or found["sort2"] or found["sort3"] or "").upper()
        number = int(found["n"] or found["n2"] or found["n3"] or 1)
        return _part(int(found["y"] or found["y2"] or found["y3"]), sort, number)
    when = read_date(words)
    if when is None:
        return None
    if len(when.iso) == _WHOLE_MONTH:
        return _months(int(when.iso[:4]), int(when.iso[5:]), 1)
    day = dt.date.fromisoformat(when.iso).toordinal()
    return (day, day)


def _part(year: int, sort: str, number: int) -> Span | None:
    months = {"Q": 3, "T": 3, "H": 6, "S": 6}.get(sort[:1], 12)
    return _months(year, (number - 1) * months + 1, months)


def _months(year: int, month: int, count: int) -> Span | None:
    """Return some months of a year; None where there are none such."""
    end = year * 12 + month - 1 + count
    try:
        first = dt.date(year, month, 1).toordinal()
        if end // 12 > dt.MAXYEAR:
            return (first, dt.date.max.toordinal())
        return (first, dt.date(end // 12, end % 12 + 1, 1).toordinal() - 1)
    except ValueError:
        return None


_ABOUT = re.compile(
    r"(?:(?:by )?(?:the )?end of|late|mid|early|ende|mitte|anfang|(?:la )?fin(?: de)?|mi|début"
    r"|finales de|fines de|mediados de|principios de)[ -]",
    re.IGNORECASE,
)


def by_when(text: str) -> When | None:
    """Return the month in which a span ends: ``Q3 2026``, ``end of June 2026``; None: no span."""
    span = read_span(_ABOUT.sub("", " ".join(text.split()), count=1))
    return When(dt.date.fromordinal(span[1]).isoformat()[:_WHOLE_MONTH], text) if span else None
