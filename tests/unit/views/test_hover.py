from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views_help import SCORING, SETTINGS, Build

from sphinx_archdoc.views.hover import LONGEST, hover_cards, shortened


def test_cards_say_what_a_record_is_and_how_it_stands() -> None:
    store = (
        Build()
        .add("adr", "ADR-1", "One", status="Accepted")
        .add("adr", "ADR-2", "Two", status="accepted", supersedes="ADR-1")
        .add("datastore", "db", "Database")
        .store
    )
    found = {card.record.id: card for card in hover_cards(store, SCORING, SETTINGS)}
    assert found["ADR-1"].kind_title == "Architecture decision"
    status = found["ADR-1"].status
    assert status is not None
    assert (status.key, status.tone) == ("superseded", "mute")
    assert found["db"].status is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [("", ""), ("a\n b", "a b"), ("word " * 100, None), ("x" * 1000, "x" * (LONGEST - 1) + "…")],
)
def test_summaries_are_one_line_and_end_at_a_word(text: str, shown: str | None) -> None:
    short = shortened(text)
    assert shown is None or short == shown
    assert short.endswith("word…") or shown is not None


@given(st.text())
def test_summaries_are_short(text: str) -> None:
    short = shortened(text)
    assert len(short) <= LONGEST
    assert "\n" not in short
    assert " ".join(text.split()).startswith(short.removesuffix("…"))
