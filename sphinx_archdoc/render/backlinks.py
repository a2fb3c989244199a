"""Who refers to a record, as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.render.links import joined, link, place_link
from sphinx_archdoc.views.faces import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.views.backlinks import Backlinks


def render_backlinks(groups: Backlinks, translate: Callable[[str], str]) -> list[nodes.Node]:
    """Return the footer of a record: a line for each sort of reference."""
    if not groups:
        return []
    foot = nodes.container(classes=["arch-back"])
    for group in groups:
        parts = [link(face, label(face)) for face in group.faces]
        parts += [
            place_link(place.docname, place.anchor, place.title or place.docname)
            for place in group.places
        ]
        lead = nodes.Text(f"{translate(group.label)}: ")
        foot += nodes.paragraph("", "", lead, *joined(parts))
    return [foot]
