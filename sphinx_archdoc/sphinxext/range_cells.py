"""Bars in a table of amounts as the author wrote it: beside the totals, or in a column for them.

The author's words stay; where several columns are parts of a whole that nobody wrote, the last
column says what they add up to.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.effort import spans
from sphinx_archdoc.model.effort_rows import Role
from sphinx_archdoc.model.headers import amount_below
from sphinx_archdoc.model.quantities import Amount
from sphinx_archdoc.model.said_numbers import in_language
from sphinx_archdoc.sphinxext.added_columns import add_column
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.nodes import range_bar
from sphinx_archdoc.sphinxext.total_rows import WHOLE, cell_text, row_sum
from sphinx_archdoc.sphinxext.translated import later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.columns import Cells, Columns
    from sphinx_archdoc.sphinxext.total_rows import Line


def add_bars(env: BuildEnvironment, columns: Columns, lines: Sequence[Line]) -> None:
    """Put a bar beside the amount of each row."""
    rows = [line.cells for line in lines if line.role is Role.RECORD]
    totals = [line.cells for line in lines if line.role in (Role.SUBTOTAL, Role.TOTAL)]
    amounts = columns.fields("amount")
    at = next((at for at, spec in amounts.items() if spec.name == WHOLE), -1)
    if at < 0 and len(amounts) == 1:
        at = next(iter(amounts))
    if at >= 0:
        cells = [row.get(at) for row in rows]
        header = columns.headers[at]
        found: list[Amount | None] = [amount_below(header, cell_text(cell)) for cell in cells]
    elif amounts and rows:
        found = [_sum(row, columns) for row in rows]
        below = [_sum(row, columns) for row in totals]
        texts = [in_language(str(total or ""), translate) for total in (*found, *below)]
        inner = [[nodes.Text(text)] if text else [] for text in texts]
        made = add_column(translate("Sum"), [*rows, *totals], inner)
        cells = [*made[: len(rows)]]
    else:
        return
    for cell, (start, end) in zip(cells, spans(found), strict=True):
        paragraph = cell.children[0] if cell is not None and cell.children else None
        if end and isinstance(paragraph, nodes.paragraph):
            bar = [nodes.Text(" "), range_bar(start, end)]
            later(env, partial(paragraph.extend, bar))


def _sum(row: Cells, columns: Columns) -> Amount | None:
    total = row_sum(row, columns)
    return total and Amount(str(total), "", total.low, total.high, total.unit)
