"""Cells of the tables that authors write: which column each stands in, and a column of ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx_archdoc.reading.tables import RawRow, RawTable


def columns_of(row: RawRow, carried: dict[int, tuple[int, nodes.entry]]) -> dict[int, nodes.entry]:
    """Return the cells of a row by column; a cell over several rows stands in each of them.

    ``carried`` holds such cells by column with the number of rows they still reach into.
    """
    found: dict[int, nodes.entry] = {}
    column = 0
    cells = iter(row.cells)
    cell = next(cells, None)
    while cell is not None or column in carried:
        if column in carried:
            left, above = carried.pop(column)
            found[column] = above
            if left > 1:
                carried[column] = (left - 1, above)
            column += 1
            continue
        assert cell is not None  # noqa: S101 -- by the condition of the loop
        found[column] = cell
        if cell.get("morerows"):
            carried[column] = (cell["morerows"], cell)
        column += 1 + cell.get("morecols", 0)
        cell = next(cells, None)
    return found


def add_id_cell(row: nodes.Element, id_: str) -> nodes.entry:
    """Put the id of a record in front of its row."""
    text = nodes.inline(id_, id_, classes=["arch-id"])
    cell = nodes.entry("", nodes.paragraph("", "", text))
    row.insert(0, cell)
    return cell


def add_id_header(table: RawTable) -> None:
    """Put a column for ids in front of the others."""
    group = table.rows[0].cells[0].parent.parent.parent
    group["cols"] = group.get("cols", 0) + 1
    group.insert(0, nodes.colspec(colwidth=8))
    for head in group.findall(nodes.thead):
        for row in head.findall(nodes.row):
            row.insert(0, nodes.entry("", nodes.paragraph("", "ID")))
