"""The items of the list that a model text becomes: names that lead to records, and facts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_archdoc.sphinxext.cell_links import named_words
from sphinx_archdoc.sphinxext.translated import later, translations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.base import ArchDirective


class Name(NamedTuple):
    """The name of a record that leads to it; ``own`` is the anchor of the item it stands in."""

    text: str
    id: str
    own: str = ""
    strong: bool = False


def model_item(
    directive: ArchDirective,
    facts: Sequence[str | Name],
    anchor: str,
    line: int,
    *,
    linked: bool = False,
) -> nodes.list_item:
    """Return an item with these facts; each text may be translated on its own."""
    target = nodes.target("", "", ids=[anchor])
    directive.state.document.ids[anchor] = target
    paragraph = nodes.paragraph("", "", target)
    later(directive.env, partial(_fill, directive.env, paragraph, facts, linked=linked))
    item = nodes.list_item("", paragraph)
    for node in (item, paragraph):
        directive.set_source_info(node)
        node.line = line
    return item


def _fill(
    env: BuildEnvironment,
    paragraph: nodes.paragraph,
    facts: Sequence[str | Name],
    *,
    linked: bool,
) -> None:
    said = translations(env)
    for fact in facts:
        text = fact.text if isinstance(fact, Name) else fact
        words: nodes.Node = nodes.Text(said.get(text, text))
        if isinstance(fact, Name):
            words = nodes.strong("", "", words) if fact.strong else words
            if linked:
                words = named_words(fact.id, env.current_document.docname, fact.own, words)
        paragraph += words
