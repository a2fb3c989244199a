"""The time in the title of a phase: ``Phase 1: Foundation (Q2 2026)``, ``Short-term (3-6 months)``.

What is a date by the words of ``model.spans`` is a start and an end; what is not, a horizon, which
becomes dates only from a given day. What only looks like a date (``Q5 2026``) is taken too: whoever
reads the value reports it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from sphinx_archdoc.formats.time_words import (
    AFTER,
    AND,
    DAYS,
    FROM,
    MONTH,
    NAME,
    PART,
    TO,
    UNIT,
    UNTIL,
    WHOLE_MONTHS,
)
from sphinx_archdoc.model.spans import read_span

_POINT = (
    r"(?:\d{4}-\d{2}(?:-\d{2})?|\d{4}[ -]?[QTHS]\d|[QTHS]\d[ -/]?\d{4}"
    rf"|(?:[A-Z][a-zäéû]{{2,9}}\.? )(?:\d{{1,2}},? )?\d{{4}}|{MONTH}|{PART}|\d{{4}})"
)
_TO = rf"\s*(?:{TO})\s*"
#: What stands before the end alone says the year: ``July to December 2026``, ``Q2-Q4 2026``.
_YEARLESS = rf"(?:{NAME}|[QTHS]\d)"
_SPAN = rf"(?:{_POINT}|{_YEARLESS}(?={_TO}))(?:{_TO}{_POINT})?"
_UNIT = rf"(?P<unit>{UNIT})\b"
_BEHIND = rf"(?P<low>\d{{1,3}})\s*(?:(?:{TO})\s*(?P<high>\d{{1,3}})|(?P<open>\+))?\s*{_UNIT}"
_BEFORE = rf"{_UNIT}\s*(?P<low>\d{{1,3}})(?:\s*(?:{TO})\s*(?P<high>\d{{1,3}}))?"
_DATED = re.compile(
    rf"(?:(?i:{FROM}) )?(?P<start>{_POINT}|{_YEARLESS}(?={_TO}))(?:{_TO}(?P<end>{_POINT}))?\Z"
    rf"|(?i:{UNTIL}) (?P<until>{_POINT})\Z"
)
_ID = r"(?=[\w.-]*\d)[A-Za-z][\w.]*(?:-[\w.]+)+"
_WAITS = re.compile(
    rf"(?P<time>.*?)(?:[,;]\s*|\A)(?:{AFTER})\s+(?P<ids>{_ID}(?:\s*(?:{AND})\s*{_ID})*)\Z",
    re.IGNORECASE,
)
_AND = re.compile(rf"\s*(?:{AND})\s*(?={_ID})", re.IGNORECASE)
_SPANS = (re.compile(rf"{_BEHIND}\Z", re.IGNORECASE), re.compile(rf"{_BEFORE}\Z", re.IGNORECASE))
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{1,80})[)\]]\s*:?\s*\Z")
_TAIL = re.compile(rf"\s*(?:,|–|—|\s-)\s+(?P<inside>{_SPAN})\s*:?\s*\Z")
_LEAD = re.compile(rf"(?P<inside>{_SPAN})\s*(?::|–|—|\s-)\s+(?=\S)")
#: How long a horizon without an end is drawn, in its own units.
_OPEN = 6
_LONGEST = 300


class Phase(NamedTuple):
    """A title without its time, and the time: dates as written, or a horizon.

    ``after`` are ids of what must be done before, with commas.
    """

    title: str
    start: str = ""
    end: str = ""
    horizon: str = ""
    after: str = ""


def read_phase(title: str) -> Phase:
    """Read the title of a phase."""
    title = " ".join(title[:_LONGEST].split())
    for pattern in (_BRACKETS, _TAIL, _LEAD):
        match = pattern.match(title) if pattern is _LEAD else pattern.search(title)
        if match is None:
            continue
        inside = match["inside"].strip()
        rest = (title[: match.start()] + title[match.end() :]).strip().rstrip(":").strip()
        waits = _WAITS.match(inside)
        after = _AND.sub(", ", waits["ids"]) if waits else ""
        inside = waits["time"].strip() if waits else inside
        dated = _DATED.match(inside)
        if dated:
            end = dated["until"] or dated["end"] or ""
            return Phase(rest or title, _with_year(dated["start"] or "", end), end, after=after)
        if any(span.match(inside) for span in _SPANS):
            return Phase(rest or title, horizon=inside, after=after)
        if after and not inside:
            return Phase(rest or title, after=after)
    return Phase(title.rstrip(":").strip())


def _with_year(start: str, end: str) -> str:
    """Return a start with the year of its end, or the year before if it would come after it."""
    year = re.search(r"\d{4}", end)
    if not start or not year or re.search(r"\d{4}", start):
        return start
    for said in (f"{start} {year[0]}", f"{start} {int(year[0]) - 1}"):
        first, last = read_span(said), read_span(end)
        if first is None or last is None or first[0] <= last[0]:
            return said
    return start


def dates_of(horizon: str, base: dt.date) -> tuple[str, str]:
    """Return the first and the last day of a horizon that counts from a day; empty: unreadable.

    ``3-6 months`` begins three months from then; ``months 3-6`` with the third month.
    """
    for counted, span in enumerate(_SPANS):
        match = span.match(" ".join(horizon.split()))
        if match is None:
            continue
        low = int(match["low"]) - counted
        high = int(match["high"] or 0) or (low + _OPEN if _is_open(match) else low + 1)
        if not counted and not match["high"] and not _is_open(match):
            low, high = 0, int(match["low"])
        unit = match["unit"].lower()
        try:
            first = _later(base, low, unit)
            last = _later(base, max(high, low), unit) - dt.timedelta(days=1)
        except (ValueError, OverflowError):
            return "", ""
        return first.isoformat(), max(first, last).isoformat()
    return "", ""


def _is_open(match: re.Match[str]) -> bool:
    return "open" in match.re.groupindex and match["open"] is not None


def _later(base: dt.date, count: int, unit: str) -> dt.date:
    if unit in DAYS:
        return base + dt.timedelta(days=count * DAYS[unit])
    months = base.year * 12 + base.month - 1 + count * WHOLE_MONTHS[unit]
    year, month = divmod(months, 12)
    for day in range(base.day, 27, -1):
        try:
            return dt.date(year, month + 1, day)
        except ValueError:
            continue
    return dt.date(year, month + 1, min(base.day, 28))
