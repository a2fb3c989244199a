"""What items of task lists, change logs and titles of phases say."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_archdoc.formats.change_line import ChangeLine, read_change_line
from sphinx_archdoc.formats.item_facts import ItemFacts, read_item, tick_of, unknown_tick
from sphinx_archdoc.formats.phase_title import Phase, dates_of, read_phase

SIGNS = st.text(
    "ab12 ()[]{}-–—:;,.@→x☐☑*due by see ADR-1 2026-01-02 Q1 months + Qweks", max_size=60
)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("[ ] Which store?", ItemFacts("Which store?", "open")),
        ("[X] Done", ItemFacts("Done", "done")),
        ("[-] Mainframe", ItemFacts("Mainframe", "not-applicable")),
        ("☑ Done", ItemFacts("Done", "done")),
        ("No box", ItemFacts("No box")),
        (
            "[ ] Who? (Ann, Bob; due 2026-05-01)",
            ItemFacts("Who?", "open", "", ("Ann", "Bob"), {"due": "2026-05-01"}),
        ),
        ("[x] Review (Ann, 2026-05-01)", ItemFacts("Review", "done", "2026-05-01", ("Ann",))),
        ("Live updates (WebSockets)", ItemFacts("Live updates (WebSockets)")),
        ("Ask (@ann)", ItemFacts("Ask", people=("ann",))),
        ("Ask (owner: Ann)", ItemFacts("Ask", facts={"owner": "Ann"})),
        ("Ask (note: Ann)", ItemFacts("Ask (note: Ann)")),
        ("Which? → ADR-0002", ItemFacts("Which?", facts={"answered by": "ADR-0002"})),
        ("Which? (see ADR-2)", ItemFacts("Which?", facts={"answered by": "ADR-2"})),
        (
            "Owners {check: risks-have-owner}",
            ItemFacts("Owners", facts={"check": "risks-have-owner"}),
        ),
        ("Wann? (bis 2026-05-01)", ItemFacts("Wann?", facts={"due": "2026-05-01"})),
        ("¿Cuál? (hasta el 2026-05-01)", ItemFacts("¿Cuál?", facts={"due": "2026-05-01"})),
        ("Lequel ? (jusqu'au 2026-05-01)", ItemFacts("Lequel ?", facts={"due": "2026-05-01"})),
        ("Welche? (siehe ADR-2)", ItemFacts("Welche?", facts={"answered by": "ADR-2"})),
        ("Laquelle ? (voir ADR-2)", ItemFacts("Laquelle ?", facts={"answered by": "ADR-2"})),
        ("Umzug (nach M-1)", ItemFacts("Umzug (nach M-1)")),
        ("[ ]", ItemFacts("[ ]")),
        ("[link](x) first", ItemFacts("[link](x) first")),
    ],
)
def test_items(text: str, facts: ItemFacts) -> None:
    assert read_item(text, ("owner",)) == facts


@pytest.mark.parametrize("word", ["after", "Nach", "après", "después de", "tras", "nach:"])
def test_what_is_waited_for(word: str) -> None:
    item = read_item(f"Move ({word} M-1, {word} M-2)", ("after",))
    assert item == ItemFacts("Move", facts={"after": "M-1, M-2"})


def test_a_tick_says_how_long_it_is() -> None:
    assert tick_of("[x] done") == ("done", 4)
    assert tick_of("[xx] no") == ("", 0)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1.2.0 (2026-01-29): Cache — Ann", ChangeLine("Cache", "1.2.0", "2026-01-29", "Ann")),
        ("v2.0 - Rewrite", ChangeLine("Rewrite", "2.0")),
        ("2026-01-29: Cache", ChangeLine("Cache", "", "2026-01-29")),
        ("[1.0.0] - 2026-01-29", ChangeLine("", "1.0.0", "2026-01-29")),
        ("Unreleased", ChangeLine("", "Unreleased")),
        ("Fixed the cache — again", ChangeLine("Fixed the cache — again")),
        ("12 users", ChangeLine("12 users")),
    ],
)
def test_changes(text: str, line: ChangeLine) -> None:
    assert read_change_line(text) == line


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Phase 1: Foundation (Q2 2026)", Phase("Phase 1: Foundation", "Q2 2026")),
        ("Short-term (3-6 months)", Phase("Short-term", horizon="3-6 months")),
        ("Long-term (12+ months):", Phase("Long-term", horizon="12+ months")),
        ("Build (weeks 1-2)", Phase("Build", horizon="weeks 1-2")),
        ("Move (2026-04 to 2026-06)", Phase("Move", "2026-04", "2026-06")),
        ("Q3 2026: Data", Phase("Data", "Q3 2026")),
        ("Data — 2026-Q3", Phase("Data", "2026-Q3")),
        ("Phase 2 (optional)", Phase("Phase 2 (optional)")),
        ("10x Growth", Phase("10x Growth")),
        ("Daten (bis 2026-06)", Phase("Daten", end="2026-06")),
        ("Daten (ab Q2 2026)", Phase("Daten", "Q2 2026")),
        ("Daten (von 2026-04 bis 2026-06)", Phase("Daten", "2026-04", "2026-06")),
        ("Umzug (15. April 2026)", Phase("Umzug", "15. April 2026")),
        ("Données (jusqu'au 2026-06-30)", Phase("Données", end="2026-06-30")),
        ("Données (avril 2026 à juin 2026)", Phase("Données", "avril 2026", "juin 2026")),
        ("Datos (hasta junio de 2026)", Phase("Datos", end="junio de 2026")),
        ("Socle (T2 2026)", Phase("Socle", "T2 2026")),
        ("Bau (2. Quartal 2026)", Phase("Bau", "2. Quartal 2026")),
        ("Move (Q2-Q4 2026)", Phase("Move", "Q2 2026", "Q4 2026")),
        ("Bau (Juli bis Dezember 2026)", Phase("Bau", "Juli 2026", "Dezember 2026")),
        ("Data (Nov – Feb 2027)", Phase("Data", "Nov 2026", "Feb 2027")),
        ("Données (de mai à juin 2026)", Phase("Données", "mai 2026", "juin 2026")),
        ("Datos (de mayo a junio de 2026)", Phase("Datos", "mayo 2026", "junio de 2026")),
        ("Release (May)", Phase("Release (May)")),
        ("Datos (3 a 6 meses)", Phase("Datos", horizon="3 a 6 meses")),
        ("Daten (Wochen 1-2)", Phase("Daten", horizon="Wochen 1-2")),
        ("Move (after M-1)", Phase("Move", after="M-1")),
        ("Umzug (Q2 2026, nach M-1 und M-2)", Phase("Umzug", "Q2 2026", after="M-1, M-2")),
        ("Migration (après M-1)", Phase("Migration", after="M-1")),
        ("Traslado (tras M-1)", Phase("Traslado", after="M-1")),
        ("Move (after Phase 1)", Phase("Move (after Phase 1)")),
        ("Move (after go-live)", Phase("Move (after go-live)")),
        ("Move (maybe, after M-1)", Phase("Move (maybe, after M-1)")),
        ("Hosting (Q5 2026)", Phase("Hosting", "Q5 2026")),
        ("Hosting — 2026-Q9", Phase("Hosting", "2026-Q9")),
    ],
)
def test_phases(text: str, phase: Phase) -> None:
    assert read_phase(text) == phase


@pytest.mark.parametrize(
    ("horizon", "dates"),
    [
        ("3-6 months", ("2026-04-01", "2026-06-30")),
        ("12+ months", ("2027-01-01", "2027-06-30")),
        ("3 months", ("2026-01-01", "2026-03-31")),
        ("weeks 1-2", ("2026-01-01", "2026-01-14")),
        ("month 2", ("2026-02-01", "2026-02-28")),
        ("soon", ("", "")),
        ("3–6 Monate", ("2026-04-01", "2026-06-30")),
        ("3 à 6 mois", ("2026-04-01", "2026-06-30")),
        ("2 trimestres", ("2026-01-01", "2026-06-30")),
        ("semana 2", ("2026-01-08", "2026-01-14")),
        ("1 an", ("2026-01-01", "2026-12-31")),
    ],
)
def test_horizons_count_from_a_day(horizon: str, dates: tuple[str, str]) -> None:
    assert dates_of(horizon, dt.date(2026, 1, 1)) == dates


def test_a_horizon_may_start_at_the_end_of_a_month() -> None:
    assert dates_of("1-2 months", dt.date(2026, 1, 31)) == ("2026-02-28", "2026-03-30")
    assert dates_of("900 years", dt.date(9999, 1, 31)) == ("", "")


@settings(max_examples=150)
@given(SIGNS)
def test_nothing_is_raised_and_no_word_is_lost(text: str) -> None:
    item = read_item(text, ("due", "by"))
    assert item.words in " ".join(text.split()) or item.words in text or item.facts
    assert read_phase(text).title is not None
    read_change_line(text)
    first, last = dates_of(text, dt.date(2026, 1, 31))
    assert first <= last


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("[y] Yes", "[y]"),
        ("[] Empty", "[]"),
        ("[x]Glued", "[x]"),
        ("[x] Done", ""),
        ("[ ] Open", ""),
        ("[1] A footnote", ""),
        ("[API] Answers", ""),
        ("Words [y]", ""),
    ],
)
def test_what_is_no_tick_is_named(text: str, sign: str) -> None:
    assert unknown_tick(text) == sign
