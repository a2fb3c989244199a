"""A matrix of records, or of roles and permissions, as a real table: marks have words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.render.links import yes_or_no
from sphinx_archdoc.views.faces import Face, label

if TYPE_CHECKING:
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.crossing import Crossing, Mark


def render_data(data: Crossing, render: Renderer) -> list[nodes.Node]:
    """Return the columns, header and rows; a sentence when there is nothing to cross."""
    if not data.rows or not data.columns:
        return [nodes.paragraph("", render.translate("There are none."), classes=["arch-empty"])]
    group = nodes.tgroup(cols=len(data.columns) + 1)
    for number in range(len(data.columns) + 1):
        column = nodes.colspec(colwidth=24 if not number else 12)
        if not number:
            column["stub"] = 1
        group += column
    head = nodes.row("", nodes.entry("", nodes.paragraph("", render.translate(data.corner))))
    for heading in data.columns:
        head += nodes.entry("", nodes.paragraph("", "", _heading(data, heading, render)))
    group += nodes.thead("", head)
    body = nodes.tbody()
    for heading, marks in zip(data.rows, data.cells, strict=True):
        name = nodes.paragraph("", "", _heading(data, heading, render))
        row = nodes.row("", nodes.entry("", name))
        row.extend(_cell(mark, render) for mark in marks)
        body += row
    group += body
    return [group]


def after(data: Crossing, render: Renderer) -> list[nodes.Node]:
    """Return the line below: how many rows are covered."""
    if not data.total or not data.columns:
        return []
    share = round(100 * data.covered / data.total)
    text = render.translate("{covered} of {total} covered ({share} %)").format(
        covered=data.covered, total=data.total, share=share
    )
    return [nodes.paragraph("", text, classes=["arch-unplaced"])]


def _heading(data: Crossing, heading: Face | str, render: Renderer) -> nodes.Node:
    if isinstance(heading, str):
        return nodes.Text(heading)
    shown = heading.title if data.titled else label(heading)
    return render.links.link(heading, shown, *(["arch-key-id"] if shown == heading.id else []))


def _cell(mark: Mark, render: Renderer) -> nodes.entry:
    if not mark.key:
        return nodes.entry("")
    yes = mark.key == "yes"
    said = render.translate("yes") if yes else render.translate("no")
    text = f"{said} ({mark.note})" if mark.note else said
    return nodes.entry("", nodes.paragraph("", "", yes_or_no(text, yes=yes)))
