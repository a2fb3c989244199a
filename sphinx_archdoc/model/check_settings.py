"""The settings of checks entry by entry: those that count, and what is wrong with the others."""

from __future__ import annotations

import dataclasses
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.checks import LEVELS, Checks, Waiver, rule_word
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTS = tuple(spec.name for spec in dataclasses.fields(Waiver))


def checks_of(rules: Mapping[str, Any], waivers: Sequence[Any]) -> Checks:
    """Return what the settings say, without the entries that are wrong."""
    levels = {name: level for name, level in rules.items() if level in LEVELS}
    return Checks(levels, tuple(Waiver(**item) for item in waivers if not wrong_waiver(item)))


def wrong_level(level: Any) -> str:
    """Say what is wrong with the level of a rule, or nothing."""
    return "" if level in LEVELS else f"{level!r} is no level; {suggestion(str(level), LEVELS)}"


def wrong_waiver(item: Any) -> str:
    """Say what is wrong with one waiver, or nothing."""
    if not isinstance(item, dict):
        return f"must give {', '.join(_PARTS)}"
    for name in item:
        if name not in _PARTS:
            return f"{name!r} is no part of a waiver; {suggestion(str(name), _PARTS)}"
    for name in _PARTS:
        if name not in item:
            return f"{name!r} is missing"
        if not (isinstance(item[name], str) and item[name].strip()):
            return f"{name!r} must be a text"
    if not _DAY.fullmatch(item["until"]):
        return f"'until' must be a day as 2026-12-31, not {item['until']!r}"
    return ""


def unknown_names(checks: Checks, rules: Sequence[str], codes: Sequence[str]) -> Iterator[Problem]:
    """Yield names in the settings that fit no rule, and in those of levels no code either."""
    for name in checks.levels:
        if not _fits_any(name, (*rules, *codes)):
            yield Problem(Code.CONFIG, f"rules: {_unknown(name, (*rules, *codes))}")
    for waiver in checks.waivers:
        if not _fits_any(waiver.rule, rules):
            yield Problem(Code.WAIVER, f"waivers ({waiver.record}): {_unknown(waiver.rule, rules)}")


def _fits_any(pattern: str, names: Sequence[str]) -> bool:
    return any(fnmatchcase(name, rule_word(pattern)) for name in names)


def _unknown(name: str, known: Sequence[str]) -> str:
    words = sorted({word.replace("_", "-") for word in known})
    return f"there is no rule {name!r}; {suggestion(rule_word(name).replace('_', '-'), words)}"
