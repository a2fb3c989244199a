"""A computed table as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.render.cells import value_nodes
from sphinx_archdoc.render.links import link

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.views.table import Column, Row, Table

#: Relative widths by type; writers without automatic columns (LaTeX, text) use them.
_WIDTHS = {"id": 10, "title": 26, "inline": 26, "extra": 18, "refs": 16, "text": 16, "tags": 14}
_WIDTH = 12


def render_table(table: Table, translate: Callable[[str], str]) -> list[nodes.Node]:
    """Return the columns, header and rows; nothing but a sentence when there are no rows."""
    if not table.groups:
        return [nodes.paragraph("", translate("There are none."), classes=["arch-empty"])]
    group = nodes.tgroup(cols=len(table.columns))
    for column in table.columns:
        group += nodes.colspec(colwidth=_WIDTHS.get(column.type, _WIDTH))
    head = nodes.row()
    for column in table.columns:
        head += nodes.entry("", nodes.paragraph("", translate(column.title)))
    group += nodes.thead("", head)
    body = nodes.tbody()
    for part in table.groups:
        if table.group_title:
            title = part.title or f"{translate(table.group_title)}: –"
            body += _heading(translate(title), len(table.columns))
        for row in part.rows:
            body += _row(row, table.columns, translate)
    group += body
    return [group]


def _heading(title: str, width: int) -> nodes.row:
    cell = nodes.entry("", nodes.paragraph("", "", nodes.strong(title, title)))
    if width > 1:
        cell["morecols"] = width - 1
    return nodes.row("", cell, classes=["arch-group"])


def _row(row: Row, columns: tuple[Column, ...], translate: Callable[[str], str]) -> nodes.row:
    made = nodes.row()
    for column, cell in zip(columns, row.cells, strict=True):
        inner = _cell(column, cell, translate)
        made += nodes.entry("", nodes.paragraph("", "", *inner)) if inner else nodes.entry("")
    return made


def _cell(column: Column, cell: Any, translate: Callable[[str], str]) -> list[nodes.Node]:
    if column.type == "id":
        return [link(cell, cell.id, "arch-key-id")]
    if column.type == "title":
        return [link(cell, cell.title or cell.id)]
    return value_nodes(column.type, cell, translate)
