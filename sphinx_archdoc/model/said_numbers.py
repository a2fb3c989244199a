"""Computed amounts in the language of the page: ``48,9–60,4 Tage`` for ``48.9–60.4 days``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.marking import mark

if TYPE_CHECKING:
    from collections.abc import Callable

#: How a language writes this number tells its signs.
_SAMPLE = mark("1,234.5")
_SIGNS = re.compile(r"1(\D?)234(\D)5")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
#: The names of units as they are computed.
_UNITS = {
    "day": mark("day"), "days": mark("days"), "week": mark("week"), "weeks": mark("weeks"),
    "month": mark("month"), "months": mark("months"), "quarter": mark("quarter"),
    "quarters": mark("quarters"), "year": mark("year"), "years": mark("years"),
}  # fmt: skip
_UNIT = re.compile(rf"(?<=\d )(?:{'|'.join(_UNITS)})\Z")


def in_language(text: str, say: Callable[[str], str]) -> str:
    """Return the text of a computed amount with the signs and units of a language."""
    found = _SIGNS.fullmatch(say(_SAMPLE))
    group, point = found.groups() if found else (",", ".")
    signs = str.maketrans({",": group, ".": point})
    text = _NUMBER.sub(lambda number: number[0].translate(signs), text)
    return _UNIT.sub(lambda unit: say(_UNITS[unit[0]]), text)
