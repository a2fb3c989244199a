"""Rows of totals and headings in a table of amounts: they are no records; totals are checked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.effort import Column, Sum, add, may_be_part, whole, wrong_totals
from sphinx_archdoc.model.effort_rows import Role, heading_role, role_of, totalled
from sphinx_archdoc.model.headers import amount_below
from sphinx_archdoc.model.values import clean
from sphinx_archdoc.reading.text import said
from sphinx_archdoc.sphinxext.columns import EXTRA
from sphinx_archdoc.sphinxext.row_cells import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tables import RawRow, RawTable
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.columns import Cells, Columns

#: The field of an amount that is the whole.
WHOLE = "total"
#: The attribute of a row that says what all rows add up to: nobody needs to read it twice.
SAYS_ALL = "arch_says_all"


class Line(NamedTuple):
    """A row of a table of amounts: what it is, the row as read, its cells by column."""

    role: Role
    row: RawRow
    cells: Cells


def lines_of(kind: Kind, table: RawTable, title: int) -> list[Line]:
    """Return the rows with what they are; ``title`` is the column of the names.

    Totals are only where amounts add up. Of other records a row is the heading of a group that has
    nothing but bold words in one cell, or one cell over all columns, if other rows have more.
    There bold words are no headings in a column where most words are bold.
    """
    carried: dict[int, tuple[int, nodes.entry]] = {}
    found = [(row, columns_of(row, carried)) for row in table.rows]
    usual = set() if kind.sums else _mostly_bold([cells for _, cells in found])
    lines = []
    for row, cells in found:
        texts = {at: cell_text(cell) for at, cell in cells.items()}
        bold = [at for at, cell in cells.items() if at not in usual and _is_bold(cell)]
        if not row.cells:
            role = Role.RECORD
        elif kind.sums:
            role = role_of(texts, title, bold)
        else:
            wide = len(cells) == 1 and row.cells[0].get("morecols", 0)
            role = heading_role(texts, bold, wide=bool(wide))
        lines.append(Line(role, row, cells))
    if kind.sums or any(line.role is Role.RECORD for line in lines):
        return lines
    return [line._replace(role=Role.RECORD) for line in lines]


def group_named(columns: Columns, cells: Cells) -> dict[str, str]:
    """Return the field that the heading of a group fills in the rows below, if any."""
    return {
        spec.name: clean(text)[0]
        for at, spec in columns.fields("text").items()
        if (text := cell_text(cells.get(at)))
    }


def check_totals(
    directive: ArchDirective, columns: Columns, lines: Sequence[Line], file: str
) -> None:
    """Report totals that are not what their rows add up to."""
    for line, wrong, rows in wrong_lines(columns.headers, lines):
        row = line.row.cells[0].parent
        row["classes"].append("arch-total")
        row[SAYS_ALL] = line is lines[-1] and not wrong and _is_whole(line, columns)
        for number, given, right in wrong:
            total = f"the total of {columns.headers[number]!r} is {given!r}"
            message = f"{directive.name}: {total}, but the rows add up to {right}"
            message += _of_parts(columns, number, rows, right)
            directive.warn(Code.TOTAL, message, line.row.line, file)


def _is_whole(line: Line, columns: Columns) -> bool:
    """Tell whether a row has the total of every column of amounts, the sum of all among them."""
    amounts = {
        spec.name: cell_text(line.cells.get(at)) for at, spec in columns.fields("amount").items()
    }
    return line.role is Role.TOTAL and WHOLE in amounts and all(amounts.values())


def wrong_lines(
    headers: Sequence[str], lines: Sequence[Line]
) -> Iterator[tuple[Line, list[tuple[int, str, Sum]], list[Cells]]]:
    """Yield the rows of totals, what is wrong in each by column, and the rows it sums up.

    A row that may be of several choices of rows is wrong where it is so for each.
    """
    for at, choices in totalled([line.role for line in lines]):
        line = lines[at]
        rows = [[lines[number].cells for number in numbers] for numbers in choices]
        wrong = [_wrong(headers, line.cells, summed) for summed in rows]
        yield line, wrong[0] if wrong and all(wrong) else [], rows[0] if rows else []


def _wrong(
    headers: Sequence[str], written: Cells, summed: Sequence[Cells]
) -> list[tuple[int, str, Sum]]:
    """Return column, written total and right total where the two are not the same."""
    found = []
    for at, title in enumerate(headers):
        cells = [cell_text(row.get(at)) for row in summed]
        column = Column(title, cells, cell_text(written.get(at)))
        found += [(at, given, right) for _, given, right in wrong_totals([column])]
    return found


def _of_parts(columns: Columns, at: int, summed: Sequence[Cells], right: Sum) -> str:
    """Say what the parts add up to, where the column of totals says something else."""
    spec = columns.fields().get(at)
    if spec is None or spec.name != WHOLE:
        return ""
    sums = [row_sum(row, columns, total=at) for row in summed]
    parts = add(item for item in sums if item is not None)
    if parts is None or str(parts) == str(right):
        return ""
    return f" in this column ({parts} by the other columns)"


def row_sum(row: Cells, columns: Columns, *, total: int = -1) -> Sum | None:
    """Return what the parts of a row come to, beside its total if it has one."""
    amounts = {
        at: amount_below(columns.headers[at], cell_text(cell))
        for at, cell in row.items()
        if at < len(columns.headers)
    }
    fields = columns.fields("amount")
    named = []
    for at, amount in amounts.items():
        if columns.meanings[at] == EXTRA and may_be_part(columns.headers[at], amount):
            named.append(("", amount))
        elif at in fields and at != total:
            named.append((fields[at].name, amount))
    return whole(named, amounts.get(total))


def cell_text(cell: nodes.Element | None) -> str:
    """Return the text of a cell; empty where there is none."""
    return said(cell).strip() if cell is not None else ""


def _mostly_bold(rows: Sequence[Cells]) -> set[int]:
    """Return the columns that are bold in most of the rows that have other words too."""
    full = [row for row in rows if sum(bool(cell_text(cell)) for cell in row.values()) > 1]
    bold = Counter(at for row in full for at, cell in row.items() if _is_bold(cell))
    return {at for at, count in bold.items() if count > len(full) / 2}


def _is_bold(cell: nodes.Element) -> bool:
    blocks = cell.children
    # MyST puts empty texts around what is bold.
    parts = [part for block in blocks[:1] for part in block.children if said(part).strip()]
    return len(blocks) == 1 and [type(part) for part in parts] == [nodes.strong]
