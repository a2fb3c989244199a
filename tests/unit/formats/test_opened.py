from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.opened import opened


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("```mermaid\nC4Context\n```", "\nC4Context\n"),
        ("\n~~~plantuml\n[a]\n~~~\n", "\n\n[a]\n\n"),
        (".. mermaid::\n\n   C4Context\n     Person(a)\n", "\n\nC4Context\n  Person(a)\n"),
        (".. uml::\n   :caption: x\n\n   [a]", "\n\n\n[a]"),
    ],
)
def test_what_a_block_holds_stays_on_its_lines(text: str, inside: str) -> None:
    assert opened(text) == inside
    assert opened(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "C4Context\n  Person(a)",
        "Some words.\n\n```mermaid\nC4Context\n```",
        "```\na\n```\n```\nb\n```",
        ":::{note}\na\n:::",
        "",
    ],
)
def test_a_text_with_anything_else_stays_as_it_is(text: str) -> None:
    assert opened(text) == text


@pytest.mark.parametrize("text", ["```", "```\n```", "a\n```\n```\nb", "~~~\n\n~~~"])
def test_an_empty_block_keeps_its_lines(text: str) -> None:
    assert opened(text).count("\n") == text.count("\n")


@given(st.text("`~:{}. \nab"))
def test_lines_are_kept(text: str) -> None:
    assert opened(text).count("\n") == text.count("\n")
