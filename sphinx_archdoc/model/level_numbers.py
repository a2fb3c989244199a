"""Numbers in place of levels: ``4/5``, and for how likely something is ``30 %``."""

from __future__ import annotations

import re

from sphinx_archdoc.model.numbers import to_float

_COUNT = re.compile(r"(?P<at>\d{1,3})\s*(?:(?:/|of|von|out of)\s*(?P<top>\d{1,3}))?")
_SHARE = re.compile(
    r"(?P<sign>[<>≤≥~≈]=?\s*)?(?P<low>\d{1,3}(?:[.,]\d{1,3})?)\s*%?"
    r"(?:\s*[-–—]\s*(?P<high>\d{1,3}(?:[.,]\d{1,3})?)\s*)?\s*%"
)
_PART = re.compile(r"0?[.,]\d{1,3}")
#: A number above the steps of the scale, which says no more, counts up to five.
_USUAL = 5
_ALL = 100


def step_of(text: str, steps: int, *, share: bool) -> int | None:
    """Return the step, from 0, that a number names on a scale of so many; None: it is none.

    ``4/5`` keeps its place between the ends of the scale. With ``share`` a percentage counts in
    equal parts of the scale: of three steps, below a third, below two thirds, and the rest.
    """
    plain = text.strip(" *_")
    found = _COUNT.fullmatch(plain)
    if found:
        at, top = int(found["at"]), int(found["top"] or _USUAL)
        return _placed(at, top, steps) if at or found["top"] else None
    percent = _percent(plain) if share else None
    if percent is None or not 0 <= percent <= _ALL:
        return None
    return min(steps - 1, int(percent * steps / _ALL))


def _placed(at: int, top: int, steps: int) -> int | None:
    if top <= 1 or not 0 <= at <= top:
        return None
    # Half-way between two steps: towards the even one, so 2 of 5 is low, 4 of 5 is high.
    return max(0, round((at - 1) / (top - 1) * (steps - 1)))


def _percent(text: str) -> float | None:
    if _PART.fullmatch(text):
        return to_float(text if text[0].isdigit() else f"0{text}") * _ALL
    found = _SHARE.fullmatch(text)
    if not found:
        return None
    low = to_float(found["low"])
    return (low + to_float(found["high"])) / 2 if found["high"] else low
