"""Lead-ins: paragraphs that begin with a label, such as ``**Context:** text``.

One paragraph may hold several, each on a line of its own::

    **Status:** Accepted
    **Date:** 2026-01-15
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.reading.text import is_break, paragraph, text_of, title_nodes, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LONGEST_LABEL = 60
_RAW_LABEL = re.compile(r"^[ \t]*([*_]{1,3})(?=\S).+?(?<=\S)\1[ \t]*:?[ \t]*\\?\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label inside a paragraph: its text and how it is written."""

    text: str
    strong: bool
    colon: bool
    alone: bool  # nothing else in the paragraph
    starts_line: bool
    index: int
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph: what its label means to the caller, and the text behind it."""

    meaning: str
    label: Label | None
    title: tuple[nodes.Node, ...]
    body: nodes.paragraph | None
    line: int


def labels(block: nodes.Element) -> list[Label]:
    """Return everything in a paragraph that looks like a label."""
    children = block.children
    if not any(isinstance(child, nodes.strong | nodes.emphasis) for child in children):
        return []
    found: list[Label] = []
    starts_line, line = True, block.line or 0
    for index, child in enumerate(children):
        if isinstance(child, nodes.Text):
            text = str(child)
            line += text.count("\n")
            blank = not text.strip(" \t\n")
            starts_line = "\n" in text[len(text.rstrip()) :] or (blank and starts_line)
            continue
        if is_break(child):
            line += "<" in child.astext()
            starts_line = True
            continue
        if isinstance(child, nodes.strong | nodes.emphasis):
            label = _label(children, index, starts_line=starts_line, line=line)
            if label is not None:
                found.append(label)
        starts_line = False
    return found


def _label(
    children: Sequence[nodes.Node], index: int, *, starts_line: bool, line: int
) -> Label | None:
    node = children[index]
    text = text_of([node])
    after = children[index + 1] if index + 1 < len(children) else None
    inside = text.endswith(":")
    colon = inside or (isinstance(after, nodes.Text) and str(after).lstrip(" ").startswith(":"))
    first = trimmed(children[:index]) == []  # MyST puts empty texts in front
    alone = first and len(trimmed(children)) == 1
    if not text or len(text) > _LONGEST_LABEL or not (colon or alone):
        return None
    only = first and not trimmed(children[index + 1 :], colon=not inside)
    return Label(
        text=text,
        strong=isinstance(node, nodes.strong),
        colon=colon,
        alone=only,
        starts_line=starts_line,
        index=index,
        line=line,
    )


def split(block: nodes.Element, meaning: Callable[[Label], str | None]) -> list[Piece]:
    """Cut a paragraph at the labels that mean something to the caller.

    ``meaning`` returns None for a label that is ordinary text, and an empty string where a piece
    without a label begins. The list is empty if no label counts.
    """
    cuts = [(label, what) for label in labels(block) if (what := meaning(label)) is not None]
    if not cuts:
        return []
    children = block.children
    sources = _sources(block, len(cuts))
    pieces: list[Piece] = []
    if cuts[0][0].index > 0:
        before = trimmed(children[: cuts[0][0].index])
        if before:
            start = paragraph(before, block)
            pieces.append(Piece("", None, (), start, block.line or 0))
    ends = [label.index for label, _ in cuts[1:]] + [len(children)]
    body: nodes.paragraph | None
    for (label, what), end, raw in zip(cuts, ends, sources, strict=True):
        if not what:
            rest = trimmed(children[label.index : end])
            pieces.append(Piece("", None, (), paragraph(rest, block, line=label.line), label.line))
            continue
        rest = trimmed(children[label.index + 1 : end], colon=not label.text.endswith(":"))
        body = None
        if rest:
            line = label.line + _newlines(children[label.index + 1 : end])
            body = paragraph(rest, block, raw=raw, line=line)
        title = title_nodes(children[label.index].children)
        pieces.append(Piece(what, label, title, body, label.line))
    return pieces


def _newlines(parts: Sequence[nodes.Node]) -> int:
    # Line breaks between a label and its text.
    count = 0
    for part in parts:
        text = str(part) if isinstance(part, nodes.Text) else ""
        blank = text[: len(text) - len(text.lstrip(" :\n"))]
        count += blank.count("\n")
        if blank != text or (not text and not isinstance(part, nodes.Text)):
            break
    return count


def _sources(block: nodes.Element, count: int) -> list[str]:
    """Return the source text behind each label, or empty strings where it cannot be told."""
    found = list(_RAW_LABEL.finditer(block.rawsource))
    if len(found) != count or found[0].start() != 0:
        return [""] * count
    ends = [match.start() for match in found[1:]] + [len(block.rawsource)]
    return [
        block.rawsource[match.end() : end].strip().removesuffix("\\").rstrip()
        for match, end in zip(found, ends, strict=True)
    ]
