"""A computed table as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.render.links import badge, id_classes, room_classes
from sphinx_archdoc.render.rows import LONG, ready_rows, row_of

if TYPE_CHECKING:
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.table import Column, Row, Table

#: Relative widths by type; writers without automatic columns (LaTeX, text) use them.
_WIDTHS = {"id": 14, "title": 26, "inline": 26, "extra": 18, "refs": 16, "text": 16, "tags": 14}
_WIDTH = 12


def render_data(table: Table, render: Renderer) -> list[nodes.Node]:
    """Return the columns, header and rows; nothing but a sentence when there are no rows.

    Without columns there is nothing to say.
    """
    if not table.columns:
        return []
    if not table.groups:
        return [nodes.paragraph("", render.translate("There are none."), classes=["arch-empty"])]
    group = nodes.tgroup(cols=len(table.columns))
    for column in table.columns:
        group += nodes.colspec(colwidth=_WIDTHS.get(column.type, _WIDTH))
    head = nodes.row()
    for column in table.columns:
        head += nodes.entry("", nodes.paragraph("", render.translate(column.title)))
    group += nodes.thead("", head)
    body = nodes.tbody()
    # Sums stand below what they add up; in a table of nothing else they are rows like others.
    mixed = any(row.face.kind for part in table.groups for row in part.rows)
    long = sum(len(part.rows) for part in table.groups) >= LONG
    written = render.written if long else None
    for part in table.groups:
        if table.group_title:
            title = part.title or f"{render.translate(table.group_title)}: –"
            body += _heading(render.translate(title), len(table.columns), render)
        sums = [row for row in part.rows if mixed and not row.face.kind]
        own = part.rows[: len(part.rows) - len(sums)]
        rows = (_cells(row, table.columns, render) for row in own)
        body.extend(ready_rows(rows, written) if written is not None else map(row_of, rows))
        for row in sums:
            made = row_of(_cells(row, table.columns, render))
            made["classes"].append("arch-total")
            body += made
    group += body
    return [group]


def _heading(title: str, width: int, render: Renderer) -> nodes.row:
    first = nodes.entry("", nodes.paragraph("", "", nodes.strong(title, title)))
    if width > 1 and render.can_span:
        first["morecols"] = width - 1
        return nodes.row("", first, classes=["arch-group"])
    return nodes.row(
        "", first, *(nodes.entry("") for _ in range(width - 1)), classes=["arch-group"]
    )


def _cells(
    row: Row, columns: tuple[Column, ...], render: Renderer
) -> list[tuple[str, list[nodes.Node]]]:
    types = {column.type for column in columns}
    found = []
    for column, cell in zip(columns, row.cells, strict=True):
        inner = _cell(column, cell, render, types)
        text = "".join(node.astext() for node in inner)
        found.append((" ".join(room_classes(text, column.type)), inner))
    return found


def _cell(column: Column, cell: Any, render: Renderer, types: set[str]) -> list[nodes.Node]:
    if column.type == "id":
        # Where the next cell says the title, the link need not.
        face = cell._replace(title="") if "title" in types else cell
        return [render.links.link(face, cell.id, *id_classes(cell.id))]
    if column.type == "title":
        # One link in a row is enough; without an ID column the title is it.
        text = cell.title or cell.id
        return [nodes.Text(text)] if "id" in types else [render.links.link(cell, text)]
    # One look for all statuses of a column; of several kinds they are plain words.
    if column.name == "status" and column.type == "choice" and cell:
        key = cell.key if render.styled else ""  # for the filter
        return [badge(render.badge_text(cell), cell.tone, key)]
    return render.value(column.type, cell)
