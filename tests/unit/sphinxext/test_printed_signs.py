"""What stands for signs and emoji in LaTeX."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.sphinxext import printed_signs
from sphinx_archdoc.sphinxext.printed_signs import definitions, signs, word


@pytest.mark.parametrize(
    ("text", "unicode_fonts", "expected"),
    [
        ("Łódź, “quoted” – 100 % …", True, ""),
        ("✅ done, 🚀 ✅", True, "✅🚀"),
        ("⚠️ and 👍🏽", True, "⚠\ufe0f🏽👍"),
        ("Ωμέγα σ", True, ""),
        ("σ ≥ ℹ", False, "σℹ≥"),
        ("注文。События", False, ""),
        ("copied\u200b \u202atext\ufeff", False, "\u200b\u202a\ufeff"),
        ("copied\u200b \u202atext\ufeff", True, ""),
    ],
)
def test_signs_of_a_text(text: str, expected: str, *, unicode_fonts: bool) -> None:
    assert "".join(signs([text], unicode_fonts=unicode_fonts)) == "".join(sorted(expected))


@pytest.mark.parametrize(
    ("sign", "drawn", "said"),
    [
        ("✅", r"\ding{51}", "[yes]"),
        ("➜", r"\ding{220}", "[heavy round-tipped rightwards arrow]"),
        ("❤", r"\ding{164}", "[heavy black heart]"),
        ("🚀", "[rocket]", "[rocket]"),
        ("🇩", "D", "D"),
        ("\ufe0f", "", ""),
        ("\u202e", "", ""),
        ("\u0302", "", ""),
        ("\u200b", r"\hspace{0pt}", ""),
        ("┌", "+", "[box drawings light down and right]"),
        ("─", "-", "[box drawings light horizontal]"),
        ("≥", r"\ensuremath{\geq}", "[greater-than or equal to]"),
        ("σ", r"\ensuremath{\sigma}", "σ"),
    ],
)
def test_definition(sign: str, drawn: str, said: str) -> None:
    made = definitions([sign])
    assert made.endswith(f"{{{drawn}}}{{{said}}}\n")
    assert re.match(rf"\\archdocsign\{{{sign}\}}\{{{ord(sign):X}\}}\{{[A-P]+\}}", made)


def test_states_are_said_in_the_language_of_the_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    german = {"yes": "ja", "open": "offen"}
    monkeypatch.setattr(printed_signs, "translate", lambda text: german.get(text, text))
    assert [word(sign) for sign in "✅☐🚀"] == ["[ja]", "[offen]", "[rocket]"]


@given(st.characters(categories=["So", "Sm", "Sk", "Sc"]))
def test_any_sign_makes_sound_commands(sign: str) -> None:
    if sign.isascii():
        return
    assert signs([sign], unicode_fonts=True) == [sign]
    made = definitions([sign])
    assert made.count("{") == made.count("}")
    assert not set("\\{}%#&$_^~") & set(word(sign))


def test_names_of_commands_differ() -> None:
    made = definitions(["❤", "❥", "🚀", "🚁"])
    assert len(set(re.findall(r"\}\{([A-P]+)\}\{", made))) == 4
