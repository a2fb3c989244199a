"""Words that lead to something stay on its printed page: ``Provoked by:`` and the block of code.

LaTeX likes to end a page before a block of code, and does so after the line that announces it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.sphinxext.nodes import archdoc_picture, tex
from sphinx_archdoc.sphinxext.printed_pages import (
    LINE,
    ROUND_TABLE,
    UNSEEN,
    lines_of,
    room_of_picture,
)
from sphinx_archdoc.sphinxext.printed_tables import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How the words end.
_COLONS = (":", "\uff1a")
#: The lines of what they lead to that stand with them, and the room round a block of code.
_FIRST_LINES, _ROUND_CODE = 3, 20


def keep_leads(document: nodes.document, *, floats: bool) -> None:
    """Say that no page ends after words that end with a colon.

    ``floats`` says that pictures with a caption stand where LaTeX finds room for them.
    """
    for lead, shown in [*_leads(document)]:
        is_picture = isinstance(shown, (nodes.figure, archdoc_picture))
        if is_picture and floats:
            continue
        at = lead.parent.index(lead)
        lead.parent.insert(at + 1, tex("\\archdoclead"))
        if is_open(lead):
            lead.parent.insert(at, tex(_room(shown, LINE * lines_of(lead))))


def _leads(document: nodes.document) -> Iterator[tuple[nodes.paragraph, nodes.Element]]:
    """Yield the words that lead to something, with what comes next."""
    for lead in document.findall(nodes.paragraph):
        if isinstance(lead.parent, nodes.entry) or not lead.astext().rstrip().endswith(_COLONS):
            continue
        after = lead.parent.children[lead.parent.index(lead) + 1 :]
        shown = next((node for node in after if not isinstance(node, UNSEEN)), None)
        if isinstance(shown, nodes.Element) and not isinstance(shown, nodes.section):
            yield lead, shown


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
