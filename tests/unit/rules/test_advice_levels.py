"""Which advice is given: levels, waivers, and what is not known."""

from __future__ import annotations

import pytest
from advice_help import GIVEN, RULES, SOUND, WHOLE, adr, app, only
from storing import store_of, to, word

from sphinx_archdoc import rules
from sphinx_archdoc.model.dates import read_date
from sphinx_archdoc.rules import Given, RuleSettings, Waiver
from sphinx_archdoc.rules._decisions import decisions


def test_what_is_unknown_is_not_reported() -> None:
    nothing_known = Given()
    stale = store_of(adr("ADR-1", "proposed", date=read_date("2020-01-01")))
    assert list(RULES["adr_stale"].check(stale, nothing_known)) == []
    assert list(RULES["c4_no_view"].check(SOUND, nothing_known)) == []
    assert (
        only("adr_successor", store_of(adr("ADR-1", "superseded", superseded_by=to("X-1")))) == []
    )
    assert (
        only(
            "adr_outdated",
            store_of(
                app("web", status=word("retired")), adr("ADR-1", "rejected", affects=to("web"))
            ),
        )
        == []
    )


BROKEN = store_of(adr("ADR-1", "superseded"), adr("ADR-2", sections=WHOLE[:1]), app("web"))


def test_advice_is_off_unless_asked_for() -> None:
    assert [item.rule for item in rules.report(BROKEN, given=GIVEN)] == ["adr_successor"]


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        ({"adr-*": "off"}, []),
        ({"successor": "off"}, []),
        ({"adr-incomplete": "info"}, [("adr_successor", "warning"), ("adr_incomplete", "info")]),
        (
            {"*": "error", "c4-*": "off", "adr_orphan": "off"},
            [("adr_successor", "error"), ("adr_incomplete", "error")],
        ),
        ({"adr-*": "error", "adr-[iso]*": "off"}, []),
    ],
)
def test_levels(levels: dict[str, str], wanted: list[tuple[str, str]]) -> None:
    found = rules.report(BROKEN, RuleSettings(levels), GIVEN)
    assert [(item.rule, item.level) for item in found] == wanted


@pytest.mark.parametrize(
    ("waiver", "left"),
    [
        (Waiver("adr-successor", "ADR-1", "moved out", "2026-02-01"), 0),
        (Waiver("adr-*", "ADR-1", "moved out", "2026-12-31"), 0),
        (Waiver("adr-successor", "ADR-1", "moved out", "2026-01-31"), 1),
        (Waiver("adr-successor", "ADR-2", "moved out", "2026-12-31"), 1),
        (Waiver("adr-stale", "ADR-1", "moved out", "2026-12-31"), 1),
    ],
)
def test_waivers(waiver: Waiver, left: int) -> None:
    assert len(rules.report(BROKEN, RuleSettings(waivers=(waiver,)), GIVEN)) == left


def test_decisions_of_own_kinds_count() -> None:
    assert [record.id for record in decisions(SOUND)] == ["ADR-1", "ADR-2", "ADR-3"]
