"""The text of a record as Markdown."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Parser
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sphinx_archdoc.reading.markdown import text_of

QUIET = {"report_level": 5, "raw_enabled": True, "file_insertion_enabled": False}


def _written(source: str) -> str:
    tree = publish_doctree(source, parser=Parser(), settings_overrides=QUIET)
    return text_of(nodes.container("", *tree.children))


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("# ADR-9: of no record", "\\# ADR-9: of no record"),
        ("A *b* and ``c`d`` **e**", "A *b* and ``c`d`` **e**"),
        ("``#`` first", "`#` first"),
        ("`here <https://x.y/a)b>`__", "[here](<https://x.y/a)b>)"),
        (".. raw:: html\n\n   <b>x</b>\n\nText", "Text"),
    ],
)
def test_markup_is_that_of_the_author(source: str, written: str) -> None:
    assert _written(source) == written


def test_a_list_in_a_cell_stays_apart_and_a_bar_ends_no_cell() -> None:
    table = ".. list-table::\n\n   * - - one\n       - two\n     - ``a|b`` c|d\n"
    assert _written(table) == "| - one - two | `a\\|b` c\\|d |\n| --- | --- |"


@given(st.lists(st.text("#-+=~.) 1>|`*_[]<&\\a", min_size=1).filter(str.strip), min_size=1))
def test_paragraphs_stay_paragraphs(texts: list[str]) -> None:
    record = nodes.container("", *(nodes.paragraph("", text) for text in texts))
    read = MarkdownIt("commonmark").parse(text_of(record))
    assert [token.type for token in read if token.level == 0] == [
        "paragraph_open", "paragraph_close"
    ] * len(texts)  # fmt: skip
    said = ["".join(c.content for c in t.children or ()) for t in read if t.type == "inline"]
    assert said == [" ".join(text.split()) for text in texts]
