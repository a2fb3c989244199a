"""What the headers of a table say of the cells below: their name, unit, or what they count to."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from sphinx_archdoc.model.headers import level_text, with_unit
from sphinx_archdoc.model.level_scales import Levels, tops_below
from sphinx_archdoc.model.own_words import Header
from sphinx_archdoc.sphinxext.total_rows import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tables import RawTable
    from sphinx_archdoc.sphinxext.columns import Columns


def tops_of(table: RawTable, columns: Columns, steps: int) -> dict[int, int]:
    """Return what the numbers in each column of levels count up to; 0: they are the steps."""
    levels = {
        at: Levels(
            table.headers[at],
            [cell_text(row.cells[at]) for row in table.rows if at < len(row.cells)],
        )
        for at in columns.fields("level")
    }
    return dict(zip(levels, tops_below(levels.values(), steps), strict=True))


def said_below(spec: FieldSpec, header: str, text: str, top: int) -> str:
    """Return the text of a cell with the unit or the scale that its header names."""
    if spec.type == "amount":
        return with_unit(header, text)
    return level_text(header, text, top) if spec.type == "level" else text


def note_levels(env: BuildEnvironment, kind: Kind, table: RawTable, columns: Columns) -> None:
    """Note what a table calls its levels: views of them are to say the same."""
    heads = _header_cells(table)
    for at, spec in columns.fields("level").items():
        header = Header(kind.name, spec.name, columns.headers[at])
        _noted(env).append((header, heads[at] if at < len(heads) else None))


def level_headers(env: BuildEnvironment) -> Iterator[Header]:
    """Yield what the tables of the page being read call their levels, as it is translated."""
    for header, cell in _noted(env):
        yield header._replace(text=cell_text(cell) or header.text)


def _noted(env: BuildEnvironment) -> list[tuple[Header, nodes.Element | None]]:
    found = env.current_document.setdefault("archdoc_levels", [])
    return cast("list[tuple[Header, nodes.Element | None]]", found)


def _header_cells(table: RawTable) -> list[nodes.Element]:
    """Return the cells of a header of one row; none where the texts of several are joined.

    Of a table on its side these are the first cells of all rows.
    """
    row = table.rows[0].cells[0].parent if table.rows and table.rows[0].cells else None
    group = row.parent.parent if row is not None and row.parent is not None else None
    heads = [*group.findall(nodes.thead)] if group is not None else []
    if group is not None and table.rows[0].turned:
        return [next(iter(line.findall(nodes.entry))) for line in group.findall(nodes.row)]
    rows = heads[0].children if heads else []
    return [*rows[0].children] if len(rows) == 1 else []
