"""The Markdown of templates as reStructuredText, texts of users in both, and even tables."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sphinx_archdoc.formats.pipe_tables import cells_of, evened, is_rule, width
from sphinx_archdoc.formats.rest_blocks import rest_of
from sphinx_archdoc.formats.rest_inline import as_markdown, as_rest

#: Every sign of ASCII, letters, digits, a blank, and what takes two columns or none.
TEXT = st.text(
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ aB1 éß日🚀\u0301–“", min_size=1, max_size=24
).filter(lambda text: text == " ".join(text.split()))


def shown(tree: nodes.document) -> str:
    """Return the text of a page without messages about it, which only say that it is odd."""
    for message in [*tree.findall(nodes.system_message)]:
        message.parent.remove(message)
    return tree.astext()


@pytest.mark.parametrize(
    ("markdown", "rest"),
    [
        ("# A\n\n## B\n\n### C\n", "A\n====\n\nB\n----\n\nC\n~~~~\n"),
        ("Some `code` and **bold**.\n", "Some ``code`` and **bold**.\n"),
        ("See {adr}`ADR-1` or [this](a.html).\n", "See :adr:`ADR-1` or `this <a.html>`__.\n"),
        ("snake_ and a_b\n", "snake\\_ and a_b\n"),
        ("<!-- A\nnote. -->\n\nText\n", ".. A note.\n\nText\n"),
        ('```json\n{"a": *1}\n```\n\nB\n', '.. code-block:: json\n\n   {"a": *1}\n\nB\n'),
        ("- [ ] one\n- two\n", "- [ ] one\n- two\n"),
        (
            '```{c4-model}\n:hide:\n\nsystem a "A" [*x*]\n```\n',
            '.. c4-model::\n   :hide:\n\n   system a "A" [*x*]\n',
        ),
        (
            ":::{risk-table} Some\n:limit: 3\n\n| A | B |\n|---|---|\n| `x` |  |\n:::\n",
            """\
.. risk-table:: Some
   :limit: 3

   .. list-table::
      :header-rows: 1

      * - A
        - B
      * - ``x``
        -
""",
        ),
        (
            ":::{review-checklist}\n### Part\n- [ ] one\n:::\n",
            ".. review-checklist::\n\n   Part\n   ~~~~\n\n   - [ ] one\n",
        ),
        ("# 日本\n", "日本\n====\n"),
        ("# 日本語\n", "日本語\n======\n"),
    ],
)
def test_as_one_would_write_it(markdown: str, rest: str) -> None:
    assert rest_of(markdown) == rest


def test_tables_are_made_even() -> None:
    text = "x\n\n| A | Long |\n|--|--|\n| a \\| b | |\n\ny\n"
    even = "x\n\n| A      | Long |\n|--------|------|\n| a \\| b |      |\n\ny\n"
    assert evened(text) == even
    assert evened(even) == even
    assert cells_of("| a \\| b | c |") == ["a \\| b", "c"]
    assert is_rule("| :-: | - |")
    assert width("é🚀") == 3


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_a_text_shows_as_it_is_in_markdown(text: str) -> None:
    """As a paragraph of its own, so that its beginning could be taken for a list or a heading."""
    tokens = MarkdownIt("commonmark").enable("table").parse(as_markdown(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    shown = "".join(child.content for child in tokens[1].children or ())
    assert shown == text


@settings(max_examples=200, deadline=None)
@example("\\\\")
@example("____")
@example("~~~~~")
@given(TEXT)
def test_a_text_shows_as_it_is_in_rest(text: str) -> None:
    rest = as_rest(as_markdown(text))
    tree = publish_doctree(
        f"- {rest}\n", settings_overrides={"report_level": 5, "_disable_config": True}
    )
    assert shown(tree) == text
    assert len(tree.children) == 1
    assert tree[0].tagname == "bullet_list"
    assert tree[0][0][0].tagname == "paragraph"


def test_every_sign_is_tried() -> None:
    for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~":
        for text in (
            sign,
            f"{sign} a",
            f"a{sign}",
            f"a {sign} b",
            f"1{sign} a",
            f"a{sign}{sign}",
            sign * 4,
        ):
            inline = MarkdownIt("commonmark").parse(as_markdown(text))[1].children or []
            assert "".join(child.content for child in inline) == text
            rest = as_rest(as_markdown(text))
            quiet = {"report_level": 5, "_disable_config": True}
            assert shown(publish_doctree(f"x {rest} y", settings_overrides=quiet)) == f"x {text} y"
