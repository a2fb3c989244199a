"""Rows of totals in a table of amounts: they are no records, and they are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.effort import Column, wrong_totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docutils import nodes

    from sphinx_archdoc.reading.tables import RawRow
    from sphinx_archdoc.sphinxext.base import ArchDirective


def check_totals(
    directive: ArchDirective,
    headers: Sequence[str],
    row: RawRow,
    written: Mapping[int, nodes.entry],
    summed: Sequence[Mapping[int, nodes.entry]],
    file: str,
) -> None:
    """Report the totals of a row that are not what the other rows add up to."""
    row.cells[0].parent["classes"].append("arch-total")
    columns = (
        Column(title, [cell_text(cells.get(at)) for cells in summed], cell_text(written.get(at)))
        for at, title in enumerate(headers)
    )
    for title, said, right in wrong_totals(columns):
        message = (
            f"{directive.name}: the total of {title!r} is {said!r}, but the rows add up to {right}"
        )
        directive.warn(Code.TOTAL, message, row.line, file)


def cell_text(cell: nodes.Element | None) -> str:
    """Return the text of a cell; empty where there is none."""
    return cell.astext().strip() if cell is not None else ""
