"""A decision in a directive as a page of its own, with its parts as headings."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.adr_block import page_of_block
from sphinx_archdoc.formats.adr_block_parts import with_headings
from sphinx_archdoc.model.section_words import ADR_SECTIONS, lookup

TERMS = """\
First.

Context
  Two clerks.

  And more.

Considered options
  PostgreSQL
    + Safe

    - One writer
  MongoDB
    + Known

**Decision:** Use it.
Go on.

Positive
  - x

Other
  term
"""


def headings(text: str) -> list[str]:
    return re.findall(r"^(.+)\n([-~=^])\2+$", text, re.MULTILINE)


def test_terms_and_labels_of_rest() -> None:
    made = with_headings(TERMS, rest=True)
    assert headings(made) == [
        ("Context", "-"),
        ("Considered options", "-"),
        ("PostgreSQL", "~"),
        ("MongoDB", "~"),
        ("Decision", "-"),
        ("Positive", "~"),
    ]
    assert "\n\nTwo clerks.\n\nAnd more.\n\n" in made
    assert "\n+ Safe\n\n- One writer\n" in made
    assert "\nUse it.\nGo on.\n" in made
    assert made.endswith("Other\n  term")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("**Context:** Why.\n**Decision:** Yes.", "## Context\n\nWhy.\n\n## Decision\n\nYes."),
        ("**Consequences**\n\n- a", "## Consequences\n\n- a"),
        ("__Pros__: a", "### Pros\n\na"),
        ("**Status:** accepted", "**Status:** accepted"),
        ("**Context** is all", "**Context** is all"),
        ("```\n**Context:** x\n```", "```\n**Context:** x\n```"),
        ("::: note\n**Context:** x\n:::", "::: note\n**Context:** x\n:::"),
    ],
)
def test_labels_of_markdown(text: str, made: str) -> None:
    assert with_headings(text, rest=False) == made


NAMES = [name for name in ("Context", "Decision", "Pros", "Options") if lookup(name, ADR_SECTIONS)]
LINES = st.lists(
    st.sampled_from(
        [*NAMES, *(f"**{name}:** a" for name in NAMES), "  b", "    + c", "", "::", ".. d::", "```"]
    )
)


@given(LINES, st.booleans())
def test_no_word_is_lost(lines: list[str], rest: bool) -> None:
    text = "\n".join(lines)
    made = with_headings(text, rest=rest)
    assert re.findall(r"\w+", made) == re.findall(r"\w+", text)


@pytest.mark.parametrize(
    ("text", "line", "rest", "body"),
    [
        ("a\n\n```{adr} X\n:id: A\n\nB\n```\nC\n", 3, False, "B"),
        ("> :::{adr} X\n> ---\n> id: A\n> ---\n> B\n> :::\n", 1, False, "B"),
        ("~~~~{adr} X\nB\n~~~\nC\n~~~\n~~~~\n", 1, False, "B\n~~~\nC\n~~~"),
        ("  .. adr:: X\n     :id: A\n        b\n\n     B\n\n  C\n", 1, True, "B"),
        (".. adr:: X\n   and more\n   :id: A\n\n   B\n", 1, True, "B"),
        (".. adr:: X\n\n   :Status: accepted\n\n   B\n", 1, True, ":Status: accepted\n\nB"),
        (":::{adr} X\n:id: A\n**B:** C\n\nD\n:::\n", 1, False, "**B:** C\n\nD"),
        (".. adr:: X\n\n   Context\n     B\n", 1, True, "Context\n--------------\n\nB"),
        ("| A | B |\n", 1, False, ""),
        ("", 9, True, ""),
    ],
)
def test_the_text_of_a_directive(text: str, line: int, rest: bool, body: str) -> None:
    made = page_of_block(text, line, "X", rest=rest)
    assert made.split("\n", 2 if rest else 1)[-1].strip() == body
