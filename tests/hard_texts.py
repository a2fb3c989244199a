"""Texts that are hard for a pattern, and how many more steps twice of them takes."""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from regex_steps import CHARACTERS, REPEATS, Steps, TooManyStepsError

#: Twice the text may take this much more; a quadratic pattern takes four times.
GROWTH = 2.6
_ENDLESS = 100  # a pattern that may repeat so often is tried with long texts
#: What classes are tried with to find characters that they hold.
_TRIED = " a1-:.\"'=<>[](){}*_`;,/|#~\t\n\\é@%"
#: What ends a text so that no pattern fits it to its end: neither a dot nor a negated class alone.
_NOTHING_FITS = "\0\n\0"


def hard_texts(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return what to begin with and what to repeat, for each part that may repeat without end."""
    steps = Steps(pattern)
    found: dict[tuple[str, str], None] = {}
    _hard(steps, list(steps.tree), "", found)
    return list(found)


def _hard(steps: Steps, items: list[Any], before: str, found: dict[tuple[str, str], None]) -> str:
    for kind, value in items:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            least, most, inner = value
            if int(most) >= _ENDLESS:
                for pump in filter(None, _samples(steps, list(inner))):
                    found[before, pump] = None
            _hard(steps, list(inner), before, found)
            before += _samples(steps, list(inner))[0] * least
            continue
        if kind is op.SUBPATTERN:
            before = _hard(steps, list(value[3]), before, found)
            continue
        if kind is op.BRANCH:
            ends = [_hard(steps, list(branch), before, found) for branch in value[1]]
            before = ends[0]
            continue
        before += _samples(steps, [(kind, value)])[0]
    return before


def _samples(steps: Steps, items: list[Any]) -> list[str]:
    """Return some short texts that items match."""
    made = [""]
    for kind, value in items:
        made = [text + more for text in made for more in _sample(steps, kind, value)][:6]
    return made


def _sample(steps: Steps, kind: Any, value: Any) -> list[str]:
    if kind is op.LITERAL:
        return [chr(value)]
    if kind in CHARACTERS:
        held = [char for char in _TRIED if steps.holds(kind, value, char)]
        listed = [chr(v) for k, v in value if k is op.LITERAL] if kind is op.IN else []
        return held[:4] or listed[:1] or [""]
    if kind is op.SUBPATTERN:
        return _samples(steps, list(value[3]))
    if kind is op.BRANCH:
        return [text for branch in value[1] for text in _samples(steps, list(branch))][:8]
    if kind in REPEATS:
        return [text * max(value[0], 1) for text in _samples(steps, list(value[2]))][:8]
    return [""]


def grows(
    pattern: re.Pattern[str], factor: float = GROWTH, *, searched: bool = False, size: int = 24
) -> str:
    """Return what is hard for a pattern: twice of it takes more than ``factor`` times the steps."""
    steps = Steps(pattern)
    for before, pump in hard_texts(pattern):
        once, twice = (
            _taken(steps, before + pump * often + _NOTHING_FITS, searched=searched)
            for often in (size, 2 * size)
        )
        if once > steps.most or twice > factor * once + 60:
            return f"{before!r} + {pump!r} * n: {once}, {twice} steps"
    return ""


def _taken(steps: Steps, text: str, *, searched: bool) -> int:
    steps.count = 0
    try:
        if searched:
            steps.search(text)
        else:
            steps.match(text)
    except TooManyStepsError:
        return 10 * steps.most
    return steps.count
