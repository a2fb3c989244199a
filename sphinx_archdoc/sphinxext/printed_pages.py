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
from sphinx_archdoc.sphinxext.printed_tables import lines_at_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What a heading, the one of a chapter and a line of text take, in points; letters on a line.
_HEADING, _CHAPTER, _LINE, _LETTERS = 34, 150, 13, 90
#: The room round a picture, and round a table with its head.
_ROUND_PICTURE, _ROUND_TABLE = 34, 44
#: A picture after more lines of text than this is no beginning.
_FEW_LINES = 12
#: Words of this size are the smallest that a picture is made smaller for, in points.
LEAST_TYPE = 6.0
#: Of a pixel of a picture.
POINT = 0.75
_UNSEEN = (nodes.target, nodes.Invisible, addnodes.index, archdoc_tex)
_HOLDERS = (nodes.container, nodes.compound)


def keep_together(document: nodes.document, *, floats: bool) -> None:
    """Say in all sections that begin with something large where pages may not end.

    ``floats`` says that pictures with a caption stand where LaTeX finds room for them.
    """
    for section in [*document.findall(nodes.section)]:
        if _is_stuck(section):
            section.insert(_after_title(section), tex("\\archdocstay"))
        room, top = _room_of_table(section), _top(section)
        if not floats:
            room = room or _room_of_picture(section)
        if room and isinstance(top.parent, nodes.section):
            top.parent.insert(top.parent.index(top), tex(room))


def place(picture: archdoc_picture, levels: Sequence[str] = ()) -> str:
    """Return the commands that say what shares its page with a picture.

    ``levels`` are the commands of the headings above it, the innermost last.
    """
    figure = picture.parent
    caption = next((part for part in figure.children if isinstance(part, nodes.caption)), None)
    below = _ROUND_PICTURE + (_LINE * _lines(caption) if caption else 0)
    below += _LINE if picture.part else 0  # "continues on next page"
    headings = [*_headings(figure if caption else picture)]
    above = sum(map(_heading, headings))
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


def _room_of_table(section: nodes.section) -> str:
    """Return what asks for room for the first rows of a table that a section begins with."""
    first = _first(section)
    if not isinstance(first, nodes.table) or "longtable" not in first["classes"]:
        return ""
    points = sum(map(_heading, _headings(first))) + _ROUND_TABLE
    return f"\\archdocneedroom{{{points + _LINE * lines_at_start(first)}pt}}"


def _room_of_picture(section: nodes.section) -> str:
    """Return what asks for room for the beginning of a card, if that is a picture."""
    if "arch-record" not in section["classes"] or "arch-page" in section["classes"]:
        return ""
    picture, lines = _first_picture(section)
    if picture is None:
        return ""
    points = sum(map(_heading, [section, *_headings(section)])) + _LINE * lines
    size = "".join(f"{{{side * POINT:.1f}bp}}" for side in _size(picture))
    return f"{place(picture)}\\archdocneedpicture{{{points}pt}}{size}"


def _first_picture(record: nodes.section) -> tuple[archdoc_picture | None, int]:
    """Return the picture that a record begins with, and how many lines of text precede it."""
    lines = 0
    for node in record.findall():
        if isinstance(node, archdoc_picture):
            return node, lines
        if isinstance(node, (nodes.table, nodes.literal_block)) or lines > _FEW_LINES:
            break
        if isinstance(node, (nodes.paragraph, nodes.rubric)):
            lines += _lines(node) + 1
    return None, 0


def _size(picture: archdoc_picture) -> tuple[float, float]:
    drawn, part = picture.picture, picture.part
    return drawn.width, part.bottom - part.top if part else drawn.height


def _first(section: nodes.Element) -> nodes.Node | None:
    """Return what is seen first below a title, out of its holders."""
    for node in section.children:
        if isinstance(node, (nodes.title, *_UNSEEN)):
            continue
        if isinstance(node, _HOLDERS):
            inner = _first(node)
            if inner is None:
                continue
            return inner
        return node
    return None


def _headings(node: nodes.Node) -> Iterator[nodes.section]:
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
    return [section, *_headings(section)][-1]


def _heading(section: nodes.section) -> int:
    """Return the height of the title of a section."""
    return _HEADING + _LINE * (_lines(section.children[0]) - 1)


def _after_title(section: nodes.section) -> int:
    is_title = (isinstance(node, (nodes.title, addnodes.index)) for node in section.children)
    return next((at for at, found in enumerate(is_title) if not found), len(section.children))


def _lines(text: nodes.Node) -> int:
    return max(1, math.ceil(len(text.astext()) / _LETTERS))
