"""Amounts said in more words than one: ``3 h 20 min``, ``1h30m``, ``between 5 and 7 days``."""

from __future__ import annotations

import itertools
import re

from sphinx_archdoc.model.units import DAY, unit_of

_WORD = r"[^\W\d_]{1,12}"
_NEXT = r"\s*+(?:(?:,|(?i:and|und|et|y)\b)\s*+)?"
_CHAIN = re.compile(
    rf"(?<![\w.,:/-])\d{{1,4}}\s?{_WORD}\.?(?:{_NEXT}\d{{1,4}}\s?{_WORD}\.?)+(?![\w%/])"
    rf"|(?<![\w.,:/-])\d{{1,4}}h\d\d(?!\w|[.,]\d)"
)
_PIECE = re.compile(rf"(\d{{1,4}})\s?({_WORD})?")
#: Units that are also words between two numbers: ``5 a 7 días``, ``entre 5 y 7``.
_TO = ("a", "y")
#: The smallest unit of a chain, by its size in seconds.
_SMALLEST = {3600.0: "h", 60.0: "m", 1.0: "s"}


_BETWEEN = re.compile(
    r"\b(?i:between|zwischen|entre)(?=\s)(?P<low>\s[^\W_]{1,9}(?:[.,]\d{1,3})?(?:\s[^\W\d_]{1,12})?)"
    r"\s(?P<to>(?i:and|und|et|y))(?=\s\d)"
)


def as_range(text: str) -> str:
    """Return a text of the same length with ``5 – 7`` for ``between 5 and 7``."""
    return _BETWEEN.sub(_ranged, text)


def _ranged(found: re.Match[str]) -> str:
    said = f"{found['low']} –"
    return said.rjust(len(found[0]))


def in_one_unit(text: str) -> str:
    """Return a text of the same length in which each time of two units is said in its smallest.

    Of days and hours nobody knows whether a day has 24 hours or is a day of work: blanks stand
    there, and so does no amount.
    """
    return _CHAIN.sub(_said_once, text)


def _said_once(found: re.Match[str]) -> str:
    pieces = [(int(number), word) for number, word in _PIECE.findall(found[0])]
    sizes = [_size(word) for _, word in pieces]
    if sizes[:1] == [3600] and not pieces[-1][1]:
        sizes[-1] = 60.0  # 2h45
    if not all(sizes) or any(a <= b for a, b in itertools.pairwise(sizes)):
        return found[0]
    if sizes[0] >= DAY:
        return " " * len(found[0])
    smallest = _SMALLEST.get(sizes[-1], "")
    if not smallest:
        return found[0]  # 5 s, 200 ms: two times, rather than one
    total = sum(number * size for (number, _), size in zip(pieces, sizes, strict=True))
    said = f"{total / sizes[-1]:.0f}{smallest}"
    return said.ljust(len(found[0])) if len(said) <= len(found[0]) else found[0]


def _size(word: str) -> float:
    unit = unit_of(word) if word and word.casefold() not in _TO else None
    return unit.factor if unit is not None and unit.dimension == "s" else 0.0
