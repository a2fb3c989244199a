"""Rows with more or fewer cells than the header of their table.

The parser of Markdown drops the cells that are too many, and fills those that lack, without a word.
So does that of ``csv-table`` with those that lack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.formats.pipe_tables import parts_of
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.counting import counted
from sphinx_archdoc.views.sources import scored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tables import RawTable
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.columns import Columns


def check_shapes(directive: ArchDirective, kind: Kind, table: RawTable, columns: Columns) -> None:
    """Warn of rows whose last cells nobody sees, and of those that lack what a score needs."""
    _check_csv(directive, kind)
    if directive.in_rst:
        return
    first = directive.content_line(1)
    lines = dict(enumerate(directive.content, first))
    width = len(table.headers)
    if len(parts_of(lines.get(table.line, ""))) != width:  # from another file, or in a quote
        return
    for row in table.rows:
        cells = parts_of(lines.get(row.line, ""))
        if len(cells) == width or not cells or len(row.cells) == 1:
            continue
        message = shape_message(kind, columns, cells)
        if message:
            directive.warn(Code.TABLE, f"{kind.name}: {message}", row.line)


def _check_csv(directive: ArchDirective, kind: Kind) -> None:
    """Warn once for each ``csv-table`` of rows without their last cells."""
    if not any("csv-table" in line for line in directive.content):
        return
    from sphinx_archdoc.formats.csv_blocks import short_rows

    for first, *others in short_rows(list(directive.content)):
        about = f"a row has {counted(first.cells, 'cell')}, but the table's header has "
        more = f" ({counted(len(others), 'more row')} below)" if others else ""
        message = f"{kind.name}: {about}{first.width}{more}; the missing ones are empty"
        line = directive.content_line(first.line)
        directive.warn(Code.TABLE, f"{message}: write a delimiter for each", line)


def shape_message(kind: Kind, columns: Columns, cells: Sequence[str]) -> str:
    """Return what is wrong with a row of so many cells; empty: nothing that matters."""
    width = len(columns.headers)
    about = f"a row has {counted(len(cells), 'cell')}, but the table's header has {width}"
    if len(cells) > width:
        lost = " | ".join(cells[width:])
        return f"{about}; Markdown leaves out {lost!r}: give it a column, or write a bar as \\|"
    lacking = [columns.headers[at] for at in columns.fields("level") if at >= len(cells)]
    if not lacking or not scored(kind):
        return ""
    names = " and ".join(map(repr, lacking))
    return f"{about}; without {names} the row has no score"
