"""Long words in boxes: broken at hyphens, or the box grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.boxes import card
from sphinx_archdoc.diagrams.graph import Node
from sphinx_archdoc.diagrams.metrics import text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence


# -- long words --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("customer-relationship-management", ["customer-", "relationship-", "management"]),
        ("e-nnnnnnnnnnnnnnnnnn", ["e-nnnnnnnnnnn", "nnnnnnn"]),
        ("nnnnnnnnnnnnnnn", ["nnnnnnnnnnnnnnn"]),
        ("nnnnnnnnnnnnnnnnnn", ["nnnnnnnnnnnnn", "nnnnn"]),
        ("nnnnnnn-nnnnnnn", ["nnnnnnn-", "nnnnnnn"]),
    ],
)
def test_long_words_are_broken_at_hyphens_and_leave_no_crumbs(
    word: str, lines: Sequence[str]
) -> None:
    assert wrap(word, 84, 10, lines=5, stretch=14) == lines


def test_without_room_to_stretch_letters_move_to_the_next_line() -> None:
    made = wrap("n" * 15, 84, 10, lines=5)
    assert [len(line) for line in made] == [12, 3]
    assert wrap("ab", 5, 10, lines=5) == ["a", "b"]


def test_a_box_grows_by_the_letters_that_would_stand_alone() -> None:
    sizes = [card(Node(id="a", title="n" * count)).width for count in (22, 23, 24, 60)]
    assert max(sizes) <= 164 + 44 + 29  # a whole word, and what is round it
    for count in range(10, 80):
        lines = [t.text for t in card(Node(id="a", title="n" * count)).lines]
        assert len(lines[-1]) > 2


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("nnnnnnnnnnnnnnnnnn", ["nnnnnnnnnnnnnnnnnn"]),
        ("n nnnnnnnnnnnnnnnnnn n", ["n", "nnnnnnnnnnnnnnnnnn", "n"]),
        ("nnnnnnnnn-nnnnnnnnn", ["nnnnnnnnn-", "nnnnnnnnn"]),
        ("n" * 40, ["n" * 13, "n" * 13, "n" * 11, "n" * 3]),
    ],
)
def test_a_long_word_is_rather_wider_than_broken(word: str, lines: Sequence[str]) -> None:
    assert wrap(word, 84, 10, lines=5, whole=40) == lines


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("Internationalisation", ["Internatio-", "nalisation"]),
        ("order_service_adapter", ["order_", "service_", "adapter"]),
        ("OrderServiceAdapter", ["Order-", "Service-", "Adapter"]),
    ],
)
def test_hyphens_stand_where_a_word_is_broken(word: str, lines: list[str]) -> None:
    made = wrap(word, 58, 10, lines=5, hyphens=True)
    assert all(text_width(line, 10) <= 58 for line in made)
    assert "".join(line.removesuffix("-") for line in made) == word
    assert made == lines


@pytest.mark.parametrize("word", ["漢字漢字漢字漢字漢字", "12345678901234567890", "नमस्ते" * 6])
def test_what_has_no_hyphens_gets_none(word: str) -> None:
    assert wrap(word, 58, 10, lines=9, hyphens=True) == wrap(word, 58, 10, lines=9)


@given(st.text(max_size=60), st.floats(5, 90))
def test_a_broken_word_keeps_its_letters(text: str, room: float) -> None:
    made = wrap(text, room, 10, lines=200, hyphens=True)
    kept = "".join("".join(made).replace("-", "").split())
    assert kept == "".join(text.replace("-", "").split())
