"""Effort: ranges that add up, the totals that authors write, and the weeks a team needs.

Effort counts working time: a day has 8 hours, a week 5 days, a month 20 days.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.headers import amount_below
from sphinx_archdoc.model.inline import Span, plain
from sphinx_archdoc.model.quantities import Amount, shown
from sphinx_archdoc.model.units import WORK, counted_as, unit_of

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
#: Three points of one estimate: the whole goes from the lowest to the highest of them.
CASES = ("optimistic", "likely", "pessimistic")
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
    if word in WORK:
        return WORK[word]
    found = unit_of(word)
    return found.name if found is not None and found.dimension == "s" else counted_as(word)


def add(amounts: Iterable[Amount | Sum]) -> Sum | None:
    """Add amounts; None where there are none, or where they count different things.

    Times of different units add up in days. An amount without a unit takes that of the others.
    """
    ends, unit = _alike(amounts)
    return Sum(sum(low for low, _ in ends), sum(high for _, high in ends), unit) if ends else None


def across(amounts: Iterable[Amount | Sum]) -> Sum | None:
    """Return the range from the lowest to the highest; None where there is none, as in `add`."""
    ends, unit = _alike(amounts)
    return Sum(min(low for low, _ in ends), max(high for _, high in ends), unit) if ends else None


def _alike(amounts: Iterable[Amount | Sum]) -> tuple[list[tuple[float, float]], str]:
    """Return the ends of amounts in one unit, and the unit; no ends where that cannot be."""
    known = [item for item in amounts if item.low is not None and item.high is not None]
    units = {working_unit(item.unit) for item in known if item.unit}
    if len(units) > 1 and not (units <= _DAYS.keys() and all(item.unit for item in known)):
        return [], ""
    days = len(units) > 1
    factors = [_DAYS[working_unit(item.unit)] if days else 1 for item in known]
    ends = [
        ((item.low or 0) * factor, (item.high or 0) * factor)
        for item, factor in zip(known, factors, strict=True)
    ]
    # Of "1 day" and "3 days" the plural goes with a sum.
    return ends, "days" if days else max((item.unit for item in known), key=len, default="")


def same(written: Amount, right: Sum) -> bool:
    """Tell whether a written total is the sum, in any unit of working time."""
    ends = _side_by_side(written, right)
    return ends is not None and all(
        math.isclose(a, b, rel_tol=1e-9, abs_tol=_ROUNDED) for a, b in zip(*ends, strict=True)
    )


def within(written: Amount, right: Sum) -> bool:
    """Tell whether a written total lies inside a range, or counts something else."""
    ends = _side_by_side(written, right)
    if ends is None:
        return True
    (low, high), (least, most) = ends
    return least - _ROUNDED <= low and high <= most + _ROUNDED


def _side_by_side(
    written: Amount, right: Sum
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return the ends of both in one unit; None where they count different things."""
    mine = add([written])
    if mine is None:
        return None
    if mine.unit and right.unit and working_unit(mine.unit) != working_unit(right.unit):
        return (mine.days, right.days) if mine.days and right.days else None
    return (mine.low, mine.high), (right.low, right.high)


def parts_of(record: Record) -> list[tuple[str, Amount]]:
    """Return the names and amounts of the parts of an estimate, columns of one's own included."""
    declared = [(name, value) for name in _PARTS if (value := _known(record, name)) is not None]
    found = ((name, amount_below(name, _plain(value))) for name, value in record.extra)
    own = [(name, amount) for name, amount in found if may_be_part(name, amount)]
    return _parts(declared, own, _known(record, "total"))


def may_be_part(header: str, amount: Amount) -> bool:
    """Tell whether a number below a header of one's own may be an effort: a priority is none."""
    return bool(amount.unit) or _NO_EFFORT.fullmatch(header.casefold().strip(" .:?")) is None


#: Headers whose bare numbers are no effort.
_NO_EFFORT = re.compile(
    r"#|no|nr|id|prio\w*|rank\w*|order|risks?|complexity|confidence|sprints?|iterations?|releases?|"
    r"versions?|people|persons|fte|team(?: size)?|developers|(?:business )?value|tickets?|issues?|"
    r"weight|level|rang|risiko|komplexität|personen"
)


def _parts(
    declared: list[tuple[str, Amount]], own: list[tuple[str, Amount]], total: Amount | None
) -> list[tuple[str, Amount]]:
    """Return the parts of a whole: of the columns of one's own those that count the same.

    A single column beside a total is none (a cost, how long it takes).
    """
    beside = [total] if total is not None else []
    found = [*declared]
    for name, amount in own:
        others = [*beside, *(item for _, item in found)]
        if amount.low is not None and add([amount, *others]) is not None:
            found.append((name, amount))
    return found if declared or total is None or len(found) > 1 else []


#: The parts of an estimate that have fields of their own.
_PARTS = ("design", "development", "test")


def cases_of(record: Record) -> list[Amount]:
    """Return the amounts of an estimate by its three points."""
    return [value for name in CASES if (value := _known(record, name)) is not None]


def _known(record: Record, name: str) -> Amount | None:
    value = getattr(record, name, None)
    return value if isinstance(value, Amount) and value.low is not None else None


def sum_of_record(record: Record) -> Amount | None:
    """Return what an estimate comes to: the range of its cases, its parts added up, its total."""
    total = across(cases_of(record)) or add(amount for _, amount in parts_of(record))
    written = getattr(record, "total", None)
    if total is None:
        return written if isinstance(written, Amount) else None
    return Amount(str(total), "", total.low, total.high, total.unit)


def whole(named: Iterable[tuple[str, Amount]], total: Amount | None = None) -> Sum | None:
    """Return what the cells of a row come to, by the names of their fields.

    Columns of one's own have no name; they count where they are parts, beside a total too.
    """
    known = [(name, amount) for name, amount in named if amount.low is not None]
    cases = [amount for name, amount in known if name in CASES]
    if cases:
        return across(cases)
    declared = [item for item in known if item[0]]
    own = [item for item in known if not item[0]]
    return add(amount for _, amount in _parts(declared, own, total))


class Column(NamedTuple):
    """A column of a table that has a row of totals: its title, its cells, what is written below."""

    title: str
    cells: Sequence[str]
    written: str


def wrong_totals(columns: Iterable[Column]) -> list[tuple[str, str, Sum]]:
    """Return title, written total and right total of each column whose total is wrong."""
    found = []
    for column in columns:
        written = amount_below(column.title, column.written)
        amounts = [amount_below(column.title, cell) for cell in column.cells]
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
