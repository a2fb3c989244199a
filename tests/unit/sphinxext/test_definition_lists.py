"""The short way to read definition lists gives what docutils gives."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.io import ErrorOutput
from docutils.parsers.rst import Directive, Parser, directives
from docutils.utils import new_document
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sphinx_archdoc.sphinxext.definition_lists import parse_definitions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.frontend import Values


#: docutils counts blank lines below a paragraph that ends in ``::``, except at the very end.
_LITERAL = re.compile(
    r"page\.rst:\d+: (?=.*Literal block expected)"
    r"| line=\"\d+\"(?=[^<>]*>\s*<paragraph>\s*Literal block expected)"
)


class Probe(Directive):
    """Parse the content, as docutils does or in the short way (the argument)."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        if self.arguments[0] == "short":
            found = parse_definitions(self.state, self.content, self.content_offset)
            return [nodes.comment("", "not read")] if found is None else [found]
        node = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, node)
        return node.children


@pytest.fixture(scope="module", autouse=True)
def probe() -> Iterator[None]:
    directives.register_directive("probe", Probe)
    yield
    directives._directives.pop("probe")


@cache
def common_settings() -> Values:
    found = get_default_settings(Parser)
    found.report_level = 1
    found.halt_level = 5  # as Sphinx has it
    return found


def parsed(way: str, body: str) -> tuple[str, list[tuple[str, object]], str]:
    """Return the tree as text, the line of each node, and what was reported."""
    indented = "\n".join(f"   {line}" if line.strip() else line for line in body.split("\n"))
    document = new_document("page.rst", common_settings().copy())
    document.reporter.stream = ErrorOutput(destination=(log := io.StringIO()))
    Parser().parse(f"Above.\n\n.. probe:: {way}\n\n{indented}\n\nBelow.\n", document)
    lines = [
        (type(node).__name__, node.line)
        for node in document.findall(nodes.Element)
        # Only newer docutils says where these are.
        if not isinstance(node, (nodes.definition, nodes.definition_list))
    ]
    return _LITERAL.sub("", document.pformat()), lines, _LITERAL.sub("", log.getvalue())


def read_shortly(body: str) -> bool:
    """Compare both ways; return whether the short one was taken."""
    tree, lines, log = parsed("short", body)
    if "not read" in tree:
        return False
    expected, expected_lines, expected_log = parsed("docutils", body)
    assert tree == expected
    assert log == expected_log
    assert [name for name, _ in lines] == [name for name, _ in expected_lines]
    # Where docutils itself leaves the line out, it may be told.
    assert lines == [
        (name, theirs or ours)
        for (name, theirs), (_, ours) in zip(expected_lines, lines, strict=True)
    ]
    return True


@pytest.mark.parametrize(
    "body",
    [
        "Context\n   We need a database.",
        "Context\n   We need a database.\n\nDecision\n   Use PostgreSQL.\n",
        "Context\n   One line,\n   and another.\nDecision\n   No blank line before.",
        "\n\nContext\n We need *one* ``x``.\n\n\n\nDecision\n      Deep.\n\n      More.\n\n\n",
        "Context\n   Deep first\n  then less deep.\n\nDecision\n   x",
        "Consequences\n   + Good\n   - Bad\n\n   Text.\n",
        "Consequences\n   - One\n   - Two\nDecision\n   1. a\n   2. b\n",
        "Options\n   PostgreSQL\n      Known.\n\n      + Good\n\n   MySQL\n      x\n\nMore\n   x",
        "Options\n   PostgreSQL : old\n      Known.\n",
        "Options\n   a\n      b\n         c\n            d\n               e\n",
        "Décision\n   Ü.\n\n日本\n   語\n",
        "What we know, and don’t\n   x\n\nIt's so-so\n   y\n",
        "Context\n   .. note:: Here\n\n      In it.\n\n   .. _target:\n\n   Text target_.\n",
        "Context\n   .. image:: x.png\n",
        "Context\n   Text::\n\n      code\n\nDecision\n   x [1]_ and |y|\n\n   .. [1] A note.\n",
        "Context\n   A table:\n\n   === ===\n   a   b\n   === ===\n   1   2\n   === ===\n",
        "Context\n   *not closed\n\nDecision\n   ``also\n",
        "Context\n   Title\n   =====\n\n   Text.\n",
        "Context\n   | line\n   | block\n\n   >>> 1 + 1\n   2\n",
        "Context\n   - a\n   b\n",
        "Context\n   Para\n     quote\n   end\n",
        "Context   \n   Text.   \n",
        "Term\n   .. comment\n",
        "Term\n   ::\n\n     x\n",
    ],
)  # fmt: skip
def test_plain_lists_are_read_as_docutils_reads_them(body: str) -> None:
    assert read_shortly(body)


