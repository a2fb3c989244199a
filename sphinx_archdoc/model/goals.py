"""Goals: a target against what was measured, and what a figure of availability allows."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.quantities import Amount, read_amounts, shown
from sphinx_archdoc.model.units import DAY, YEAR
from sphinx_archdoc.model.vocabulary import Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record

#: Of these less is better, of other percentages and counts more.
_LESS_IS_BETTER = re.compile(
    r"\b(?:error|errors|failure|failures|fehler\w*|loss|lost|churn|latenc\w+|cost|costs|kosten|"
    r"downtime|ausfall\w*|budget|rto|rpo|mttr|mttd|recovery|cpu|memory|load|utili[sz]ation|"
    r"erreurs?|échecs?|pannes?|pertes?|latence|coûts?|errores|fallos?|pérdidas?|latencia|costes?|"
    r"latenz\w*|verlust\w*|auslastung|verbrauch|consumption|consommation|consumo)\b"
)
_AVAILABLE = re.compile(
    r"\b(?:availab\w+|uptime|verfügbarkeit|disponibilité|disponibilidad|sla|slo)\b"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_PERIODS = {"month": YEAR / 12, "year": YEAR, "30-days": 30 * DAY}


def verdict(record: Record) -> Word | None:
    """Return ``met`` or ``missed`` as the numbers of a goal say; None: they say neither."""
    target = _text(record, "target")
    key = compared(target, _text(record, "measured"), about=f"{record.title} {target}")
    return Word(key, key) if key else None


def compared(target: str, measured: str, *, about: str = "") -> str:
    """Compare what was measured with the target: ``met``, ``missed``, or empty for unknown.

    A target without a sign is at least reached by percentages and counts, at most by times and
    money; ``about`` may say otherwise (an error rate). Amounts of different statistics (an average
    against a p95) do not compare.
    """
    found = read_amounts(measured)
    results = [_one(goal, found, about or target) for goal in read_amounts(target)[:1]]
    return results[0] if results else ""


def as_compared(target: object, measured: object) -> object:
    """Return what was measured with the amount that is compared with the target, not the first."""
    if not isinstance(target, Amount) or not isinstance(measured, Amount):
        return measured
    goal = next(iter(read_amounts(target.text)), None)
    chosen = _chosen(goal, read_amounts(measured.text)) if goal else None
    return chosen._replace(text=measured.text) if chosen else measured


def _chosen(goal: Amount, measured: tuple[Amount, ...]) -> Amount | None:
    fitting = [item for item in measured if _fits(goal, item)]
    same = [item for item in fitting if item.statistic == goal.statistic]
    plain_ones = [item for item in fitting if not item.statistic or not goal.statistic]
    return next(iter(same or plain_ones), None)


def _one(goal: Amount, measured: tuple[Amount, ...], about: str) -> str:
    chosen = _chosen(goal, measured)
    if chosen is None:
        return ""
    sign = goal.sign or _direction(goal, about)
    return _judged(sign, goal, chosen)


def _fits(goal: Amount, item: Amount) -> bool:
    """Tell whether two amounts measure the same; a bare number measures anything."""
    if goal.base is None or item.base is None:
        return False
    if goal.dimension == "%" and not item.unit and item.base[1] <= 1 < goal.base[1]:
        return False  # 0.93 may be a share or less than one percent
    return goal.dimension == item.dimension or not item.unit or not goal.unit


def _direction(goal: Amount, about: str) -> str:
    # What stands in brackets explains: "99.9 % uptime (8.76 hours of downtime a year)".
    words = _BRACKETS.sub(" ", about.casefold())
    less = _LESS_IS_BETTER.search(words)
    at_most = goal.dimension == "s" or goal.dimension.startswith(("USD", "EUR", "GBP", "CHF"))
    return "<=" if less or at_most else ">="


def _judged(sign: str, goal: Amount, item: Amount) -> str:
    low, high = _comparable(item, goal)
    wanted = goal.base
    assert wanted is not None  # noqa: S101 -- seen by _fits
    if sign.startswith("<"):
        return _bounded(high, low, wanted[1], strict=sign == "<", open_end=item.sign[:1] == ">")
    if sign.startswith(">"):
        return _bounded(-low, -high, -wanted[0], strict=sign == ">", open_end=item.sign[:1] == "<")
    within = wanted[0] <= low and high <= wanted[1]
    return "met" if within or math.isclose(low, wanted[0]) else "missed"


def _comparable(item: Amount, goal: Amount) -> tuple[float, float]:
    """Return what was measured in the base unit; a bare number is in the unit of the target."""
    counted = item if item.unit else item._replace(unit=goal.unit)
    assert counted.base is not None  # noqa: S101 -- seen by _fits
    return counted.base


def _bounded(worst: float, best: float, limit: float, *, strict: bool, open_end: bool) -> str:
    if open_end:  # "> 150 ms" may be anything above
        return "missed" if best >= limit else ""
    equal = math.isclose(worst, limit, rel_tol=1e-9)
    return "met" if (equal and not strict) or (worst < limit and not equal) else "missed"


# -- availability --------------------------------------------------------------------------------


def availability(record: Record) -> float | None:
    """Return the availability a goal asks for in percent; None: it is another goal."""
    target = _text(record, "target")
    for amount in read_amounts(target):
        asks = _AVAILABLE.search(f"{record.title} {target}".casefold())
        if amount.dimension == "%" and amount.low is not None and asks:
            return amount.low if 0 < amount.low <= 100 else None  # noqa: PLR2004 -- percent
    return None


def error_budget(record: Record) -> str:
    """Return the share of time that may be lost: ``0.1 %``."""
    share = availability(record)
    return "" if share is None else f"{float(f'{100 - share:.6g}'):g} %"


def downtime_month(record: Record) -> str:
    """Return the downtime allowed in a twelfth of a year."""
    return _downtime(record, "month")


def downtime_30_days(record: Record) -> str:
    """Return the downtime allowed in 30 days: 43.2 min for 99.9 %."""
    return _downtime(record, "30-days")


def downtime_year(record: Record) -> str:
    """Return the downtime allowed in 365 days: 8.76 h for 99.9 %."""
    return _downtime(record, "year")


def _downtime(record: Record, period: str) -> str:
    share = availability(record)
    return "" if share is None else duration(_PERIODS[period] * (100 - share) / 100)


def duration(seconds: float) -> str:
    """Return a time in the unit that suits it: ``43.2 min``, ``8.76 h``."""
    for size, unit in ((2 * DAY, "days"), (3600, "h"), (60, "min")):
        if seconds >= size:
            value = seconds / (DAY if unit == "days" else size)
            return shown(value, value, unit)
    return shown(seconds, seconds, "s")


def _text(record: Record, name: str) -> str:
    value: Any = getattr(record, name, "")
    if isinstance(value, tuple) and not isinstance(value, Amount):
        return plain(value)
    return str(value or "")
