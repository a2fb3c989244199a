"""Who refers to a record, as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.render.card import SEPARATOR, fact
from sphinx_archdoc.render.links import joined

if TYPE_CHECKING:
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.backlinks import Backlinks


def render_backlinks(groups: Backlinks, render: Renderer) -> list[nodes.Node]:
    """Return the footer of a record: each sort of reference with its label."""
    parts = []
    for name, entries in groups:
        links = joined(render.links.noted(face, note) for face, note in entries)
        parts.append(fact(render.translate(name), links))
    if not parts:
        return []
    return [nodes.paragraph("", "", *joined(parts, SEPARATOR), classes=["arch-back", "no-search"])]
