"""Records as a list: a line for each, with its facts below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sphinx_archdoc.views.sources import default_columns, is_empty, kinds_named
from sphinx_archdoc.views.table import Column, Row, Table, TableRequest, compute_table
from sphinx_archdoc.views.table import problems as table_problems

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.select import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRequest:
    """A list to make; ``columns`` are the facts below each line (empty: those of the kinds)."""

    is_picture: ClassVar[bool] = False

    selection: Selection
    columns: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordList:
    """A list ready to be drawn: the same groups and rows as a table.

    ``main`` is the column that stands on the line itself: what the kind is about.
    """

    rendered_by: ClassVar[str] = "record_list"

    table: Table
    main: str = ""


def compute(
    store: Store, request: ListRequest, context: Context
) -> tuple[RecordList, tuple[Problem, ...]]:
    """Return the list and what is wrong with its request."""
    kinds = kinds_named(store.registry, request.selection.kinds)
    columns = request.columns or default_columns(kinds)
    main = kinds[0].rest if len(kinds) == 1 else ""
    asked = TableRequest(selection=request.selection, columns=columns, group=request.group)
    table = compute_table(store, asked, context.scoring, settings=context.settings)
    return RecordList(table=table, main=main), table_problems(store, asked, context)


def problems(store: Store, request: ListRequest, context: Context) -> tuple[Problem, ...]:
    """Return what is wrong with a request."""
    asked = TableRequest(selection=request.selection, columns=request.columns, group=request.group)
    return table_problems(store, asked, context)


def facts_of(table: Table, row: Row) -> list[tuple[Column, object]]:
    """Return what stands below the line of a row: all that is filled but its names."""
    return [
        (column, cell)
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.type not in ("id", "title") and not is_empty(cell)
    ]
