"""Effort: ranges that add up, the totals that authors write, and the weeks a team needs.

Effort counts working time: a day has 8 hours, a week 5 days, a month 20 days.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.inline import Span, plain
from sphinx_archdoc.model.quantities import Amount, read_amount, shown
from sphinx_archdoc.model.units import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_archdoc.model.record import Record

HOURS_A_DAY = 8
DAYS_A_WEEK = 5
DAYS_A_MONTH = 20

_DAYS = {
    "h": 1 / HOURS_A_DAY, "min": 1 / HOURS_A_DAY / 60, "days": 1.0, "weeks": float(DAYS_A_WEEK),
    "months": float(DAYS_A_MONTH), "quarters": 3.0 * DAYS_A_MONTH, "years": 12.0 * DAYS_A_MONTH,
}  # fmt: skip
#: Working time with a name of its own.
_WORK = {
    "person days": "days", "person day": "days", "man days": "days", "man day": "days",
    "work days": "days", "working days": "days", "business days": "days", "pd": "days",
    "md": "days", "pt": "days", "personentage": "days", "personentag": "days",
    "person weeks": "weeks", "person week": "weeks", "pw": "weeks", "person months": "months",
    "person month": "months", "pm": "months", "personenmonate": "months", "person hours": "h",
    "man hours": "h", "ph": "h",
}  # fmt: skip
#: Words that head a row or column of totals.
TOTALS = (
    "total", "totals", "grand total", "subtotal", "sum", "summe", "gesamt", "gesamtsumme",
    "overall", "somme", "total général", "suma", "total general",
)  # fmt: skip
#: How far a written number may be off: it was rounded.
_ROUNDED = 0.005


class Sum(NamedTuple):
    """Amounts of one unit added up."""

    low: float
    high: float
    unit: str

    def __str__(self) -> str:
        return shown(self.low, self.high, self.unit)

    @property
    def days(self) -> tuple[float, float] | None:
        """The working days of it; None: it counts something else."""
        factor = _DAYS.get(working_unit(self.unit))
        return None if factor is None else (self.low * factor, self.high * factor)


def working_unit(unit: str) -> str:
    """Return the unit of working time that a word names, or the word."""
    word = " ".join(unit.casefold().replace("-", " ").split())
    if word in _WORK:
        return _WORK[word]
    found = unit_of(word)
    return found.name if found is not None and found.dimension == "s" else word


def add(amounts: Iterable[Amount | Sum]) -> Sum | None:
    """Add amounts; None where there are none, or where they count different things.

    Times of different units add up in days. An amount without a unit takes that of the others.
    """
    known = [item for item in amounts if item.low is not None and item.high is not None]
    units = {working_unit(item.unit): item.unit for item in known if item.unit}
    if not known:
        return None
    if len(units) <= 1:
        unit = next(iter(units.values()), "")
        return Sum(
            sum(item.low or 0 for item in known), sum(item.high or 0 for item in known), unit
        )
    if not units.keys() <= _DAYS.keys() or not all(item.unit for item in known):
        return None
    factors = [_DAYS[working_unit(item.unit)] for item in known]
    pairs = list(zip(known, factors, strict=True))
    low = sum((item.low or 0) * factor for item, factor in pairs)
    high = sum((item.high or 0) * factor for item, factor in pairs)
    return Sum(low, high, "days")


def same(written: Amount, right: Sum) -> bool:
    """Tell whether a written total is the sum, in any unit of working time."""
    mine = add([written])
    if mine is None:
        return False
    one, other = (mine.low, mine.high), (right.low, right.high)
    if mine.unit and right.unit and working_unit(mine.unit) != working_unit(right.unit):
        if mine.days is None or right.days is None:
            return False
        one, other = mine.days, right.days
    return all(
        math.isclose(a, b, rel_tol=1e-9, abs_tol=_ROUNDED) for a, b in zip(one, other, strict=True)
    )


def is_total(text: str) -> bool:
    """Tell whether a word heads totals (``**TOTAL**``, ``Total:``, ``Summe``)."""
    return " ".join(text.casefold().strip(" *_:.").split()) in TOTALS


def parts_of(record: Record) -> list[tuple[str, Amount]]:
    """Return the names and amounts of the parts of an estimate, columns of one's own included."""
    found = [
        (name, value)
        for name in ("design", "development", "test")
        if isinstance(value := getattr(record, name, None), Amount) and value.low is not None
    ]
    for name, value in record.extra:
        amount = read_amount(_plain(value))
        if amount.low is not None and add([amount, *(item for _, item in found)]) is not None:
            found.append((name, amount))
    return found


def sum_of_record(record: Record) -> Amount | None:
    """Return the parts of an estimate added up; the written total where there are no parts."""
    total = add(amount for _, amount in parts_of(record))
    written = getattr(record, "total", None)
    if total is None:
        return written if isinstance(written, Amount) else None
    return Amount(str(total), "", total.low, total.high, total.unit)


class Column(NamedTuple):
    """A column of a table that has a row of totals: its title, its cells, what is written below."""

    title: str
    cells: Sequence[str]
    written: str


def wrong_totals(columns: Iterable[Column]) -> list[tuple[str, str, Sum]]:
    """Return title, written total and right total of each column whose total is wrong."""
    found = []
    for column in columns:
        written = read_amount(column.written.strip(" *_"))
        amounts = [read_amount(cell.strip(" *_")) for cell in column.cells]
        right = add(amounts)
        if written.low is not None and right is not None and not same(written, right):
            found.append((column.title, column.written.strip(" *_"), right))
    return found


def weeks(work: Sum, people: float, buffer: float = 0.0) -> Sum | None:
    """Return the calendar weeks that so many people need; ``buffer`` is a share (0.2)."""
    if work.days is None or people <= 0:
        return None
    low, high = (days * (1 + buffer) / people / DAYS_A_WEEK for days in work.days)
    return Sum(low, high, "weeks")


#: The parts of a whole in which bars are measured.
SCALE = 1000


def spans(amounts: Sequence[Amount | None]) -> list[tuple[int, int]]:
    """Return where each range begins and ends on a scale from 0 to the largest, in thousandths.

    (0, 0) is no bar: of no amount, and of all where the amounts count different things.
    """
    sums = [add([item]) if item is not None and item.low is not None else None for item in amounts]
    known = [item for item in sums if item is not None]
    if add(known) is None:
        return [(0, 0)] * len(amounts)
    sized = [item and (item.days or (item.low, item.high)) for item in sums]
    most = max(max(abs(end) for end in size) for size in sized if size)
    if not most:
        return [(0, 0)] * len(amounts)
    return [
        (round(size[0] / most * SCALE), round(size[1] / most * SCALE))
        if size and size[0] >= 0
        else (0, 0)
        for size in sized
    ]


def _plain(value: object) -> str:
    if isinstance(value, tuple) and all(isinstance(span, Span) for span in value):
        return plain(value)
    return str(value)
