"""Words that lead to something stay on its printed page: ``Provoked by:`` and the block of code.

LaTeX likes to end a page before a block of code, and does so after the line that announces it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.sphinxext.nodes import archdoc_picture, archdoc_tex, tex
from sphinx_archdoc.sphinxext.printed_pages import (
    LINE,
    ROUND_TABLE,
    UNSEEN,
    heading_height,
    headings_of,
    lines_of,
    room_of_picture,
)
from sphinx_archdoc.sphinxext.printed_tables import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How the words end.
_COLONS = (":", "\uff1a")
#: The lines of what they lead to that stand with them, and the room that LaTeX wants for a frame
#: of code before it begins one.
_FIRST_LINES, _ROUND_CODE = 3, 44


def keep_leads(document: nodes.document, *, floats: bool) -> None:
    """Say that no page ends after words that end with a colon.

    ``floats`` says that pictures with a caption stand where LaTeX finds room for them.
    """
    for lead, shown in [*_leads(document)]:
        if floats and isinstance(shown, (nodes.figure, archdoc_picture)):
            continue
        lead.parent.insert(lead.parent.index(lead) + 1, tex("\\archdoclead"))
        if is_open(lead):
            _ask_for_room(lead, shown)


def _leads(document: nodes.document) -> Iterator[tuple[nodes.paragraph, nodes.Element]]:
    """Yield the words that lead to something, with what comes next."""
    for lead in document.findall(nodes.paragraph):
        if isinstance(lead.parent, nodes.entry) or not lead.astext().rstrip().endswith(_COLONS):
            continue
        after = lead.parent.children[lead.parent.index(lead) + 1 :]
        shown = next((node for node in after if not isinstance(node, UNSEEN)), None)
        if isinstance(shown, nodes.Element):
            yield lead, shown


def _ask_for_room(lead: nodes.paragraph, shown: nodes.Element) -> None:
    """Ask for room before the words, or the headings over them: a page may end there only."""
    sections = [*headings_of(lead)]
    first = sections[-1] if sections else lead
    holder = first.parent
    if sections and not isinstance(holder, nodes.section):
        return
    if isinstance(shown, nodes.section):  # which asks for itself
        at = lead.parent.index(lead) + 1
        between = lead.parent.children[at : lead.parent.index(shown)]
        asked = [node for node in between if isinstance(node, archdoc_tex)][1:]
        for node in asked:
            lead.parent.remove(node)
        holder[holder.index(first) : holder.index(first)] = asked
        return
    before = sum(map(heading_height, sections)) + LINE * lines_of(lead)
    holder.insert(holder.index(first), tex(_room(shown, before)))


def _room(shown: nodes.Element, before: int) -> str:
    """Return what asks for room for the words and the beginning of what they lead to."""
    picture = next(iter(shown.findall(archdoc_picture)), None)
    if picture is not None and isinstance(shown, (nodes.figure, archdoc_picture)):
        return room_of_picture(picture, before)
    lines = _FIRST_LINES
    if isinstance(shown, nodes.table):
        before += ROUND_TABLE
    elif isinstance(shown, nodes.literal_block):
        before += _ROUND_CODE
        lines = min(lines, len(shown.astext().splitlines()))
    return f"\\archdocneedroom{{{before + LINE * lines}pt}}"
