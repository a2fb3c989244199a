"""Amounts as documents write them: ``< 200ms (p95)``, ``99.9 % uptime``, ``< $5K/month``.

What holds no amount stays the text it is. Units and why no library: :mod:`.units`.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.amount_phrases import as_range, in_one_unit
from sphinx_archdoc.model.numbers import NUMBER, one_group, to_float
from sphinx_archdoc.model.units import (
    CURRENCIES,
    DAY,
    counted_as,
    is_measured,
    is_of_things,
    unit_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


class Amount(NamedTuple):
    """A text with the first amount in it; without one the text alone.

    ``sign`` is ``<``, ``<=``, ``>``, ``>=``, ``=`` or empty; ``low`` and ``high`` are in ``unit``,
    with ``K`` and ``M`` multiplied out; ``statistic`` is what it is of (``p95``, ``average``).
    """

    text: str
    sign: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    statistic: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def dimension(self) -> str:
        """What is measured: ``s``, ``B``, ``%``, ``USD``, ``req/s``, or what is counted."""
        found = unit_of(self.unit)
        return found.dimension if found is not None else counted_as(self.unit)

    @property
    def base(self) -> tuple[float, float] | None:
        """The lowest and highest value in the base unit of the dimension; None: no amount."""
        if self.low is None or self.high is None:
            return None
        found = unit_of(self.unit)
        factor = found.factor if found is not None else 1.0
        return self.low * factor, self.high * factor


_SIGNS = {
    "≤": "<=", "=<": "<=", "<=": "<=", "≥": ">=", "=>": ">=", ">=": ">=", "<": "<", ">": ">",
    "=": "=", "max": "<=", "max.": "<=", "at most": "<=", "up to": "<=", "under": "<",
    "below": "<", "less than": "<", "not more than": "<=", "no more than": "<=",
    "höchstens": "<=", "maximal": "<=", "unter": "<", "weniger als": "<", "bis zu": "<=",
    "min.": ">=", "at least": ">=", "over": ">", "above": ">", "more than": ">",
    "mindestens": ">=", "über": ">", "mehr als": ">", "au plus": "<=", "au maximum": "<=",
    "jusqu'à": "<=", "moins de": "<", "inférieur à": "<", "au moins": ">=", "plus de": ">",
    "supérieur à": ">", "como máximo": "<=", "máximo": "<=", "hasta": "<=", "menos de": "<",
    "inferior a": "<", "al menos": ">=", "como mínimo": ">=", "mínimo": ">=", "más de": ">",
    "superior a": ">",
}  # fmt: skip
_SCALES = {
    "k": 1e3, "thousand": 1e3, "tsd": 1e3, "tsd.": 1e3, "M": 1e6, "mio": 1e6, "mio.": 1e6,
    "million": 1e6, "millions": 1e6, "millionen": 1e6, "millones": 1e6, "bn": 1e9, "billion": 1e9,
    "mrd": 1e9, "mrd.": 1e9, "t": 1e3,
}  # fmt: skip
_MONEY_SCALES = {"m": 1e6, "b": 1e9}
#: A text is looked at up to here.
_LOOKED_AT = 500
_LARGEST = 1e15

_MONEY = "|".join(sorted(map(re.escape, CURRENCIES), key=len, reverse=True))
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_SCALE = (
    r"(?:[kKM]|bn|[bm](?=\b))(?![\w%])|[kKMT](?=€|EUR\b)|"
    r"(?i:thousand|tsd\.?|mio\.?|millions?|millionen|millones|billion|mrd\.?)(?!\w)"
)
#: What stands between the ends of a range.
_TO = r"(?:-|–|—|\.\.+|…|\b(?i:to|bis|à|a)\b)"
_AMOUNT = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<sign>(?i:{_SIGN}))\s*+)?(?:[~≈]\s*+)?"
    rf"(?:(?P<money>(?i:{_MONEY}))\s*+)?(?P<low>{NUMBER})\s?(?P<lowscale>{_SCALE})?"
    rf"(?:\s*+(?:(?P<lowunit>[^\W\d_]+|%|[$€£])\s*+)?{_TO}"
    rf"\s*+(?:(?i:{_MONEY})\s*+)?"
    rf"(?P<high>{NUMBER})\s?(?P<highscale>{_SCALE})?)?"
    r"(?![\d:]|[./-]\d)\+?\s*(?P<unit>[^\d\s(),;|<>≤≥=:+–—-]"
    r"(?:[^\d(),;|<>≤≥=:+–—-]|(?<=[^\W\d_])-(?=[^\W\d_]))*)?"
)
_STATISTIC = re.compile(
    r"\b(?:(?P<p>p\d{1,2}(?:\.\d+)?)|(?P<nth>\d{1,2})th\s+percentile|"
    r"(?P<word>median|average|avg|mean|maximum|peak|minimum))\b",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\s\+\s")
_PARTED = re.compile(r"[,;]\s")
_SAME_STATISTIC = {
    "avg": "average", "mean": "average", "p50": "median", "peak": "maximum",
}  # fmt: skip


@lru_cache(maxsize=1024)
def read_amount(text: str) -> Amount:
    """Return the text with the first amount in it, if there is any."""
    found = _counted_together(text) or next(_amounts(text), None)
    return found._replace(text=text) if found is not None else Amount(text)


def _counted_together(text: str) -> Amount | None:
    """Return the sum of things that are counted one after the other: ``1 primary + 2 replicas``."""
    parts = [[*_amounts(part)] for part in _PLUS.split(text[:_LOOKED_AT])]
    ones = [found[0] for found in parts if len(found) == 1]
    if not 1 < len(ones) == len(parts) or any(unit_of(one.unit) or one.sign for one in ones):
        return None
    unit, *others = dict.fromkeys(one.unit for one in ones)
    low, high = (sum(getattr(one, end) for one in ones) for end in ("low", "high"))
    return Amount(text, "", low, high, "" if others else unit)


def read_amounts(text: str) -> tuple[Amount, ...]:
    """Return all amounts of a text (``150ms average, 180ms p95``)."""
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[Amount]:
    looked_at = text[:_LOOKED_AT]
    # The number of a percentile is no amount.
    plain = _STATISTIC.sub(lambda found: " " * len(found[0]), looked_at)
    plain = in_one_unit(as_range(plain))
    found = list(_AMOUNT.finditer(plain))
    starts = [0, *(match.end() for match in found)]
    ends = [*(match.start() for match in found[1:]), len(looked_at)]
    for match, start, end in zip(found, starts, ends, strict=False):
        amount = _amount(match, _statistic(looked_at, match, start, end))
        if amount is not None and _is_meant(match, amount, plain):
            yield amount


def _amount(match: re.Match[str], statistic: str) -> Amount | None:
    part = match.groupdict()
    high = part["high"] or part["low"]
    scales = (part["lowscale"] or part["highscale"], part["highscale"] or part["lowscale"])
    if not part["high"]:
        scales = (part["lowscale"], part["lowscale"])
    unit, words = _unit(part["unit"] or part["lowunit"] or "", part["money"] or "")
    factors = [_scale(scale or "", money=bool(part["money"])) for scale in scales]
    if None in factors:  # a unit that looks like a scale: 5 m
        unit, factors = scales[0] or "", [1.0, 1.0]
    measured, things = is_measured(unit), is_of_things(unit)
    values = [
        to_float(number, grouped=not measured and one_group(number, counted=things))
        * (factor or 1.0)
        for number, factor in zip((part["low"], high), factors, strict=True)
    ]
    if part["high"] and part["lowunit"] and part["unit"]:
        factor = _times(part["lowunit"], unit)
        if factor is None:
            return None
        values[0] *= factor
    if not all(math.isfinite(value) and abs(value) < _LARGEST for value in values):
        return None
    written = match[0] if not words else match[0].removesuffix(words)
    sign = _SIGNS.get((part["sign"] or "").casefold(), "")
    return Amount(written.strip(), sign, min(values), max(values), unit, statistic)


def _scale(word: str, *, money: bool) -> float | None:
    """Return the factor of a scale; None where the letter is a unit of its own."""
    if not word:
        return 1.0
    if word == "M":
        return 1e6
    factor = _MONEY_SCALES.get(word.casefold()) if money else None
    return factor or _SCALES.get(word.casefold())


def _times(low: str, unit: str) -> float | None:
    """Return how many of the one unit the other is, for ``30 min - 2 h``.

    None: of days and hours nobody knows whether a day has 24 hours or is a day of work.
    """
    one, other = unit_of(low), unit_of(unit)
    if one is None or other is None or one.dimension != other.dimension or one == other:
        return 1.0
    working = one.dimension == "s" and max(one.factor, other.factor) >= DAY
    return None if working else one.factor / other.factor


def _unit(written: str, money: str) -> tuple[str, str]:
    """Return the unit in the words after a number, and the words after the unit."""
    words = written.split()
    code = CURRENCIES.get(money.casefold(), "")
    for count in range(min(len(words), 4), -1 if code else 0, -1):
        found = unit_of(" ".join((code, *words[:count])))
        if found is not None:
            return found.name, " ".join(words[count:])
    return " ".join(words)[:60], ""


def _statistic(text: str, match: re.Match[str], start: int, end: int) -> str:
    """Return what an amount is of: said after it, else before it, up to a comma or another."""
    after = _PARTED.split(text[match.end("low") : end])[0]
    before = _PARTED.split(text[start : match.start()])[-1]
    found = _STATISTIC.search(after) or _STATISTIC.search(before)
    if found is None:
        return ""
    word = (found["p"] or (f"p{found['nth']}" if found["nth"] else found["word"])).casefold()
    return _SAME_STATISTIC.get(word, word)


def _is_meant(match: re.Match[str], amount: Amount, text: str) -> bool:
    """Tell an amount from a number in a sentence: after words it has a sign, unit or scale."""
    before = text[: match.start()].strip(" \t*_`:([,;~≈")
    part = match.groupdict()
    known = amount.sign or part["money"] or part["lowscale"] or unit_of(amount.unit)
    return bool(known) or not before


#: Units by the word for a single one.
_ONE = {
    "days": "day", "weeks": "week", "months": "month", "quarters": "quarter", "years": "year",
    "points": "point",
}  # fmt: skip


def shown(low: float, high: float, unit: str) -> str:
    """Return a range as text: ``77–95 days``; numbers keep at most two decimals."""
    ends = dict.fromkeys((_number(low), _number(high)))
    unit = _ONE.get(unit, unit) if [*ends] == ["1"] else unit
    space = "" if unit == "%" else " "
    return f"{'–'.join(ends)}{space}{unit}".strip()


def _number(value: float) -> str:
    text = f"{value:,.2f}" if abs(value) < 10 else f"{value:,.1f}"  # noqa: PLR2004 -- digits shown
    return text.rstrip("0").rstrip(".") if "." in text else text
