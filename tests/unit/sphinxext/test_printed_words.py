"""Where a printed word may be broken."""

from __future__ import annotations

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.sphinxext.nodes import archdoc_tex
from sphinx_archdoc.sphinxext.printed_words import Word, allow_breaks, parts, words


@pytest.mark.parametrize(
    ("text", "whole", "expected"),
    [
        ("R-902", 9, ["R-902"]),
        ("shop.orders.api", 9, ["shop.", "orders.", "api"]),
        ("very_long_identifier", 9, ["very_", "long_", "identifie", "r"]),
        ("OrderPlacedEvent", 9, ["Order", "Placed", "Event"]),
        ("https://example.org/a", 9, ["https://", "example.", "org/", "a"]),
        ("Kraftfahrzeughaftpflicht", 9, ["Kraft", "fahr", "zeug", "haftpf", "licht"]),
        ("--dry-run-only", 9, ["--", "dry-", "run-", "only"]),
    ],
)
def test_parts(text: str, whole: int, expected: list[str]) -> None:
    assert [part.text for part in parts(Word(text), whole)] == expected


@given(st.text(min_size=1), st.integers(1, 30))
def test_no_letter_is_lost_and_no_part_is_too_long(text: str, whole: int) -> None:
    found = [part.text for part in parts(Word(text), whole)]
    assert "".join(found) == text
    assert all(len(part) <= whole for part in found) or (len(text) > 22 and text.isalpha())


def test_a_badge_is_one_word() -> None:
    badge = nodes.inline("", "Not applicable", classes=["arch-badge", "arch-is-mute"])
    cell = nodes.entry("", nodes.paragraph("", "", nodes.Text("It is "), badge))
    assert [word.text for word in words(cell)] == ["It", "is", "Not applicable"]
    assert [part.text for part in parts(words(cell)[-1], 5)] == ["Not applicable"]


@pytest.mark.parametrize(
    ("inner", "breaks"),
    [
        (nodes.Text("shop.orders.api and more"), 2),
        (nodes.Text("Donaudampfschifffahrt"), 0),  # hyphenated by the rules of its language
        (nodes.Text("Donaudampfschifffahrtsgesellschaft"), 4),
        (nodes.literal("", "abcdefghijklmnop"), 1),
        (nodes.literal("", "shop.orders.api", classes=["code"], language="python"), 0),
        (nodes.inline("", "2026-11-28T10:00", classes=["arch-date"]), 0),
    ],
)
def test_breaks(inner: nodes.Node, breaks: int) -> None:
    cell = nodes.entry("", nodes.paragraph("", "", inner))
    text = cell.astext()
    allow_breaks(cell, 9)
    made = [*cell.findall(archdoc_tex)]
    assert len(made) == breaks
    assert cell.astext() == text
