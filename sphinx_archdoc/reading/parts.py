"""Points for and against: sorted by label, by ``+``/``-`` bullets, or by their first words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.reading.close_lists import listed
from sphinx_archdoc.reading.text import place, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_archdoc.reading.body import Section

_BULLETS = {"+": "positive", "-": "negative"}
_BECAUSE = re.compile(
    r"(?:(?P<positive>good|pro|gut|positiv|bueno?|bien|bon)"
    r"|(?P<negative>bad|con|schlecht|negativ|malo?|mal|mauvais)"
    r"|(?P<neutral>neutral|neutro|neutre))"
    r"(?:\s*[,:]|\s+(?:because|weil|porque|car|parce))\s*\S",
    re.IGNORECASE,
)

Point = tuple[str, nodes.list_item]
Part = tuple[str, Sequence[nodes.Node]]


def by_bullets(blocks: Iterable[nodes.Node]) -> bool:
    """Say whether ``+`` marks points in favour, so that ``-`` marks those against."""
    return any(
        isinstance(block, nodes.bullet_list) and block.get("bullet") == "+" for block in blocks
    )


def points(block: nodes.Node, *, signs: bool) -> list[Point]:
    """Return the items of a list with their groups (empty: none); nothing if it has no groups."""
    if not isinstance(block, nodes.bullet_list):
        return []
    sign = _BULLETS.get(block.get("bullet", ""), "") if signs else ""
    items = (item for item in block.children if isinstance(item, nodes.list_item))
    found = [(_because(item) or sign, item) for item in items]
    return found if any(group for group, _ in found) else []


def _because(item: nodes.list_item) -> str:
    """Return what the first words mean as they read, or as written before their translation."""
    first = item.children[0] if item.children else None
    match = _BECAUSE.match(text_of(item.children[:1]))
    if match is None and isinstance(first, nodes.paragraph):
        match = _BECAUSE.match(first.rawsource.lstrip("*_ "))
    return (match.lastgroup or "") if match else ""


def as_items(blocks: Iterable[nodes.Node]) -> list[nodes.list_item]:
    """Return the items of all lists; any other block becomes an item, or joins the one before."""
    items: list[nodes.list_item] = []
    for block in map(listed, blocks):
        if isinstance(block, nodes.bullet_list | nodes.enumerated_list):
            items += [item for item in block.children if isinstance(item, nodes.list_item)]
        elif items and not isinstance(block, nodes.paragraph):
            last = items[-1]
            items[-1] = place(nodes.list_item("", *last.children, block), last)
        else:
            items.append(place(nodes.list_item("", block), block))
    return items


def all_blocks(section: Section) -> Iterator[nodes.Node]:
    """Yield the blocks of a section and of all below, with their titles as paragraphs."""
    yield from section.nodes
    for child in section.children:
        if child.title:
            yield place(nodes.paragraph("", "", nodes.strong("", "", *child.title)), child.title[0])
        yield from all_blocks(child)


def bullets(items: Sequence[nodes.Node], *classes: str) -> nodes.bullet_list:
    """Return a bullet list of these items."""
    made = nodes.bullet_list("", *items, bullet="-", classes=list(classes))
    return place(made, items[0]) if items else made
