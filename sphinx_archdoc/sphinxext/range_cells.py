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
from sphinx_archdoc.sphinxext.added_columns import add_column
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.nodes import range_bar
from sphinx_archdoc.sphinxext.total_rows import WHOLE, cell_text, row_sum
from sphinx_archdoc.sphinxext.translated import later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.total_rows import Cells, Line, Meanings


def add_bars(
    env: BuildEnvironment, meanings: Meanings, headers: Sequence[str], lines: Sequence[Line]
) -> None:
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
        texts = [str(total or "") for total in (*found, *below)]
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


def _sum(row: Cells, headers: Sequence[str], meanings: Meanings) -> Amount | None:
    total = row_sum(row, headers, meanings)
    return total and Amount(str(total), "", total.low, total.high, total.unit)
