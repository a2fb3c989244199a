"""Who refers to a record, as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.render.links import joined, noted_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.views.backlinks import Backlinks


def render_backlinks(groups: Backlinks, translate: Callable[[str], str]) -> list[nodes.Node]:
    """Return the footer of a record: a line for each sort of reference."""
    if not groups:
        return []
    foot = nodes.container(classes=["arch-back"])
    for name, entries in groups:
        lead = nodes.Text(f"{translate(name)}: ")
        foot += nodes.paragraph("", "", lead, *joined(noted_link(*entry) for entry in entries))
    return [foot]
