"""The first sentence of a text, for hovers and lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.section_words import lookup
from sphinx_archdoc.reading.body import Body
from sphinx_archdoc.reading.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST = 200
_END = re.compile(r"""[.!?…]["”»')\]]*\s+(?=["“„«'(\[]?[^\W\d_a-z]|\d)|[。！？]""")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|approx|incl|resp|ca|no|nr|z\. ?b|d\. ?h|bzw|u\. ?a|p\. ?ej"
    r"|fig|sec|st|mr|ms|dr|[A-Z])\.$",
    re.IGNORECASE,
)
_QUIET = (nodes.comment, nodes.system_message, nodes.target, nodes.literal_block, nodes.image)


def first_sentence(text: Body | Iterable[nodes.Node], longest: int = LONGEST) -> str:
    """Return the first sentence as plain text, cut at a word if it is too long.

    Of a body it is that of the decision, else of the lead or of the first section with text.
    """
    if not isinstance(text, Body):
        return _of_blocks(text, longest)
    decisions = (section for section in text.walk() if section.key == "decision")
    found = (_of_blocks(section.nodes, longest) for section in decisions)
    rest = (_of_blocks(section.nodes, longest) for section in text.walk())
    return next(filter(None, (*found, _of_blocks(text.lead, longest), *rest)), "")


def first_sentence_of_sections(
    page: nodes.section, known: Mapping[str, str], longest: int = LONGEST
) -> str:
    """Return the same for a page that is a record, whose sections are left as they are."""
    for part in page.findall(nodes.section):
        title = part.children[0] if part.children else None
        if part is page or not isinstance(title, nodes.title):
            continue
        if lookup(text_of([title]), known) == "decision":
            found = _of_blocks(part.children[1:], longest)
            if found:
                return found
    return _of_blocks(page.children[1:], longest)


def _of_blocks(blocks: Iterable[nodes.Node], longest: int) -> str:
    for block in blocks:
        text = _first_text(block)
        if text:
            return _cut(_sentence(text), longest)
    return ""


def _first_text(block: nodes.Node) -> str:
    if isinstance(block, _QUIET) or (isinstance(block, nodes.TextElement) and _heads(block)):
        return ""
    if isinstance(block, nodes.Text | nodes.TextElement):
        return text_of([block])
    return next(filter(None, map(_first_text, block.children)), "")


def _heads(block: nodes.TextElement) -> bool:
    return isinstance(block, nodes.title | nodes.rubric | nodes.term)


def _sentence(text: str) -> str:
    for match in _END.finditer(text):
        head = text[: match.end()].rstrip()
        if not _SHORT.search(text[: match.start() + 1]):
            return head
    return text


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:.") + "…"
