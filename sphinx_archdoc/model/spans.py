"""Spans of time as people write them: a day, a month, a quarter, a half or a whole year."""

from __future__ import annotations

import datetime as dt
import re

from sphinx_archdoc.model.dates import read_date

#: First and last day, as ordinals.
Span = tuple[int, int]
_PART = re.compile(
    r"(?P<y>\d{4})(?:[-/ ]{0,3}(?P<sort>[QH])(?P<n>[1-4]))?"
    r"|(?P<sort2>[QH])(?P<n2>[1-4])[-/ ]{0,3}(?P<y2>\d{4})",
    re.IGNORECASE,
)
_WHOLE_MONTH = len("2026-01")


def read_span(text: str) -> Span | None:
    """Read ``2026-04-15``, ``2026-04``, ``2026-Q2``, ``H1 2026``, ``2026``; None: not readable.

    Any other date that ``model.dates`` reads counts too.
    """
    words = " ".join(text.split())
    found = _PART.fullmatch(words)
    if found:
        sort = (found["sort"] or found["sort2"] or "").upper()
        return _part(int(found["y"] or found["y2"]), sort, int(found["n"] or found["n2"] or 1))
    when = read_date(words)
    if when is None:
        return None
    if len(when.iso) == _WHOLE_MONTH:
        return _months(int(when.iso[:4]), int(when.iso[5:]), 1)
    day = dt.date.fromisoformat(when.iso).toordinal()
    return (day, day)


def _part(year: int, sort: str, number: int) -> Span | None:
    months = {"Q": 3, "H": 6}.get(sort, 12)
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
