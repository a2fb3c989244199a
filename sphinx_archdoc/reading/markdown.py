"""The text of a record as plain Markdown: paragraphs, lists, tables, code and headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.formats.markdown_text import (
    code_span,
    escape_inline,
    escape_start,
    fence_for,
    link,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: What stands in the text of a record but is none of it; markup of other formats is for those.
_SKIPPED = (
    nodes.title, nodes.target, nodes.comment, nodes.system_message, nodes.Invisible,
    nodes.image, nodes.figure, nodes.raw,
)  # fmt: skip


def text_of(record: nodes.Element) -> str:
    """Return what the author wrote inside of a record, without its title and inner records."""
    children = record.children
    first = next((n for n, child in enumerate(children) if isinstance(child, nodes.rubric)), None)
    title = nodes.rubric if first == 0 and not isinstance(record, nodes.section) else ()
    body = children[1:] if title else children
    return "\n\n".join(block for child in body for block in _blocks(child))


def _blocks(node: nodes.Node) -> Iterator[str]:
    """Yield the blocks of a node."""
    if isinstance(node, nodes.Text):
        if node.strip():
            yield _line(node)
        return
    if not isinstance(node, nodes.Element) or isinstance(node, _SKIPPED):
        return
    if "arch_number" in node.attributes:  # a record inside the record has a place of its own
        return
    write = next((write for sort, write in _WRITERS if isinstance(node, sort)), None)
    if write is not None:
        if said := write(node):
            yield said
        return
    if isinstance(node, nodes.section):
        yield from (_heading(child) for child in node.children if isinstance(child, nodes.title))
    for child in node.children:
        yield from _blocks(child)


def _heading(node: nodes.Element) -> str:
    """Return a heading in bold: those of Markdown are for records."""
    parts = []
    for child in node.children:
        chosen = isinstance(child, nodes.Element) and "arch-chosen" in child["classes"]
        text = escape_inline(child.astext())
        parts.append(f" ({text})" if chosen else text)
    return f"**{' '.join(''.join(parts).split())}**"


def _line(node: nodes.Node) -> str:
    """Return the words of a node on one line; code and stress keep their signs."""
    children = node.children or (nodes.Text(node.astext()),)
    said = " ".join("".join(map(_inline, children)).split())
    # Code and stress begin with signs of their own.
    return escape_start(said) if isinstance(children[0], nodes.Text) else said


def _inline(node: nodes.Node) -> str:
    text = node.astext()
    if isinstance(node, nodes.Text):
        return escape_inline(text)
    if not text or isinstance(node, nodes.raw):
        return ""
    if isinstance(node, nodes.literal):
        return code_span(text)
    inner = "".join(map(_inline, node.children))
    if isinstance(node, nodes.strong):
        return f"**{inner}**"
    if isinstance(node, nodes.emphasis):
        return f"*{inner}*"
    address = node.get("refuri", "") if isinstance(node, nodes.reference) else ""
    return link(inner, address) if re.match(r"https?:", address) else inner


def _code(node: nodes.literal_block) -> str:
    text = node.astext()
    fence = fence_for(text, 3)
    return f"{fence}{escape_inline(node.get('language', ''))}\n{text}\n{fence}"


def _list(node: nodes.Element) -> str:
    numbered = isinstance(node, nodes.enumerated_list)
    start = node.get("start", 1)
    lines = []
    for number, item in enumerate(node.children):
        sign = f"{start + number}." if numbered else "-"
        blocks = [block for child in item.children for block in _blocks(child)]
        text = "\n".join(blocks) or ""
        lines.append(f"{sign} " + text.replace("\n", "\n" + " " * (len(sign) + 1)))
    return "\n".join(lines)


def _table(node: nodes.table) -> str:
    rows = [[_cell(cell) for cell in row] for row in node.findall(nodes.row)]
    lines = ["| " + " | ".join(cells) + " |" for cells in rows]
    if lines:
        lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines)


def _cell(cell: nodes.Node) -> str:
    """Return what a cell says on one line; a bar would end it, in code too."""
    said = " ".join(block for child in cell.children for block in _blocks(child))
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(said.split()))


_WRITERS: tuple[tuple[type[nodes.Element], Callable[[Any], str]], ...] = (
    (nodes.rubric, _heading),
    (nodes.term, _heading),
    (nodes.literal_block, _code),
    (nodes.bullet_list, _list),
    (nodes.enumerated_list, _list),
    (nodes.table, _table),
    (nodes.TextElement, _line),
)
