"""Bars in a table of amounts as the author wrote it: beside the totals, or in a column for them.

The author's words stay; where several columns are parts of a whole that nobody wrote, the last
column says what they add up to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.effort import spans
from sphinx_archdoc.model.effort_rows import Role
from sphinx_archdoc.model.headers import amount_below
from sphinx_archdoc.model.quantities import Amount
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.nodes import range_bar
from sphinx_archdoc.sphinxext.total_rows import WHOLE, cell_text, row_sum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.sphinxext.total_rows import Cells, Line, Meanings


def add_bars(meanings: Meanings, headers: Sequence[str], lines: Sequence[Line]) -> None:
    """Put a bar beside the amount of each row."""
    rows = [line.cells for line in lines if line.role is Role.RECORD]
    totals = [line.cells for line in lines if line.role in (Role.SUBTOTAL, Role.TOTAL)]
    amounts = {
        at: meaning.name
        for at, meaning in enumerate(meanings)
        if not isinstance(meaning, str) and meaning.type == "amount"
    }
    at = next((at for at, name in amounts.items() if name == WHOLE), -1)
    if at < 0 and len(amounts) == 1:
        at = next(iter(amounts))
    if at >= 0:
        cells = [row.get(at) for row in rows]
        found: list[Amount | None] = [amount_below(headers[at], cell_text(c)) for c in cells]
    elif amounts and rows:
        found = [_sum(row, headers, meanings) for row in rows]
        below = [_sum(row, headers, meanings) for row in totals]
        cells = _added([*rows, *totals], [*found, *below])[: len(rows)]
    else:
        return
    for cell, (start, end) in zip(cells, spans(found), strict=True):
        paragraph = cell.children[0] if cell is not None and cell.children else None
        if end and isinstance(paragraph, nodes.paragraph):
            paragraph += [nodes.Text(" "), range_bar(start, end)]


def _sum(row: Cells, headers: Sequence[str], meanings: Meanings) -> Amount | None:
    total = row_sum(row, headers, meanings)
    return total and Amount(str(total), "", total.low, total.high, total.unit)


def _added(rows: Sequence[Cells], sums: Sequence[Amount | None]) -> list[nodes.entry | None]:
    """Give the table one more column, with these sums; return the cells of the rows."""
    found: list[nodes.entry | None] = []
    filled: set[int] = set()
    groups: dict[int, nodes.Element] = {}
    for row, total in zip(rows, sums, strict=True):
        line = _line(row)
        words = str(total or "")
        cell = nodes.entry("", *([nodes.paragraph(words, words)] if words else ()))
        line += cell
        filled.add(id(line))
        groups[id(line.parent.parent)] = line.parent.parent
        found.append(cell)
    for group in groups.values():
        _widened(group, filled)
    return found


def _line(row: Cells) -> nodes.Element:
    """Return the row of cells; one that reaches down from above stands in another."""
    lines = {id(cell.parent): cell.parent for cell in row.values()}.values()
    return max(lines, key=lambda line: line.parent.index(line))


def _widened(group: nodes.Element, filled: set[int]) -> None:
    """Give a table one more column; its rows in ``filled`` have their cell already."""
    group["cols"] = group.get("cols", 0) + 1
    specs = [at for at, child in enumerate(group.children) if isinstance(child, nodes.colspec)]
    group.insert(specs[-1] + 1 if specs else 0, nodes.colspec(colwidth=16))
    for part in group.children:
        if not isinstance(part, nodes.thead | nodes.tbody):
            continue
        title = translate("Sum") if isinstance(part, nodes.thead) else ""
        for line in part.findall(nodes.row):
            if id(line) not in filled:
                cell = nodes.entry("", *([nodes.paragraph(title, title)] if title else ()))
                line.append(cell)
