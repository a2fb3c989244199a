"""Labels and lists that stand close together: ``Pros:`` right above its points.

In reST lines that begin like items are text where no blank line comes before them; in MyST they are
a list, and the label above is a paragraph, or the last line of one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.section_words import known_sections, lookup
from sphinx_archdoc.reading.text import is_break, line_of, paragraph, place, text_of, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: Which group a name stands for, of a sub-section or a label.
GROUP_OF: Mapping[str, str] = {
    "positive": "positive",
    "negative": "negative",
    "neutral": "neutral",
    "mitigation": "mitigation",
    "pros": "positive",
    "cons": "negative",
}
#: The names of these, for ``read_body``.
GROUP_NAMES: Mapping[str, str] = known_sections(GROUP_OF)
_ITEM = re.compile(r"[-*+•](?: +|\Z)")

_Line = tuple[int, list[nodes.Node]]


def labelled(blocks: Sequence[nodes.Node]) -> Iterator[tuple[str, nodes.Node]]:
    """Yield the blocks, each with the group that a plain label right above it names, or nothing.

    The labels are gone: those who show the groups have labels of their own.
    """
    waiting = ""
    for number, block in enumerate(blocks):
        if waiting:
            yield from _divided(waiting, block)
            waiting = ""
            continue
        if not isinstance(block, nodes.paragraph):
            yield "", block
            continue
        head, groups = _parts(block, is_followed=_is_list(blocks[number + 1 : number + 2]))
        if head is not None:
            yield "", head
        for group, items in groups:
            if items:
                yield group, _list(items, block)
            else:
                waiting = group


def cut(block: nodes.paragraph, *, is_followed: bool) -> list[nodes.paragraph]:
    """Return a paragraph in two where labels with lists follow its first lines."""
    lines = _lines(block)
    at = _labels(lines, is_followed=is_followed)[:1]
    if not at or not at[0]:
        return [block]
    return [_made(lines[: at[0]], block), _made(lines[at[0] :], block)]


def listed(block: nodes.Node) -> nodes.Node:
    """Return the list that a paragraph is meant to be, of which each line begins like an item."""
    if not isinstance(block, nodes.paragraph):
        return block
    lines = _lines(block)
    return _list(lines, block) if lines and all(map(_is_item, lines)) else block


def _divided(group: str, block: nodes.Node) -> Iterator[tuple[str, nodes.Node]]:
    """Yield a list in parts where items end with a label for those behind them.

    To Markdown a line that is not indented goes on with the item above it.
    """
    made: list[nodes.Node] = []
    for item in block.children:
        made.append(item)
        last = item.children[-1] if item.children else None
        if item is block.children[-1] or not isinstance(last, nodes.paragraph):
            continue
        lines = _lines(last)
        if len(lines) > 1 and (other := _group(lines[-1])):
            last.parent.replace(last, _made(lines[:-1], last))
            yield group, _bullets(made, block)
            group, made = other, []
    yield group, _bullets(made, block)


def _bullets(items: list[nodes.Node], like: nodes.Node) -> nodes.bullet_list:
    return place(nodes.bullet_list("", *items, bullet="-"), like, line_of(items[0]))


def _parts(
    block: nodes.paragraph, *, is_followed: bool
) -> tuple[nodes.paragraph | None, list[tuple[str, list[_Line]]]]:
    """Return what stands before the first label, and each group with its items."""
    lines = _lines(block)
    at = _labels(lines, is_followed=is_followed)
    if not at:
        return block, []
    head = _made(lines[: at[0]], block) if at[0] else None
    ends = [*at[1:], len(lines)]
    found = [
        (_group(lines[start]), lines[start + 1 : end]) for start, end in zip(at, ends, strict=True)
    ]
    return head, found


def _labels(lines: list[_Line], *, is_followed: bool) -> list[int]:
    """Return which lines are labels; none unless all that follows them are items."""
    found = [number for number, line in enumerate(lines) if _group(line)]
    if not found:
        return []
    below = [line for number, line in enumerate(lines) if number > found[0] and number not in found]
    last = found[-1] == len(lines) - 1
    bare = any(after == at + 1 for at, after in pairwise(found))
    return [] if bare or last != is_followed or not all(map(_is_item, below)) else found


def _group(line: _Line) -> str:
    text = text_of(line[1])
    if not text.endswith(":") or not all(isinstance(node, nodes.Text) for node in line[1]):
        return ""
    return GROUP_OF.get(lookup(text, GROUP_NAMES), "")


def _lines(block: nodes.Element) -> list[_Line]:
    """Return the lines of a paragraph: the number of each in the source, and its nodes."""
    number = line_of(block)
    found: list[_Line] = [(number, [])]
    for child in block.children:
        if is_break(child):
            if found[-1][1]:
                found.append((number, []))
            continue
        if not isinstance(child, nodes.Text):
            found[-1][1].append(child)
            continue
        first, *more = str(child).split("\n")
        found[-1][1].append(nodes.Text(first) if more else child)
        for text in more:
            number += 1
            found.append((number, [nodes.Text(text)]))
    cleaned = ((line, trimmed(parts)) for line, parts in found)
    return [(line, parts) for line, parts in cleaned if parts]


def _is_item(line: _Line) -> bool:
    first = line[1][0]
    mark = _ITEM.match(str(first)) if isinstance(first, nodes.Text) else None
    return mark is not None and (len(line[1]) > 1 or mark.end() < len(str(first)))


def _is_list(after: Sequence[nodes.Node]) -> bool:
    return any(isinstance(node, nodes.bullet_list | nodes.enumerated_list) for node in after)


def _list(lines: list[_Line], like: nodes.Element) -> nodes.bullet_list:
    items: list[nodes.Node] = []
    for number, (first, *more) in lines:
        parts = trimmed([nodes.Text(_ITEM.sub("", str(first), count=1)), *more])
        items.append(place(nodes.list_item("", paragraph(parts, like, line=number)), like, number))
    return _bullets(items, like)


def _made(lines: list[_Line], like: nodes.Element) -> nodes.paragraph:
    parts: list[nodes.Node] = []
    for _, line in lines:
        parts += [nodes.Text("\n"), *line] if parts else line
    return paragraph(parts, like, line=lines[0][0])
