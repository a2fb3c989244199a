"""Tables of an e-book on a narrow reader: each row is a block, whose cells say their column.

Nothing scrolls there, and a column as narrow as a letter is not to be read. On a page a script
labels the cells; a book has none, so they get a text that is shown where the style sheet asks.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

#: From so many columns on; fewer have room.
_MANY = 4
#: Tables that are read in both directions.
_NOT = {"arch-matrix", "arch-crossing", "arch-sums", "arch-columns", "arch-errors"}


class LabelCells(SphinxPostTransform):
    """Put the name of its column into each cell, when all tables are filled."""

    default_priority = 200
    builders: tuple[str, ...] = ("epub",)

    def run(self, **_kwargs: Any) -> None:
        """Label the tables of the page."""
        for table in self.document.findall(nodes.table):
            classes = table["classes"]
            if "arch-table" in classes and not _NOT & set(classes):
                _label(table)


def _label(table: nodes.table) -> None:
    heads = [row for head in table.findall(nodes.thead) for row in head.children]
    if len(heads) != 1 or len(heads[0].children) < _MANY:
        return
    titles = [cell.astext() for cell in heads[0].children]
    rows = [row for body in table.findall(nodes.tbody) for row in body.children]
    whole = [_cells(row) for row in rows if len(row.children) == len(titles)]
    if any("morerows" in cell for cells in whole for cell in cells):
        return
    table["classes"].append("arch-cards")
    for cells in whole:
        for title, cell in zip(titles, cells, strict=True):
            _say(title, cell)


def _cells(row: nodes.Node) -> list[nodes.entry]:
    return [cell for cell in row.children if isinstance(cell, nodes.entry)]


def _say(title: str, cell: nodes.entry) -> None:
    if not cell.astext().strip():
        cell["classes"].append("arch-void")
        return
    first = cell.children[0]
    label = nodes.inline("", title, classes=["arch-cell-label"])
    if isinstance(first, nodes.paragraph):
        first.insert(0, label)
    else:
        cell.insert(0, nodes.paragraph("", "", label))
