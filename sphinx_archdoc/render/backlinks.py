"""Who refers to a record, as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.render.card import between, fact, whole
from sphinx_archdoc.render.links import joined, listed

if TYPE_CHECKING:
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.backlinks import Backlinks
    from sphinx_archdoc.views.faces import Face

    Turns = tuple[Face | None, Face | None]


def render_backlinks(
    groups: Backlinks, render: Renderer, turns: Turns = (None, None)
) -> list[nodes.Node]:
    """Return the footer of a record: each sort of reference with its label.

    ``turns`` are the records before and after it; formats that one reads from the start to the end
    do not show them.
    """
    parts = []
    for name, entries in groups:
        links = listed(render.links.noted(face, note) for face, note in entries)
        told = whole if render.styled else fact
        parts.append(told(render.translate(name), links))
    made = joined(parts, between(render))
    if render.styled and any(turns):
        made += [nodes.Text(" "), _turns(turns, render)]
    if not made:
        return []
    return [nodes.paragraph("", "", *made, classes=["arch-back", "no-search"])]


def _turns(turns: Turns, render: Renderer) -> nodes.inline:
    before, after = turns
    links = []
    # Without the title, which the card of the link says: every decision has these two.
    if before is not None:
        links.append([render.links.link(before._replace(title=""), f"\u2190 {before.id}")])
    if after is not None:
        links.append([render.links.link(after._replace(title=""), f"{after.id} \u2192")])
    return nodes.inline("", "", *joined(links, " · "), classes=["arch-turn"])
