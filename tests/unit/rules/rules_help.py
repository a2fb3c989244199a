"""Findings of one rule in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc import rules

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Finding
    from sphinx_archdoc.model.store import Store

NAMES = [
    "conflicting_facts",
    "duplicate_id",
    "milestone_backwards",
    "missing_field",
    "reference_cycle",
    "self_link",
    "step_without_relation",
    "unknown_entity",
    "unknown_error_code",
    "unknown_participant",
    "unknown_reference",
    "wrong_kind",
]


def found_by(name: str, store: Store) -> list[Finding]:
    rule = next(rule for rule in rules.rules() if rule.name == name)
    return list(rule.check(store))