@pytest.mark.parametrize("term", ["foo_", "foo__", "see foo_ now", "foo_, bar", "a_ b", "A_B_"])
def test_terms_that_are_links(term: str) -> None:
    read_shortly(f"{term}\n   Text.\n\n   .. _foo: https://example.org\n")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n\n",
        "Just text.",
        "Just",
        "Context\n\n   A quote.",
        "Context\nof two lines\n   Text.",
        "Context\n   Text.\n\nA paragraph after it.",
        "A paragraph before it.\n\nContext\n   Text.",
        "Context : classified\n   Text.",
        "*Context*\n   Text.",
        "Context::\n\n   Text.",
        "Context.\n   Text.",
        "- Context\n   Text.",
        "1st\n   Text.",
        "_x\n   Text.",
        "Context\n   Text.\n\n.. note:: x",
        "Context\n=======\n\nText.",
    ],
)
def test_anything_else_is_left_to_docutils(body: str) -> None:
    assert not read_shortly(body)


MARKUP = (
    "text", "*emphasis*", "``code``", "`role`", ":sub:`x`", "link_", "foo__", "`a link <x>`_",
    "|name|", "[1]_", "*open", "``open", "x::", "::", "a_b", "_", "- item", "+ good", "1. one",
    "a) one", "(i) one", "=====", "-----", ".. note:: Text", ".. comment", ".. _target:", ":f: x",
    "| line", ">>> x", "-a  option", "term : class", "Term", "Zwei Wörter", "it's", "\\*x", "x,",
    "__ x", "\xa0", "x\u2003", "’s", "A-B", "A_", "see foo_ now", "a b_", "A.", "i. x", "‘quoted’",
)  # fmt: skip
LINES = st.tuples(st.sampled_from((0, 0, 0, 1, 3, 3, 3, 3, 6, 6, 9)), st.sampled_from(MARKUP)).map(
    lambda line: " " * line[0] + line[1]
)
TERMS = st.sampled_from(
    ("Context", "Decision", "Zwei Wörter", "It's, so-called", "a", "A_B", "A", "To do")
)


@st.composite
def definitions(draw: st.DrawFn, depth: int = 0) -> str:
    """Return a list of terms with texts, lists and lists of terms in them."""
    made: list[str] = []
    indent = " " * draw(st.integers(1, 4))
    for _ in range(draw(st.integers(1, 3))):
        made.append(draw(TERMS))
        if depth < 2 and draw(st.integers(0, 3)) == 0:
            inner = draw(definitions(depth + 1))
        else:
            inner = "\n".join(draw(st.lists(LINES | st.just(""), min_size=1, max_size=5)))
        made += [indent + line if line.strip() else line for line in inner.split("\n")]
        made += [""] * draw(st.integers(0, 2))
    return "\n".join(made)


BODIES = definitions() | st.lists(LINES | TERMS | st.just(""), max_size=8).map("\n".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_any_text_is_read_as_docutils_reads_it_or_not_at_all(body: str) -> None:
    assume(not re.search(r"^ *\w[\w ,'’-]*_(?!\w)", body, re.MULTILINE))  # see the fault above
    read_shortly(body)


def test_most_of_the_made_texts_are_read_shortly() -> None:
    """What the property test compares is not an empty set."""
    found: list[bool] = []

    @settings(max_examples=40, deadline=None, database=None, derandomize=True)
    @given(definitions())
    def look(body: str) -> None:
        found.append("not read" not in parsed("short", body)[0])

    look()
    assert sum(found) > len(found) / 4
