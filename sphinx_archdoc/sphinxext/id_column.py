"""The column of ids that is put before a table whose records get ids from a prefix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx_archdoc.reading.tables import RawTable


class IdColumn:
    """A first column with ids; rows that are no records have an empty cell there."""

    def __init__(self, table: RawTable) -> None:
        self._lines: list[nodes.Element] = [row.cells[0].parent for row in table.rows if row.cells]
        self._filled: set[int] = set()

    def add(self, line: nodes.Element, id_: str) -> nodes.entry:
        """Put a cell with an id before a row; return the cell."""
        text = nodes.inline(id_, id_, classes=["arch-id"])
        cell = nodes.entry("", nodes.paragraph("", "", text))
        line.insert(0, cell)
        self._filled.add(id(line))
        return cell

    def finish(self) -> None:
        """Give the table the column, and all its other rows a cell."""
        own = {id(line) for line in self._lines}
        groups = {id(line.parent.parent): line.parent.parent for line in self._lines}
        for group in groups.values():
            group["cols"] = group.get("cols", 0) + 1
            group.insert(0, nodes.colspec(colwidth=8))
            for line in group.findall(nodes.row):
                if id(line) not in self._filled:
                    # What the table has besides its rows are its headers.
                    title = "" if id(line) in own else "ID"
                    cell = nodes.entry("", *([nodes.paragraph("", title)] if title else ()))
                    line.insert(0, cell)
