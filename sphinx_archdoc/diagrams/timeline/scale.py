"""The scale of a timeline: where a day is, and which ticks are drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sphinx_archdoc.diagrams.timeline.data import FIRST_DAY, LAST_DAY

#: Longest spans in days that are drawn in months, quarters and halves of years.
_MONTHLY, _QUARTERLY, _HALVES = 200, 1150, 2300
#: At most so many ticks; longer spans have one every 2, 5, 10, 20 … years.
_MOST_TICKS = 14


@dataclass(frozen=True, slots=True)
class Tick:
    """A part of the scale: its first day, the day after its last, and its label.

    ``year`` is set for the first part of each year.
    """

    start: int
    end: int
    label: str
    year: str = ""


def ticks(first: int, last: int) -> tuple[Tick, ...]:
    """Return the parts of a scale that holds these days: months, quarters, halves or years."""
    first, last = max(FIRST_DAY, min(first, last)), min(LAST_DAY, max(first, last))
    span = last - first + 1
    if span > _HALVES:
        return _years(first, last)
    months = 1 if span <= _MONTHLY else 3 if span <= _QUARTERLY else 6
    day = dt.date.fromordinal(first)
    at = day.year * 12 + (day.month - 1) // months * months
    found: list[Tick] = []
    while not found or found[-1].end <= last:
        start, end = _month(at), _month(at + months)
        year = str(at // 12) if at % 12 == 0 or not found else ""
        found.append(Tick(start, end, _name(at % 12, months), year))
        at += months
    return tuple(found)


def _name(month: int, months: int) -> str:
    """Return the label of a part: a number for months, which no language needs a word for."""
    if months == 1:
        return f"{month + 1:02d}"
    return f"{'Q' if months == 3 else 'H'}{month // months + 1}"  # noqa: PLR2004 -- quarters


def _years(first: int, last: int) -> tuple[Tick, ...]:
    start, end = dt.date.fromordinal(first).year, dt.date.fromordinal(last).year
    step = next(
        step
        for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000)
        if (end - start) // step < _MOST_TICKS
    )
    return tuple(
        Tick(_month(year * 12), _month((year + step) * 12), str(year))
        for year in range(start // step * step, end + 1, step)
    )


def _month(at: int) -> int:
    """Return the first day of a month, counted from the year 0; what no calendar has is cut."""
    year, month = divmod(at, 12)
    if year < 1:
        return FIRST_DAY
    if year > dt.MAXYEAR:
        return LAST_DAY + 1
    return dt.date(year, month + 1, 1).toordinal()
