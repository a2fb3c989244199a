"""The small picture of a look beside its word in a key: drawn as the box or boundary itself is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.graph import Group, Node
from sphinx_archdoc.diagrams.layout import Rect
from sphinx_archdoc.diagrams.svg import boundary
from sphinx_archdoc.diagrams.svg_outlines import outline

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.key import KeyEntry

#: A box in its own units, and how large it is shown, in px.
_BOX = Rect(1, 1, 50, 34)
_FRAME, _SHOWN = (52, 36), (24, 16.6)


def swatch(entry: KeyEntry) -> str:
    """Return inline SVG; the word beside it says the same, so it is hidden from screen readers."""
    if entry.shape:
        drawn = outline(Node(id="", title="", shape=entry.shape, role=entry.role), _BOX)
    else:
        drawn = boundary(Group(id="", title="", role=entry.role), _BOX)
    width, height = _FRAME
    return (
        f'<svg class="arch-swatch" viewBox="0 0 {width} {height}" width="{_SHOWN[0]}" '
        f'height="{_SHOWN[1]}" aria-hidden="true" focusable="false">{drawn}</svg>'
    )
