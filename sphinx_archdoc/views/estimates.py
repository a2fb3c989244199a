"""Estimates: the rows, what they add up to, and the weeks a team needs for them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.effort import Sum, add, spans, weeks
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.model.quantities import Amount, read_amount
from sphinx_archdoc.model.said_numbers import in_language
from sphinx_archdoc.model.teams import PARTS, Crew, calendar, people, read_team
from sphinx_archdoc.model.values import is_nothing
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.cells import Bar
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
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.select import Selection

_SUM = mark("Sum")
_TOTALS = mark("Totals")
_BUFFERED = mark("With a buffer of {share:g} %")
_WEEKS = mark("Calendar time of {people:g} people")
_WEEKS_ALONE = mark("Calendar time of 1 person")
_WITHOUT = mark("Rows without an amount")
_OF_ALL = mark("{count} of {all}")
_ALL = mark("All")


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateRequest:
    """Estimates to add up.

    team         who works on it at the same time; nobody: no one asks for the weeks
    buffer       what is added for the unexpected, in percent
    sums_only    whether the rows stand above already, as the author wrote them
    sum_is_said  whether the sum stands there too
    """

    is_picture: ClassVar[bool] = False

    selection: Selection
    columns: tuple[str, ...] = ()
    group: str = ""
    team: tuple[Crew, ...] = ()
    buffer: float = 0.0
    sums_only: bool = False
    sum_is_said: bool = False

    @classmethod
    def read(
        cls, selection: Selection, options: Mapping[str, str]
    ) -> tuple[EstimateRequest, list[Problem]]:
        """Return the request that options make, and what is wrong with them."""
        problems: list[Problem] = []
        texts = {name: options.get(name, "").strip() for name in ("team", "buffer")}
        team = read_team(texts["team"])
        found = read_amount(texts["buffer"]).low
        buffer = found if found is not None and 0 <= found < _MOST else None
        for name, value in (("team", team), ("buffer", buffer)):
            if texts[name] and (value is None or value == ()):
                said = texts[name][:60]
                message = f"{name}: {said!r} is no number"
                problems.append(Problem(Code.VALUE, message, option=name))
        return cls(selection=selection, team=team, buffer=buffer or 0.0), problems


#: More percent are a slip.
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
    table = _barred(table)
    if not request.group:
        rows = (*_rows(table), *_sums(table, request, context))
        return dataclasses.replace(table, groups=(Group("", rows),) if rows else ()), wrong
    groups = [
        Group(group.title, (*group.rows, *_sum(table, group.rows, context.translate)))
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
    """Return the sums alone: they stand below a table that the author wrote.

    Columns in which no row has anything are left out; all are where nothing is left to say.
    """
    at_title = next((at for at, column in enumerate(table.columns) if column.type == "id"), 0)
    sums = _sums(table, request, context)
    if request.sum_is_said:
        sums = tuple(row for row in sums if row.face.title != context.translate(_SUM))
    if not sums:
        return Table(columns=(), groups=())
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column.type == "amount" and any(row.cells[at] for row in sums)
    ]
    rows = tuple(
        Row(row.face, (row.cells[at_title].title, *(row.cells[at] for at in kept))) for row in sums
    )
    columns = (Column("", _TOTALS, "text"), *(table.columns[at] for at in kept))
    return Table(columns=columns, groups=(Group("", rows),))


def _rows(table: Table) -> tuple[Row, ...]:
    """Return the rows, those in several groups once."""
    if len(table.groups) == 1:
        return table.groups[0].rows
    return tuple({row.face.id: row for group in table.groups for row in group.rows}.values())


def _sums(table: Table, request: EstimateRequest, context: Context) -> tuple[Row, ...]:
    """Return the rows below all others: the sum, with the buffer, and as weeks of the team."""
    say = context.translate
    found = _sum(table, _rows(table), say)
    if not found:
        return _without(table, say, any_sum=False)
    total = [_total(cell) for cell in found[0].cells]
    share = request.buffer / 100
    if share:
        grown = [
            item and Sum(item.low * (1 + share), item.high * (1 + share), item.unit)
            for item in total
        ]
        found += (_row(table, say(_BUFFERED).format(share=request.buffer), grown, say),)
    if request.team:
        needed = _weeks(table, total, request.team, share)
        if any(needed):
            count = people(request.team)
            title = say(_WEEKS_ALONE) if count == 1 else say(_WEEKS).format(people=count)
            found += (_row(table, title, needed, say),)
    return found + _without(table, say, any_sum=True)


def _without(table: Table, say: Callable[[str], str], *, any_sum: bool) -> tuple[Row, ...]:
    """Return the row that counts what the sums leave out: words that are no amount, gaps.

    Gaps count in the column of the whole; without any sum in the last that there is.
    """
    rows = _rows(table)
    amounts = [at for at, column in enumerate(table.columns) if column.type == "amount"]
    unread = {at: [_is_words(row.cells[at]) for row in rows] for at in amounts}
    for at in amounts:
        if table.columns[at].name == _WHOLE or (not any_sum and at == amounts[-1]):
            unread[at] = [
                all(_is_gap(row.cells[other]) for other in amounts)
                or any(_is_words(row.cells[other]) for other in amounts)
                for row in rows
            ]
    if not any(map(any, unread.values())):
        return ()
    cells = [
        Amount(say(_OF_ALL).format(count=sum(unread[at]), all=len(rows)))
        if at in unread and any(unread[at])
        else None
        for at in range(len(table.columns))
    ]
    return (_titled(table, say(_WITHOUT), cells),)


def _is_gap(cell: object) -> bool:
    found = _amount(cell)
    return not isinstance(found, Amount) or found.low is None


def _is_words(cell: object) -> bool:
    found = _amount(cell)
    return isinstance(found, Amount) and found.low is None and not is_nothing(found.text)


def _weeks(
    table: Table, total: Sequence[Sum | None], team: tuple[Crew, ...], buffer: float
) -> list[Sum | None]:
    """Return the weeks for each column: each part has its own people, or all share everything."""
    crews = {crew.part: crew.people for crew in team}
    if "" in crews:
        return [item and weeks(item, crews[""], buffer) for item in total]
    sums = {
        column.name: item
        for column, item in zip(table.columns, total, strict=True)
        if item is not None
    }
    parts = {name: item for name, item in sums.items() if name in PARTS}
    found = {
        name: weeks(parts[name], count, buffer) for name, count in crews.items() if name in parts
    }
    found[_WHOLE] = calendar(parts, sums.get(_WHOLE), team, buffer)
    return [found.get(column.name) for column in table.columns]


#: The column of what the parts of an estimate add up to.
_WHOLE = "sum"


def _barred(table: Table) -> Table:
    """Return a table whose sums have bars, all on the same scale."""
    at = next((at for at, column in enumerate(table.columns) if column.name == _WHOLE), -1)
    if at < 0:
        return table
    rows = _rows(table)
    bars = dict(
        zip((row.face.id for row in rows), spans([row.cells[at] for row in rows]), strict=True)
    )
    groups = tuple(
        Group(group.title, tuple(_with_bar(row, at, bars[row.face.id]) for row in group.rows))
        for group in table.groups
    )
    return dataclasses.replace(table, groups=groups)


def _with_bar(row: Row, at: int, span: tuple[int, int]) -> Row:
    cell = row.cells[at]
    if not isinstance(cell, Amount) or span == (0, 0):
        return row
    return Row(row.face, (*row.cells[:at], Bar(cell, *span), *row.cells[at + 1 :]))


def _sum(table: Table, rows: Sequence[Row], say: Callable[[str], str]) -> tuple[Row, ...]:
    """Return the row of sums; nothing where no column adds up."""
    totals = [
        add(_amount(row.cells[at]) for row in rows if row.cells[at] is not None)
        if column.type == "amount"
        else None
        for at, column in enumerate(table.columns)
    ]
    return (_row(table, say(_SUM), totals, say),) if any(totals) else ()


def _row(table: Table, title: str, totals: Sequence[Sum | None], say: Callable[[str], str]) -> Row:
    amounts = [
        total and Amount(in_language(str(total), say), "", total.low, total.high, total.unit)
        for total in totals
    ]
    return _titled(table, title, amounts)


def _titled(table: Table, title: str, amounts: Sequence[Amount | None]) -> Row:
    heading = Face("", "", title, "", "", superseded=False, found=False)
    cells: list[Any] = []
    for column, amount in zip(table.columns, amounts, strict=True):
        if column.type in ("id", "title"):
            cells.append(heading)
            heading = heading._replace(title="")
        else:
            cells.append(amount if column.type == "amount" else NOTHING.get(column.type))
    return Row(Face("", "", title, "", "", superseded=False, found=False), tuple(cells))


def _amount(cell: Any) -> Any:
    return cell.amount if isinstance(cell, Bar) else cell


def _total(cell: object) -> Sum | None:
    if not isinstance(cell, Amount) or cell.low is None or cell.high is None:
        return None
    return Sum(cell.low, cell.high, cell.unit)
