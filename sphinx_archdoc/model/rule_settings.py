"""Which rules count and how much: levels by name with wildcards, and waivers that expire.

A project writes both in ``conf.py``. They are read entry by entry, so that one mistake costs one
entry.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_archdoc.model.findings import Finding
    from sphinx_archdoc.model.store import Store

#: How a finding may be reported, least first.
LEVELS = ("off", "info", "warning", "error")


def rule_word(name: str) -> str:
    """Return the form in which names of rules are compared: hyphens count as underscores."""
    return name.strip().lower().replace("-", "_")


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that a project knows of and accepts, until a day.

    rule    name of a rule, wildcards allowed
    record  id of the record
    reason  why it is accepted
    until   last day as ``2026-12-31``
    """

    rule: str
    record: str
    reason: str
    until: str

    def over(self, today: str) -> str:
        """Say that this has ended, or nothing."""
        if not today or today <= self.until:
            return ""
        ended = f"the waiver of {self.rule} for {self.record} ended on {self.until}"
        return f"{ended} ({self.reason}); remove it, or give it another day"

    def fits(self, rule: str, ids: frozenset[str]) -> bool:
        """Tell whether this waives findings of a rule about one of these records."""
        return self.record in ids and fnmatchcase(rule_word(rule), rule_word(self.rule))


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """The levels of rules by name or code (``{"adr-*": "off"}``), and waivers.

    Of several entries that fit a rule the last one counts.
    """

    levels: Mapping[str, str] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()

    def level(self, rule: str, code: str, default: str = "warning") -> str:
        """Return the level of a rule's findings."""
        level = default
        for pattern, wanted in self.levels.items():
            word = rule_word(pattern)
            if fnmatchcase(rule, word) or fnmatchcase(code, word):
                level = wanted
        return level

    def without(self, check: str) -> bool:
        """Tell whether a named check is switched off: by its own name, patterns are for rules."""
        said = (lvl for name, lvl in self.levels.items() if rule_word(name) == rule_word(check))
        return [*said][-1:] == ["off"]

    def waived(self, store: Store, rule: str, finding: Finding, today: str) -> bool:
        """Tell whether a waiver that has not expired fits a finding."""
        fitting = [waiver for waiver in self.waivers if not waiver.over(today)]
        if not fitting:
            return False
        ids = frozenset(record.id for record in store.written if record.at == finding.at)
        return any(waiver.fits(rule, ids) for waiver in fitting)


# -- reading the settings ----------------------------------------------------------------------

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTS = tuple(spec.name for spec in dataclasses.fields(Waiver))


def rule_settings(rules: Mapping[str, Any], waivers: Sequence[Any]) -> RuleSettings:
    """Return what the settings say, without the entries that are wrong."""
    levels = {name: level for name, level in rules.items() if level in LEVELS}
    return RuleSettings(levels, tuple(Waiver(**item) for item in waivers if not wrong_waiver(item)))


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


def unknown_names(
    settings: RuleSettings,
    rules: Sequence[str],
    codes: Sequence[str],
    questions: Sequence[str] = (),
) -> Iterator[Problem]:
    """Yield names in the settings that fit no rule, and in those of levels no code either.

    ``questions`` are the names of checks that a project may do without.
    """
    asked = [rule_word(name) for name in questions]
    for name, level in settings.levels.items():
        if not _fits_any(name, (*rules, *codes)) and rule_word(name) not in asked:
            yield Problem(Code.CONFIG, f"rules: {_unknown(name, (*rules, *codes, *asked))}")
        elif rule_word(name) in asked and level != "off":
            message = f"rules: {name!r} is a check of completeness, which can only be 'off'"
            yield Problem(Code.CONFIG, message)
    for waiver in settings.waivers:
        if not _fits_any(waiver.rule, rules):
            yield Problem(Code.WAIVER, f"waivers ({waiver.record}): {_unknown(waiver.rule, rules)}")


def _fits_any(pattern: str, names: Sequence[str]) -> bool:
    return any(fnmatchcase(name, rule_word(pattern)) for name in names)


def _unknown(name: str, known: Sequence[str]) -> str:
    words = sorted({word.replace("_", "-") for word in known})
    return f"there is no rule {name!r}; {suggestion(rule_word(name).replace('_', '-'), words)}"
