"""Estimates: the rows, what they add up to, and the weeks a team needs for them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.effort import Sum, add, weeks
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.model.quantities import Amount, read_amount
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.faces import Face
from sphinx_archdoc.views.table import (
    NOTHING,
    Column,
    Group,
    Row,
    Table,
    TableRequest,
    compute_table,
)
from sphinx_archdoc.views.table import problems as table_problems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.select import Selection

_SUM = mark("Sum")
_TOTALS = mark("Totals")
_BUFFERED = mark("With a buffer of {share:g} %")
_WEEKS = mark("Calendar time of {people:g} people")
_ALL = mark("All")


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateRequest:
    """Estimates to add up.

    team       how many people work on it at the same time; 0: nobody asks for the weeks
    buffer     what is added for the unexpected, in percent
    sums_only  whether the rows stand above already, as the author wrote them
    """

    is_picture: ClassVar[bool] = False

    selection: Selection
    columns: tuple[str, ...] = ()
    group: str = ""
    team: float = 0.0
    buffer: float = 0.0
    sums_only: bool = False

    @classmethod
    def read(
        cls, selection: Selection, options: Mapping[str, str]
    ) -> tuple[EstimateRequest, list[Problem]]:
        """Return the request that options make, and what is wrong with them."""
        problems: list[Problem] = []
        numbers = {"team": 0.0, "buffer": 0.0}
        for name in numbers:
            text = options.get(name, "").strip()
            found = read_amount(text)
            if found.low is not None and 0 <= found.low < _MOST:
                numbers[name] = found.low
            elif text:
                problems.append(Problem(Code.VALUE, f"{name}: {text[:60]!r} is no number"))
        team, buffer = numbers["team"], numbers["buffer"]
        return cls(selection=selection, team=team, buffer=buffer), problems


#: More people or percent are a slip.
_MOST = 100_000


def compute(
    store: Store, request: EstimateRequest, context: Context
) -> tuple[Table, tuple[Problem, ...]]:
    """Return the table with rows of sums, and what is wrong with its request."""
    asked = TableRequest(selection=request.selection, columns=request.columns, group=request.group)
    table = compute_table(store, asked, context.scoring, settings=context.settings)
    if request.sums_only:
        return _only_sums(table, request, context), ()
    wrong = table_problems(store, asked, context)
    if not request.group:
        rows = (*_rows(table), *_sums(table, request, context))
        return dataclasses.replace(table, groups=(Group("", rows),) if rows else ()), wrong
    groups = [
        Group(group.title, (*group.rows, *_sum(table, group.rows, context.translate(_SUM))))
        for group in table.groups
    ]
    sums = _sums(table, request, context)
    groups += [Group(context.translate(_ALL), sums)] if sums else []
    return dataclasses.replace(table, groups=tuple(groups)), wrong


def problems(store: Store, request: EstimateRequest, context: Context) -> tuple[Problem, ...]:
    """Return what is wrong with a request."""
    if request.sums_only:
        return ()
    asked = TableRequest(selection=request.selection, columns=request.columns, group=request.group)
    return table_problems(store, asked, context)


def _only_sums(table: Table, request: EstimateRequest, context: Context) -> Table:
    """Return the sums alone: they stand below a table that the author wrote."""
    kept = [at for at, column in enumerate(table.columns) if column.type == "amount"]
    at_title = next((at for at, column in enumerate(table.columns) if column.type == "id"), 0)
    rows = tuple(
        Row(row.face, (row.cells[at_title].title, *(row.cells[at] for at in kept)))
        for row in _sums(table, request, context)
    )
    columns = (Column("", _TOTALS, "text"), *(table.columns[at] for at in kept))
    return Table(columns=columns, groups=(Group("", rows),) if rows else ())


def _rows(table: Table) -> tuple[Row, ...]:
    """Return the rows, those in several groups once."""
    return tuple({row.face.id: row for group in table.groups for row in group.rows}.values())


def _sums(table: Table, request: EstimateRequest, context: Context) -> tuple[Row, ...]:
    """Return the rows below all others: the sum, with the buffer, and as weeks of the team."""
    say = context.translate
    found = _sum(table, _rows(table), say(_SUM))
    if not found:
        return ()
    total = [_total(cell) for cell in found[0].cells]
    share = request.buffer / 100
    if share:
        grown = [
            item and Sum(item.low * (1 + share), item.high * (1 + share), item.unit)
            for item in total
        ]
        found += (_row(table, say(_BUFFERED).format(share=request.buffer), grown),)
    if request.team:
        needed = [item and weeks(item, request.team, share) for item in total]
        if any(needed):
            found += (_row(table, say(_WEEKS).format(people=request.team), needed),)
    return found


def _sum(table: Table, rows: Sequence[Row], title: str) -> tuple[Row, ...]:
    """Return the row of sums; nothing where no column adds up."""
    totals = [
        add(row.cells[at] for row in rows if row.cells[at] is not None)
        if column.type == "amount"
        else None
        for at, column in enumerate(table.columns)
    ]
    return (_row(table, title, totals),) if any(totals) else ()


def _row(table: Table, title: str, totals: Sequence[Sum | None]) -> Row:
    heading = Face("", "", title, "", "", superseded=False, found=False)
    cells: list[Any] = []
    for column, total in zip(table.columns, totals, strict=True):
        if column.type in ("id", "title"):
            cells.append(heading)
            heading = heading._replace(title="")
        elif column.type == "amount":
            cells.append(total and Amount(str(total), "", total.low, total.high, total.unit))
        else:
            cells.append(NOTHING.get(column.type))
    return Row(Face("", "", title, "", "", superseded=False, found=False), tuple(cells))


def _total(cell: object) -> Sum | None:
    if not isinstance(cell, Amount) or cell.low is None or cell.high is None:
        return None
    return Sum(cell.low, cell.high, cell.unit)
