from __future__ import annotations

import pytest

from sphinx_archdoc.model.said_numbers import in_language

GERMAN = {"1,234.5": "1.234,5", "days": "Tage", "day": "Tag", "weeks": "Wochen"}
FRENCH = {"1,234.5": "1\u202f234,5", "days": "jours"}


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("48.9–60.4 days", GERMAN, "48,9–60,4 Tage"),
        ("1 day", GERMAN, "1 Tag"),
        ("1,234.5 days", GERMAN, "1.234,5 Tage"),
        ("13,550.5 EUR/month", GERMAN, "13.550,5 EUR/month"),
        ("0.1%", GERMAN, "0,1%"),
        ("1,234.5 days", FRENCH, "1\u202f234,5 jours"),
        ("1,234.5 days", {}, "1,234.5 days"),
        ("12 holidays", GERMAN, "12 holidays"),
        ("", GERMAN, ""),
    ],
)
def test_amounts_are_said_as_the_language_does(text: str, words: dict[str, str], said: str) -> None:
    assert in_language(text, lambda word: words.get(word, word)) == said
