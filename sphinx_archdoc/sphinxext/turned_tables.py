"""A table on its side: each column is a record, and the first column says what the rows are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.header_names import by_column, header_forms
from sphinx_archdoc.model.values import is_id
from sphinx_archdoc.reading.tables import RawRow
from sphinx_archdoc.reading.text import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tables import RawTable

#: So many rows must name a field; and no column may.
_FEWEST = 2


def turned_table(kind: Kind, table: RawTable) -> RawTable | None:
    """Return the table with its columns as rows; None where its rows are the records."""
    names = [said(row.cells[0]).strip() if row.cells else "" for row in table.rows]
    known = [name for name in names if _is_known(kind, name)]
    if kind.sums:
        return None  # Design, Development, Test: pieces of work are called so too
    if len(known) < max(_FEWEST, (len(names) + 1) / 2) or any(
        _is_known(kind, header) for header in table.headers[1:]
    ):
        return None
    rows = [*_heads(table), *(row.cells for row in table.rows)]
    if len(rows) != len(names) + 1 or not _whole(rows, len(table.headers)):
        return None
    first = table.rows[0]
    turned = [
        RawRow(tuple(cells), first.line, first.source, turned=True)
        for cells in list(zip(*rows, strict=True))[1:]
    ]
    return replace(table, headers=(_top(kind, table.headers, names), *names), rows=tuple(turned))


def _top(kind: Kind, headers: Sequence[str], names: Sequence[str]) -> str:
    """Return what the row of headers holds: names, or ids where another row has the names."""
    if _is_known(kind, headers[0]):
        return headers[0]
    if not any(_forms(name) & {*kind.title_words} for name in names):
        return kind.title_words[0]
    return kind.id_words[0] if all(map(is_id, headers[1:])) else headers[0]


def _is_known(kind: Kind, header: str) -> bool:
    words = _forms(header)
    named = words & {*kind.title_words, *kind.id_words}
    return bool(named) or by_column(kind, header) is not None


def _forms(header: str) -> set[str]:
    return {*header_forms(header)} - {""}


def _heads(table: RawTable) -> list[tuple[nodes.entry, ...]]:
    """Return the cells of the header of the table that the rows stand in."""
    group = table.rows[0].cells[0].parent.parent.parent
    heads = [*group.findall(nodes.thead)] if isinstance(group, nodes.tgroup) else []
    return [tuple(row.findall(nodes.entry)) for row in heads[0].children] if heads else []


def _whole(rows: Sequence[tuple[nodes.entry, ...]], width: int) -> bool:
    """Tell whether each row has a cell for each column."""
    spans = ("morecols", "morerows")
    return all(
        len(cells) == width and not any(cell.get(name) for cell in cells for name in spans)
        for cells in rows
    )
