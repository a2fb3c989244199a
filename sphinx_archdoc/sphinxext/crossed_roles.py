"""A table of ticks with the roles as its columns: a row says who may do one thing.

The other way round, with a role in each row, is what :class:`~.table_rows.RowReader` reads itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.model.header_names import by_column
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.reading.text import said
from sphinx_archdoc.sphinxext.ticks import show_tick, take_tick, ticked_columns
from sphinx_archdoc.sphinxext.translated import later

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tables import RawTable

#: What a first column is called that lists what may be done, beside the words of the field itself.
_THINGS = (
    "action", "activity", "operation", "function", "feature", "capability", "resource", "aktion",
    "recht", "funktion", "acción", "permiso", "función", "permission", "fonction",
)  # fmt: skip


def are_crossed(kind: Kind, headers: tuple[str, ...]) -> bool:
    """Tell whether the first column says what may be done, and the others who may do it."""
    if not kind.ticks or not headers:
        return False
    spec = by_column(kind, headers[0])
    word = header_word(headers[0]).removesuffix("s")
    return word in _THINGS or (spec is not None and spec.name == kind.ticks[0])


def crossed(
    env: BuildEnvironment, kind: Kind, table: RawTable
) -> dict[str, tuple[nodes.Element, dict[str, Any]]]:
    """Return the roles of such a table: the cell of the header, and what each may do."""
    rows = [dict(enumerate(row.cells)) for row in table.rows]
    columns = sorted(ticked_columns(rows) - {0})
    heads = _header_cells(table)
    if not columns or len(heads) < len(table.headers):
        return {}
    found: dict[str, tuple[nodes.Element, dict[str, Any]]] = {}
    for column in columns:
        values: dict[str, Any] = {}
        for cells in rows:
            thing = said(cells[0]).strip()
            if thing and column in cells:
                tick = take_tick(kind, thing, cells[column], values)
                if tick is not None:
                    later(env, partial(show_tick, cells[column], tick))
        found.setdefault(table.headers[column], (heads[column], values))
    return found


def _header_cells(table: RawTable) -> list[nodes.entry]:
    """Return the cells of the header of the table that the rows stand in."""
    group = table.rows[0].cells[0].parent.parent.parent if table.rows else None
    heads = [*group.findall(nodes.thead)] if isinstance(group, nodes.tgroup) else []
    return [*heads[0].findall(nodes.entry)] if heads else []
