"""Text as Markdown: what is read again is what was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sphinx_archdoc.formats.markdown_text import code_span, escape, link

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)
SIGNS = st.text("#-+=~.) 1>|`*_[]<&\\a", min_size=1)


def _parts(text: str) -> list[tuple[str, str]]:
    """Return the sorts and texts of the parts of the one paragraph that a text is."""
    block, inline, _ = MarkdownIt("commonmark").parse(text)
    assert block.type == "paragraph_open"
    return [(child.type, child.content) for child in inline.children or ()]


@given(TEXTS | SIGNS.filter(str.strip))
def test_what_is_escaped_says_what_it_said(text: str) -> None:
    parts = _parts(escape(text))
    assert {sort for sort, _ in parts} <= {"text", "text_special"}
    assert "".join(content for _, content in parts) == " ".join(text.split())


@pytest.mark.parametrize("line", ["# a", "#", "- a", "---", "- - -", "===", "~~~", "1. a", "1)"])
def test_a_line_begins_nothing(line: str) -> None:
    above = MarkdownIt("commonmark").parse(f"Above\n{escape(line)}\n")
    assert [token.type for token in above] == ["paragraph_open", "inline", "paragraph_close"]


@given(SIGNS.filter(lambda text: text == " ".join(text.split())))
def test_code_stays_code(text: str) -> None:
    assert _parts(f"a {code_span(text)}")[1:] == [("code_inline", text)]


@pytest.mark.parametrize("address", ["https://x.y/a)b", "https://x.y/(a", "https://x.y/a> <b"])
def test_an_address_ends_where_it_ends(address: str) -> None:
    assert [sort for sort, _ in _parts(link("x", address))] == ["link_open", "text", "link_close"]
