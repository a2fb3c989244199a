"""Pages that are records: nothing is lost, moved or renamed, whatever they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_help import FACTS, myst_page, rst_page

from sphinx_archdoc.model.section_words import ADR_SECTIONS
from sphinx_archdoc.reading.page import PageRead, dress_page, read_page
from sphinx_archdoc.reading.rebuild import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

PIECES = [
    "## Considered Options\n\n1. Rye\n2. Oats\n",
    "## Considered Options\n\n* **Rye**, as ever\n* Oats: cheap\n\n  And tall.\n*\n",
    "### Rye\n\n* Good, because a\n* Good, because b\n* Bad, because c\n",
    "### Oats\n\n#### Pros\n\n+ one\n+ two\n\n#### Cons\n\n- three\n",
    "## Pros and Cons of the Options\n",
    '## Decision Outcome\n\nChosen option: "Rye", because.\n',
    "### Consequences\n\n* Good, because d\n* Bad, because e\n* Good, because f\n",
    "### Consequences\n\n* Neutral, because g\n* Good, because h\n\nText.\n",
    "### Positive Consequences\n\n* i\n",
    "Status: accepted\n",
    "## Status\n\nAccepted\n",
    "## Something else\n\n> Quoted\n",
    "## Decision\n",
    "(here)=\n\n* Good, because j\n* Bad, because k\n",
]


def _text(content: Sequence[nodes.Node]) -> list[str]:
    """Return the author's words and headings in order."""
    ours = ("arch-chosen", "arch-label")
    found: list[str] = []
    for node in content:
        for text in node.findall(nodes.Text):
            parent = text.parent
            mine = [*parent.get("classes", ()), *parent.parent.get("classes", ())]
            if not any(name in mine for name in ours):
                found += str(text).split()
    return found


def _ids(content: Sequence[nodes.Node]) -> list[str]:
    return [id_ for node in content for part in node.findall(nodes.Element) for id_ in part["ids"]]


def _dressed(content: list[nodes.Node]) -> PageRead:
    holder = nodes.section("", *content)
    before = holder.pformat()
    read = read_page(content, ADR_SECTIONS, FACTS)
    assert holder.pformat() == before
    dress_page(content, ADR_SECTIONS, LABELS, read.chosen)
    content[:] = holder.children
    return read


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=7))
def test_words_and_anchors_stay_in_order(pieces: list[str]) -> None:
    content = myst_page("# Page\n\n" + "\n".join(pieces))
    words, ids, titles = _text(content), _ids(content), _titles(content)
    read = _dressed(content)
    assert _text(content) == words
    assert _ids(content) == ids
    assert _titles(content) == titles == [part.title for part in read.sections]


def _titles(content: Sequence[nodes.Node]) -> list[str]:
    return [title.astext() for node in content for title in node.findall(nodes.title)]


def test_what_is_read_of_a_page() -> None:
    text = "Page\n====\n\nStatus: accepted\n\nOptions\n-------\n\n- Rye\n- Oats\n\n"
    content = rst_page(text + "Decision\n--------\n\nWe sow oats.\n")
    read = _dressed(content)
    assert [(fact.field, fact.text) for fact in read.facts] == [("status", "accepted")]
    assert read.chosen == "Oats"
    assert [part[:2] for part in read.sections] == [
        ("options", "Options"), ("decision", "Decision"),
    ]  # fmt: skip
    marked = [node for part in content for node in part.findall(nodes.strong)]
    assert [node.parent.astext() for node in marked] == ["Oats Chosen"]


def test_an_option_that_is_not_there_is_not_marked() -> None:
    content = rst_page("Page\n====\n\nOptions\n-------\n\n- Rye\n- Oats\n")
    dress_page(content, ADR_SECTIONS, LABELS, "Wheat")
    assert not [node for part in content for node in part.findall(nodes.strong)]
