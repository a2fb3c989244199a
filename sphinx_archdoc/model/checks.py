"""Which rules count and how much: levels by name with wildcards, and waivers that expire."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
class Checks:
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

    def waived(self, store: Store, rule: str, finding: Finding, today: str) -> bool:
        """Tell whether a waiver that has not expired fits a finding."""
        fitting = [waiver for waiver in self.waivers if not waiver.over(today)]
        if not fitting:
            return False
        ids = frozenset(record.id for record in store.written if record.at == finding.at)
        return any(waiver.fits(rule, ids) for waiver in fitting)
