"""The first sentence of a text, for hovers and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.section_words import lookup
from sphinx_archdoc.model.sentences import LONGEST, announces_decision, decision_in, sentence_of
from sphinx_archdoc.reading.body import Body
from sphinx_archdoc.reading.text import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_QUIET = (nodes.comment, nodes.system_message, nodes.target, nodes.literal_block, nodes.image)


def first_sentence(text: Body | Iterable[nodes.Node], longest: int = LONGEST) -> str:
    """Return the first sentence as plain text, cut at a word if it is too long.

    Of a body it is that of the decision, else of the lead or of the first section with text.
    """
    if not isinstance(text, Body):
        return _of_blocks(text, longest)
    decisions = (section for section in text.walk() if section.key == "decision")
    found = (_decided(section.nodes, longest) for section in decisions)
    rest = (_of_blocks(section.nodes, longest) for section in text.walk())
    return next(filter(None, (*found, _of_blocks(text.lead, longest), *rest)), "")


def first_sentence_of_sections(
    page: nodes.section, known: Mapping[str, str], longest: int = LONGEST
) -> str:
    """Return the same for a page that is a record, whose sections are left as they are."""
    found = _of_decision(page, known, longest)
    return found or _of_blocks(page.children[1:], longest)


def decision_of_page(
    page: nodes.section,
    known: Mapping[str, str],
    is_prose: Callable[[str], bool],
    longest: int = LONGEST,
) -> str:
    """Return the decision of a page not written for us: better none than a line of its facts.

    Without a heading it is a paragraph that says so in front, else prose below the title.
    """
    found = _of_decision(page, known, longest)
    if found:
        return found
    for said in page.findall(nodes.paragraph):
        if announces_decision(text_of([said])):
            return _decided(_from(said), longest)
    for block in page.children[1:]:
        if isinstance(block, nodes.section):
            break
        if isinstance(block, nodes.paragraph) and is_prose(text_of([block])):
            return _decided(_from(block), longest)
    return ""


def _of_decision(page: nodes.section, known: Mapping[str, str], longest: int) -> str:
    for part in page.findall(nodes.section):
        title = part.children[0] if part.children else None
        if part is page or not isinstance(title, nodes.title):
            continue
        if heading_meaning(title, known) == "decision":
            found = _decided(part.children[1:], longest)
            if found:
                return found
    return ""


def heading_meaning(title: nodes.title, known: Mapping[str, str]) -> str:
    """Return what a heading means as it reads, else as it was written before its translation."""
    return lookup(text_of([title]), known) or lookup(title.rawsource, known)


def _from(block: nodes.Element) -> list[nodes.Node]:
    """Return a block with those behind it in the same place."""
    return list(block.parent.children[block.parent.index(block) :])


def _decided(blocks: Iterable[nodes.Node], longest: int) -> str:
    """Return the decision that the first block with text tells, with the list that it opens."""
    rest = iter(blocks)
    text = next(filter(None, map(_first_text, rest)), "")
    below = next((block for block in rest if not isinstance(block, _QUIET)), None)
    lists = (nodes.bullet_list, nodes.enumerated_list)
    items = below.children if isinstance(below, lists) else ()
    return decision_in(text, [_first_text(item) for item in items], longest)


def _of_blocks(blocks: Iterable[nodes.Node], longest: int) -> str:
    return sentence_of(next(filter(None, map(_first_text, blocks)), ""), longest)


def _first_text(block: nodes.Node) -> str:
    if isinstance(block, _QUIET) or (isinstance(block, nodes.TextElement) and _heads(block)):
        return ""
    if isinstance(block, nodes.Text | nodes.TextElement):
        return text_of([block])
    return next(filter(None, map(_first_text, block.children)), "")


def _heads(block: nodes.TextElement) -> bool:
    return isinstance(block, nodes.title | nodes.rubric | nodes.term | nodes.caption)
