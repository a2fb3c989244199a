from __future__ import annotations

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.kinds import load
from sphinx_archdoc.sphinxext.ticks import Tick, read_tick, show_tick, take_tick, ticked_columns

ROLE = load()["user-role"]


@pytest.mark.parametrize(
    ("text", "tick"),
    [
        ("✅", Tick(True)),
        ("✔\ufe0f", Tick(True)),
        ("x", Tick(True)),
        ("Yes", Tick(True)),
        ("Ja", Tick(True)),
        ("❌", Tick(False)),
        ("–", Tick(False)),
        ("No", Tick(False)),
        ("✅ (own only)", Tick(True, "own only")),
        ("❌ never", Tick(False, "never")),
        ("own only", Tick(True, "own only")),
        ("Notes", Tick(True, "Notes")),
        ("xylophone", Tick(True, "xylophone")),
        ("", Tick(None)),
        ("a" * 200, None),
    ],
)
def test_signs(text: str, tick: Tick | None) -> None:
    assert read_tick(text) == tick


def cell(text: str) -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", text))


def test_a_sign_gets_a_word_and_a_word_none() -> None:
    values: dict[str, tuple[str, ...]] = {}
    shown = [cell("✅"), cell("❌"), cell("own only"), cell("")]
    for name, entry in zip("ABCD", shown, strict=True):
        tick = take_tick(ROLE, name, entry, values)
        assert tick is not None
        show_tick(entry, tick)
    assert values == {"allowed": ("A", "C (own only)"), "denied": ("B",)}
    assert [entry.astext() for entry in shown] == ["✅ yes", "❌ no", "own only", ""]


@given(st.text())
def test_reading_never_raises(text: str) -> None:
    found = read_tick(text)
    assert found is None or isinstance(found.note, str)


def test_a_column_of_remarks_is_none_of_ticks() -> None:
    rows = [
        {0: cell("Guest"), 1: cell("✅"), 2: cell("may look")},
        {0: cell("Owner"), 1: cell("own only"), 2: cell("")},
    ]
    assert ticked_columns(rows) == {1}
