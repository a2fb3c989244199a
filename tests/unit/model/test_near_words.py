from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model.near_words import distance, misspelt

WORDS = st.text("abcd", max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "away"),
    [("impakt", "impact", 1), ("onwer", "owner", 1), ("", "abc", 3), ("risk", "risks", 1)],
)
def test_distance(one: str, other: str, away: int) -> None:
    assert distance(one, other) == away


@given(WORDS, WORDS)
def test_a_distance_is_the_same_both_ways_and_nothing_for_the_same(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one) <= max(len(one), len(other))
    assert (distance(one, other) == 0) == (one == other)


@pytest.mark.parametrize("word", ["", "x" * 10_000, "state", "measured", "response"])
def test_silent(word: str) -> None:
    assert misspelt(word, ["stage", "measure", "responses", "x" * 9_999]) == ""
