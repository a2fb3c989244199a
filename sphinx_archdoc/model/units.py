"""Units of measure as architecture documents write them, with their size in a base unit.

Own table and no library: of those that were tried, pint takes 240 ms to load and reads ``$5K`` as
five kelvin, pytimeparse knows durations only, price-parser loses the ``K``; none reads a comparison
or a range. Data sizes follow IEC 80000-13: ``kB`` is 1000 bytes, ``KiB`` 1024.
"""

from __future__ import annotations

from typing import NamedTuple

DAY = 86400.0
YEAR = 365 * DAY


class Unit(NamedTuple):
    """What a unit measures (empty: a count of things), its size in the base unit, and its name."""

    dimension: str
    factor: float
    name: str


_TIME: dict[str, tuple[float, str]] = {
    "ns": (1e-9, "nanosecond nanoseconds"),
    "µs": (1e-6, "us μs microsecond microseconds"),
    "ms": (1e-3, "msec msecs millisecond milliseconds millisekunden"),
    "s": (1, "sec secs second seconds sek sekunde sekunden secondes segundos"),
    "min": (60, "m mins minute minutes minuten minutos"),
    "h": (3600, "hr hrs hour hours std stunde stunden heure heures hora horas"),
    "days": (DAY, "d j day tag tage tagen jour jours día días dia dias"),
    "weeks": (7 * DAY, "w wk wks week woche wochen semaine semaines semana semanas"),
    "months": (YEAR / 12, "mo month monat monate monaten mois mes meses mth"),
    "quarters": (YEAR / 4, "quarter quartal quartale trimestre"),
    "years": (YEAR, "y yr yrs year a jahr jahre jahren an ans année années año años"),
}
_DATA = {"B": 1.0, "byte": 1.0, "bytes": 1.0} | {
    prefix + unit: size**power * (1.0 if unit in ("B", "iB") else 0.125)
    for power, letter in enumerate("KMGTPE", 1)
    for size, unit in ((1000, "B"), (1024, "iB"), (1000, "bit"), (1000, "b"))
    for prefix in {letter, letter.lower() if letter == "K" else letter}
}
#: Rates with a name of their own: what is counted each second.
_RATES = {"rps": "req", "qps": "query", "tps": "transaction", "iops": "operation", "hz": "event"}
_BIT_RATES = {"kbps": 125.0, "mbps": 125e3, "gbps": 125e6, "tbps": 125e9}
#: Words for the same things counted.
_SAME = {
    "request": "req", "requests": "req", "reqs": "req", "anfragen": "req", "queries": "query",
    "txn": "transaction", "txns": "transaction", "tx": "transaction", "msg": "message",
    "msgs": "message",
}  # fmt: skip
_PERCENT = {
    "%": 1.0, "percent": 1.0, "prozent": 1.0, "pct": 1.0, "‰": 0.1, "pp": 1.0, "bp": 0.01,
}  # fmt: skip
#: Working time with a name of its own.
WORK = {
    "person days": "days", "person day": "days", "man days": "days", "man day": "days",
    "work days": "days", "working days": "days", "business days": "days", "pd": "days",
    "md": "days", "pt": "days", "personentage": "days", "personentag": "days",
    "persontage": "days", "personenwochen": "weeks", "personenstunden": "h",
    "person weeks": "weeks", "person week": "weeks", "pw": "weeks", "person months": "months",
    "person month": "months", "pm": "months", "personenmonate": "months", "person hours": "h",
    "man hours": "h", "ph": "h", "jh": "days", "j/h": "days", "j.h": "days", "jour homme": "days",
    "jours homme": "days", "jours hommes": "days", "jours personne": "days", "día persona": "days",
    "días persona": "days", "días hombre": "days", "jornada": "days", "jornadas": "days",
}  # fmt: skip
CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR",
    "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY",
    "jpy": "JPY", "₹": "INR", "inr": "INR", "chf": "CHF",
}  # fmt: skip

_UNITS: dict[str, Unit] = {
    word: Unit("s", factor, name)
    for name, (factor, words) in _TIME.items()
    for word in (name, *words.split())
}
_UNITS |= {
    word: Unit("%", factor, "%" if factor == 1 else word) for word, factor in _PERCENT.items()
}
_UNITS |= {word: Unit(code, 1, code) for word, code in CURRENCIES.items()}
_UNITS |= {word: Unit(f"{what}/s", 1, f"{what}/s") for word, what in _RATES.items()}
_UNITS |= {word: Unit("B/s", size, word) for word, size in _BIT_RATES.items()}


def unit_of(word: str) -> Unit | None:
    """Return the unit that a word names, ``%`` and rates (``req/s``, ``EUR per month``) included.

    None: it is no unit known here; then it is a name for what is counted (``users``).
    """
    word = " ".join(word.split())
    if word in _DATA:  # the case counts: MB is no mb
        return Unit("B", _DATA[word], word)
    found = _UNITS.get(word.casefold())
    if found is not None:
        return found
    counted, sign, time = _parted(word)
    each = _UNITS.get(time.casefold().strip()) if sign else None
    if each is None or each.dimension != "s":
        return None
    top = unit_of(counted.strip()) if counted.strip() else Unit("", 1, "")
    if top is None:
        name = counted.casefold().strip()
        top = Unit(_SAME.get(name, name), 1, _SAME.get(name, name))
    one = each.name.removesuffix("s") or "s"
    return Unit(f"{top.dimension}/s", top.factor / each.factor, f"{top.name}/{one}")


def counted_as(word: str) -> str:
    """Return the form in which names of what is counted are compared: one, in lower case."""
    name = " ".join(word.casefold().split())
    known = _SAME.get(name, name)
    return known[:-1] if known.endswith("s") and not known.endswith("ss") else known


#: What is measured and not counted, though no unit known here.
_MEASURED = {"kwh", "mwh", "gwh", "kva", "ppm", "liter", "litre", "litres", "litros", "meter"}


def is_measured(word: str) -> bool:
    """Tell whether a unit is one of time or data, or a share: such numbers have decimals."""
    found = unit_of(word)
    return found is not None and found.dimension in ("s", "B", "B/s", "%")


def is_of_things(word: str) -> bool:
    """Tell whether a unit counts money or whole things (``users``)."""
    found = unit_of(word)
    name = (found.dimension if found is not None else word.casefold()).partition("/")[0].strip()
    whole = name in CURRENCIES.values() or len(name) > 2  # noqa: PLR2004 -- kg, km, t, °C
    return whole and name not in _MEASURED and not is_measured(word)


def _parted(word: str) -> tuple[str, str, str]:
    for sign in ("/", " per ", " pro ", " par ", " por "):
        head, found, tail = f" {word} ".partition(sign)
        if found:
            return head, found, tail
    return word, "", ""
