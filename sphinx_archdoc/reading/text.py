"""Small tools on inline nodes: their text, cutting them, paragraphs made from what is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_Made = TypeVar("_Made", bound=nodes.Element)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:li|ul|ol|p|div|tr|td|dd|dt|hr|blockquote)\b", re.IGNORECASE)
_SILENT = (nodes.raw, nodes.comment, nodes.system_message)


def is_break(node: nodes.Node) -> bool:
    """Say whether the node is MyST's hard line break (it comes once for HTML, once for LaTeX)."""
    return isinstance(node, nodes.raw) and (
        bool(_BREAK.match(node.astext())) or node.astext().strip() == "\\\\"
    )


def parts_words(node: nodes.Node) -> bool:
    """Say whether the node is mark-up with words of their own before and after it."""
    return is_break(node) or (isinstance(node, nodes.raw) and bool(_BLOCK.match(node.astext())))


def text_of(parts: Iterable[nodes.Node]) -> str:
    """Return the readable text on one line: no raw mark-up, an image counts as its description."""
    found: list[str] = []
    for part in parts:
        _collect(part, found)
    return " ".join("".join(found).split())


def _collect(node: nodes.Node, found: list[str]) -> None:
    if isinstance(node, nodes.Text):
        found.append(node.astext())  # not str(): signs that reST escapes are marked in it
    elif isinstance(node, nodes.image):
        found.append(str(node.get("alt", "")))
    elif parts_words(node):
        found.append(" ")
    elif not isinstance(node, _SILENT):
        for child in node.children:
            _collect(child, found)
        if not isinstance(node, nodes.Inline):
            found.append(" ")


def said(node: nodes.Node) -> str:
    """Return the text of a node as ``astext`` does, but what is said: no mark-up, no messages.

    A line break of HTML ends a line.
    """
    if isinstance(node, nodes.raw):
        return "\n" if parts_words(node) else ""
    if isinstance(node, nodes.comment | nodes.system_message):
        return ""
    if isinstance(node, nodes.Text | nodes.image) or not node.children:
        return node.astext()
    separator = getattr(node, "child_text_separator", "")
    return str(separator).join(map(said, node.children))


_STRIKES = re.compile(r"<(/?)(?:s|del|strike)\b[^<>]*>", re.IGNORECASE)


def standing(node: nodes.Node) -> str:
    """Return the text of a node without what is struck out, if anything else is left."""
    if not any(_STRIKES.fullmatch(raw.astext()) for raw in node.findall(nodes.raw)):
        return said(node).strip()
    pieces: list[str] = []
    struck = False
    for part in _said_parts(node):
        mark = _STRIKES.fullmatch(part.astext()) if isinstance(part, nodes.raw) else None
        if mark:
            struck = not mark[1]
        elif not struck:
            pieces.append("\n" if parts_words(part) else part.astext() if _is_text(part) else "")
    return "".join(pieces).strip() or said(node).strip()


def _said_parts(node: nodes.Node) -> Iterator[nodes.Node]:
    if isinstance(node, nodes.Text | nodes.image | nodes.raw):
        yield node
    elif not isinstance(node, _SILENT):
        for child in node.children:
            yield from _said_parts(child)


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Text | nodes.image)


def trimmed(parts: Sequence[nodes.Node], *, colon: bool = False) -> list[nodes.Node]:
    """Return the nodes without blanks and line breaks at both ends (and one colon in front)."""
    result = list(parts)
    if colon:
        _trim_end(result, 0, lambda text: text.lstrip().removeprefix(":"))
    _trim_end(result, 0, str.lstrip)
    _trim_end(result, -1, str.rstrip)
    return result


def title_nodes(parts: Sequence[nodes.Node]) -> tuple[nodes.Node, ...]:
    """Return the nodes of a heading or label without its last colon."""
    result = trimmed(parts)
    _trim_end(result, -1, lambda text: text.rstrip().removesuffix(":").rstrip())
    return tuple(result)


def _trim_end(parts: list[nodes.Node], index: int, strip: Callable[[str], str]) -> None:
    while parts:
        node = parts[index]
        if isinstance(node, nodes.Text):
            text = strip(str(node))
            if text:
                if text != str(node):
                    parts[index] = nodes.Text(text)
                return
        elif not is_break(node):
            return
        del parts[index]


def place(node: _Made, like: nodes.Node, line: int = 0) -> _Made:
    """Give a new node the source and line of an old one, and return it."""
    node.source, node.line = like.source, line or like.line
    return node


def paragraph(
    parts: Sequence[nodes.Node], like: nodes.Element, *, raw: str = "", line: int = 0
) -> nodes.paragraph:
    """Return a paragraph of these nodes; ``raw`` is its source text, which translations need."""
    result = nodes.paragraph("", "", *parts)
    result.rawsource = raw or _plain_source(parts)
    return place(result, like, line)


def _plain_source(parts: Sequence[nodes.Node]) -> str:
    if all(isinstance(part, nodes.Text) for part in parts):
        return "".join(str(part) for part in parts)
    return ""


def line_of(node: nodes.Node) -> int:
    """Return the line of a node or of the first node inside that has one; 0 if unknown."""
    if node.line:
        return node.line
    for child in node.children:
        found = line_of(child)
        if found:
            return found
    return 0
