"""Records as a list: a line for each, with its facts below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.views.record_list import facts_of

if TYPE_CHECKING:
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.record_list import RecordList
    from sphinx_archdoc.views.table import Column, Row


def render_data(data: RecordList, render: Renderer) -> list[nodes.Node]:
    """Return a bullet list for each group; a sentence when there are no records."""
    table = data.table
    if not table.groups:
        return [nodes.paragraph("", render.translate("There are none."), classes=["arch-empty"])]
    found: list[nodes.Node] = []
    for group in table.groups:
        if table.group_title:
            title = render.translate(group.title) or f"{render.translate(table.group_title)}: –"
            found.append(nodes.paragraph("", "", nodes.strong(title, title)))
        items = [_item(data, row, render) for row in group.rows]
        found.append(nodes.bullet_list("", *items, bullet="-", classes=["arch-list"]))
    return found


def _item(data: RecordList, row: Row, render: Renderer) -> nodes.list_item:
    face, table = row.face, data.table
    line = nodes.paragraph()
    if not face.element and any(column.type == "id" for column in table.columns):
        line += [render.links.link(face, face.id, "arch-key-id"), nodes.Text(" ")]
        line += nodes.strong(face.title, face.title)
    else:
        line += nodes.strong("", "", render.links.link(face, face.title or face.id))
    item = nodes.list_item("", line)
    for column, cell in facts_of(table, row):
        if column.name == data.main:
            line += [nodes.Text(": "), *render.value(column.type, cell)]
        else:
            item += _fact(column, cell, render)
    return item


def _fact(column: Column, cell: object, render: Renderer) -> nodes.paragraph:
    words = f"{render.translate(column.title)}: "
    name = nodes.inline(words, words, classes=["arch-label"])
    return nodes.paragraph("", "", name, *render.value(column.type, cell))
