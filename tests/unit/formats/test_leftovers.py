"""Placeholders and damaged characters: found where they are, and not where they are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_archdoc.formats.leftovers import damaged, placeholders
from sphinx_archdoc.model.damaged import damage, repaired
from sphinx_archdoc.model.spots import Spot
from sphinx_archdoc.model.words import RISK_STATUS


def found(text: str) -> list[str]:
    return [spot.text for spot in placeholders(text)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("# [System Name] Architecture", ["[System Name]"]),
        ("title: '{{title}}'", ["{{title}}"]),
        ("**Contact:** {{ user.email }}", ["{{ user.email }}"]),
        ("**Last Updated:** YYYY-MM-DD", ["YYYY-MM-DD"]),
        ("| YYYY-MM-DD | Initial | [Name] |", ["YYYY-MM-DD", "[Name]"]),
        ("- **Framework:** [React/Vue/Angular]", ["[React/Vue/Angular]"]),
        ("- [Abuse case] — [mitigation]", ["[Abuse case]", "[mitigation]"]),
        ("[Description of the target]", ["[Description of the target]"]),
        ("1. **Phase 1**: [When]", ["[When]"]),
        ("- [ ] a task", []),
        ("- [x] [Link](https://example.org)", []),
        ("[Name]\n\n[name]: https://example.org", []),
        ("See [1]_ and [RFC2119]_.", []),
        ("A size [in bytes] of a page", []),
        ("Dates are written YYYY-MM-DD here.", []),
        ("# [ADR-0008] Use a cache", []),
        ("## [Unreleased]", []),
        ("[Browser] --> [API]", []),
        ("- [x]", []),
        ("## [RFC] Queues", []),
        ("`[Name]` and ``{{title}}``", []),
        ("```\n# [Name]\n{{title}}\n```", []),
        ("~~~~\n{{a}}\n~~~\n{{b}}\n~~~~\n{{c}}", ["{{c}}"]),
        (".. code-block:: yaml\n\n   a: {{x}}\n\nThen {{y}}", ["{{y}}"]),
        ("As follows::\n\n   {{x}}\n\n{{y}}", ["{{y}}"]),
        ("```{note}\n[Name]\n```", ["[Name]"]),
    ],
)
def test_placeholders(text: str, left: list[str]) -> None:
    assert found(text) == left


def test_the_line_is_known() -> None:
    assert placeholders("# A\n\n```\nx\n```\n\n- Cost: [budget]") == (Spot(7, "[budget]"),)


@pytest.mark.parametrize("codec", ["mac_roman", "cp1252", "latin-1"])
@pytest.mark.parametrize("meant", ["✅ Met", "naïve café", "a — b", "🚧 In Progress", "Übung"])
def test_damage_is_undone(meant: str, codec: str) -> None:
    try:
        wrong = meant.encode().decode(codec)
    except UnicodeDecodeError:
        pytest.skip("the encoding has no such character")
    if any(char in wrong for char in "\n\r\x85"):
        pytest.skip("no line of its own")
    assert repaired(wrong) == meant
    assert [spot.line for spot in damaged(f"one\n{wrong}")] == [2] * len(damage(wrong))


@pytest.mark.parametrize(
    "text", ["plain", "Ärger über Öl", "✅ Met", "naïve – «so»", "Ωμέγα", "日本語", "é"]
)
def test_real_text_is_not_damaged(text: str) -> None:
    assert repaired(text) == text


def test_a_damaged_status_is_read() -> None:
    wrong = "✅ Closed".encode().decode("mac_roman")
    term = RISK_STATUS.find(wrong)
    assert term is not None
    assert term.key == "closed"


@settings(max_examples=150)
@given(st.text("[]{}`~|#*-. :_\nabY-MD()é‚úÖ", max_size=80))
def test_nothing_is_raised_on_any_text(text: str) -> None:
    lines = text.split("\n")
    assert all(1 <= spot.line <= len(text.splitlines()) + 1 for spot in placeholders(text))
    assert all(spot.meant for spot in damaged(text))
    assert repaired(repaired(text)) is not None
    assert lines
