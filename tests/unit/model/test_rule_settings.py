"""Settings of rules: each wrong entry is named, and the others count."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_archdoc.model.rule_settings import (
    Waiver,
    rule_settings,
    unknown_names,
    wrong_level,
    wrong_waiver,
)

RIGHT = {"rule": "adr-stale", "record": "ADR-1", "reason": "later", "until": "2999-01-01"}


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (RIGHT, ""),
        ("x", "must give rule, record, reason, until"),
        ({**RIGHT, "until": "soon"}, "'until' must be a day as 2026-12-31, not 'soon'"),
        ({**RIGHT, "reason": " "}, "'reason' must be a text"),
        ({**RIGHT, "untill": "x"}, "'untill' is no part of a waiver; did you mean 'until'?"),
        ({"rule": "adr-stale"}, "'record' is missing"),
    ],
)
def test_what_is_wrong_with_a_waiver(item: Any, said: str) -> None:
    assert wrong_waiver(item) == said


def test_what_is_wrong_with_a_level() -> None:
    assert wrong_level("off") == ""
    assert wrong_level("warn") == "'warn' is no level; did you mean 'warning'?"
    assert wrong_level(["off"]).startswith("['off'] is no level")


def test_wrong_entries_leave_the_others() -> None:
    settings = rule_settings({"adr-*": "error", "x": "loud"}, ["x", RIGHT, {}])
    assert settings.levels == {"adr-*": "error"}
    assert settings.waivers == (Waiver(**RIGHT),)


def test_names_that_fit_no_rule() -> None:
    rules, codes = ["adr_stale", "self_link"], ["self_link", "placeholder"]
    right = dict.fromkeys(("adr-*", "*", "self-link", "placeholder", "ADR-Stale"), "off")
    assert list(unknown_names(rule_settings(right, [RIGHT]), rules, codes)) == []
    wrong = rule_settings({"adr-stal": "off"}, [RIGHT | {"rule": "placeholder"}])
    assert [problem.message for problem in unknown_names(wrong, rules, codes)] == [
        "rules: there is no rule 'adr-stal'; did you mean 'adr-stale'?",
        "waivers (ADR-1): there is no rule 'placeholder'; allowed: adr-stale, self-link",
    ]
