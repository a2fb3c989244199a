"""Where a printed page may end: headings stay with what they head, pictures with their beginning.

LaTeX lets a page end after a heading that a picture, a table or another heading follows.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_archdoc.diagrams.legible import smallest_text
from sphinx_archdoc.sphinxext.nodes import archdoc_picture, archdoc_tex, tex
from sphinx_archdoc.sphinxext.printed_tables import is_open, lines_together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What a heading, the one of a chapter and a line of text take, in points; letters on a line.
_HEADING, _CHAPTER, LINE, _LETTERS = 34, 150, 13, 90
#: The room round a picture, and round a table with its head.
_ROUND_PICTURE, ROUND_TABLE = 34, 44
#: After more lines of text than this, in a card and elsewhere, a picture is no beginning; so many
#: lines of a card stand on one page, and so many points may be asked for. What is more than the
#: facts of a card begins with a panel, which takes some lines itself.
_CARD_LINES, _FEW_LINES, _CARD_START, _LARGE, _ROUND_PANEL = 12, 3, 7, 320, 2
#: Words of this size are the smallest that a picture is made smaller for, in points.
LEAST_TYPE = 6.0
#: Of a pixel of a picture.
POINT = 0.75
#: What takes no room.
UNSEEN = (nodes.target, nodes.Invisible, addnodes.index, archdoc_tex)
_HOLDERS = (nodes.container, nodes.compound)


def keep_together(document: nodes.document, *, floats: bool) -> None:
    """Say in all sections that begin with something large where pages may not end.

    ``floats`` says that pictures with a caption stand where LaTeX finds room for them.
    """
    for section in [*document.findall(nodes.section)]:
        if _is_stuck(section):
            section.insert(_after_title(section), tex("\\archdocstay"))
        room, top = _room(section, floats=floats), _top(section)
        if room and isinstance(top.parent, nodes.section):
            top.parent.insert(top.parent.index(top), tex(room))
    for picture in [] if floats else [*document.findall(archdoc_picture)]:
        node = picture.parent if isinstance(picture.parent, nodes.figure) else picture
        if is_open(node):
            node.parent.insert(node.parent.index(node), tex(room_of_picture(picture, 0)))


def place(picture: archdoc_picture, levels: Sequence[str] = ()) -> str:
    """Return the commands that say what shares its page with a picture.

    ``levels`` are the commands of the headings above it, the innermost last.
    """
    figure = picture.parent
    caption = next((part for part in figure.children if isinstance(part, nodes.caption)), None)
    below = _ROUND_PICTURE + (LINE * lines_of(caption) if caption else 0)
    below += LINE if picture.part else 0  # "continues on next page"
    headings = [*headings_of(figure if isinstance(figure, nodes.figure) else picture)]
    above = sum(map(heading_height, headings))
    if "chapter" in levels[len(levels) - len(headings) :]:
        above += _CHAPTER - _HEADING
    least = LEAST_TYPE / (smallest_text(picture.picture.svg) * POINT)
    sizes = f"{{{min(1.0, least):.2f}}}{{{picture.scale:.3g}}}"
    return f"\\archdocplace{{{below}pt}}{{{above}pt}}{sizes}"


def _is_stuck(section: nodes.section) -> bool:
    """Tell whether a page could end after the title: what follows is no text."""
    first = _first(section)
    if isinstance(first, nodes.section):
        return _is_stuck(first)
    return isinstance(first, (nodes.figure, archdoc_picture, nodes.table))


def _room(section: nodes.section, *, floats: bool) -> str:
    """Return what asks for room for the beginning of a section, if it needs any."""
    is_card = "arch-record" in section["classes"] and "arch-page" not in section["classes"]
    found, lines = _start(section, _CARD_LINES if is_card else _FEW_LINES)
    headings = sum(map(heading_height, [section, *headings_of(section)]))
    points = headings + LINE * lines
    if isinstance(found, archdoc_picture) and not floats:
        return room_of_picture(found, points)
    if isinstance(found, nodes.table) and (
        is_card or (not lines and "longtable" in found["classes"])
    ):
        points += ROUND_TABLE + LINE * lines_together(found)
        if points <= _LARGE:
            return f"\\archdocneedroom{{{points}pt}}"
    if is_card:
        start = min(lines + _ROUND_PANEL if lines > 1 else lines, _CARD_START)
        return f"\\archdocneedroom{{{headings + LINE * start}pt}}"
    return ""


def room_of_picture(picture: archdoc_picture, before: int) -> str:
    """Return what asks for room for a picture and what stands before it."""
    size = "".join(f"{{{side * POINT:.1f}bp}}" for side in _size(picture))
    return f"{place(picture)}\\archdocneedpicture{{{before}pt}}{size}"


def _start(section: nodes.section, most: int) -> tuple[nodes.Element | None, int]:
    """Return the picture or table that a section begins with, and the lines of text before it."""
    lines = 0
    nodes_below = (node for child in section.children[1:] for node in child.findall(nodes.Element))
    for node in nodes_below:
        if isinstance(node, (archdoc_picture, nodes.table)):
            return node, lines
        if isinstance(node, (nodes.section, nodes.literal_block)):
            break
        if isinstance(node, (nodes.paragraph, nodes.rubric)):
            lines += lines_of(node)
        if lines > most:
            break
    return None, lines


def _size(picture: archdoc_picture) -> tuple[float, float]:
    drawn, part = picture.picture, picture.part
    return drawn.width, part.bottom - part.top if part else drawn.height


def _first(section: nodes.Element) -> nodes.Node | None:
    """Return what is seen first below a title, out of its holders."""
    for node in section.children:
        if isinstance(node, (nodes.title, *UNSEEN)):
            continue
        if isinstance(node, _HOLDERS):
            inner = _first(node)
            if inner is None:
                continue
            return inner
        return node
    return None


def headings_of(node: nodes.Node) -> Iterator[nodes.section]:
    """Yield the sections that begin with a node, the innermost first."""
    parent = node.parent
    while parent is not None:
        if isinstance(parent, nodes.section):
            if _first(parent) is not node:
                return
            yield parent
            node = parent
        elif not isinstance(parent, _HOLDERS):
            return
        parent = parent.parent


def _top(section: nodes.section) -> nodes.section:
    """Return the outermost section that begins with this one."""
    return [section, *headings_of(section)][-1]


def heading_height(section: nodes.section) -> int:
    """Return the height of the title of a section."""
    return _HEADING + LINE * (lines_of(section.children[0]) - 1)


def _after_title(section: nodes.section) -> int:
    is_title = (isinstance(node, (nodes.title, addnodes.index)) for node in section.children)
    return next((at for at, found in enumerate(is_title) if not found), len(section.children))


def lines_of(text: nodes.Node) -> int:
    """Return how many lines a text takes, roughly."""
    return max(1, math.ceil(len(text.astext()) / _LETTERS))
