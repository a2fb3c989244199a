"""A further column in a table of the author's own, for what is computed; his cells stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_archdoc.sphinxext.columns import Cells

#: Class of what the author has not written.
COMPUTED = "arch-computed"


def computed_mark() -> nodes.inline:
    """Return the word that says that something is computed; every format shows it."""
    words = f"({translate('computed')})"
    return nodes.inline(words, words, classes=["arch-computed-mark"])


def add_column(
    title: str, rows: Sequence[Cells], contents: Sequence[Sequence[nodes.Node]], after: int = -1
) -> list[nodes.entry]:
    """Give a table a column with one content for each row; return the new cells.

    It stands behind the column ``after``, where no cell of the table spans others; else it is the
    last. Rows that are not given have an empty cell.
    """
    lines = [_line(row) for row in rows]
    groups = {id(line.parent.parent): line.parent.parent for line in lines}
    at = None
    if after >= 0 and rows and all(map(_is_regular, groups.values())):
        first = next(row[after] for row in rows if after in row)
        at = first.parent.index(first) + 1
    made = {
        id(line): nodes.entry("", *([nodes.paragraph("", "", *inner)] if inner else ()))
        for line, inner in zip(lines, contents, strict=True)
    }
    for group in groups.values():
        _widen(group, made, title, at)
    return [made[id(line)] for line in lines]


def _line(row: Cells) -> nodes.Element:
    """Return the row of cells; one that reaches down from above stands in another."""
    lines = {id(cell.parent): cell.parent for cell in row.values()}.values()
    return max(lines, key=lambda line: line.parent.index(line))


def _is_regular(group: nodes.Element) -> bool:
    """Tell whether every row has one cell in each column."""
    cells = group.findall(nodes.entry)
    widths = {len(line.children) for line in group.findall(nodes.row)}
    return len(widths) == 1 and not any(
        cell.get("morerows") or cell.get("morecols") for cell in cells
    )


def _widen(
    group: nodes.Element, made: Mapping[int, nodes.entry], title: str, at: int | None
) -> None:
    specs = [child for child in group.children if isinstance(child, nodes.colspec)]
    place = group.index(specs[0]) + (len(specs) if at is None else at) if specs else 0
    group["cols"] = group.get("cols", len(specs)) + 1
    group.insert(place, nodes.colspec(colwidth=16))
    for part in group.children:
        if not isinstance(part, nodes.thead | nodes.tbody):
            continue
        for line in part.findall(nodes.row):
            cell = made.get(id(line))
            if cell is None:
                inner = [nodes.Text(f"{title} "), computed_mark()]
                head = isinstance(part, nodes.thead)
                cell = nodes.entry("", *([nodes.paragraph("", "", *inner)] if head else ()))
            cell["classes"].append(COMPUTED)
            line.insert(len(line.children) if at is None else at, cell)
