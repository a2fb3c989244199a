"""Totals of plain tables: a table of efforts need not be a record to be added up.

A wrong guess annoys more than a missed one helps. So a table counts only where its headers name
pieces of work and efforts, every effort is written as working time, and a row or column is called
the total.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.effort_rows import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.sphinxext.columns import Columns
    from sphinx_archdoc.sphinxext.total_rows import Line
    from sphinx_archdoc.views.plain_totals import Wrong

#: Numbers that are no sums of what stands above them.
_ROUGH = re.compile(r"[~≈<>≤≥]|\b(?:approx|about|circa|ca\.|roughly|around|etwa|ungefähr)")
#: The parts of an estimate: a total column adds up no others.
_PARTS = ("design", "development", "test")
#: One row is no sum.
_FEWEST = 2


def note_totals(env: BuildEnvironment, document: nodes.document) -> None:
    """Note the wrong totals of the plain tables of a page; reported with its views."""
    from sphinx_archdoc.reading.tables import read_table
    from sphinx_archdoc.sphinxext.columns import TITLE
    from sphinx_archdoc.sphinxext.domain import domain_of
    from sphinx_archdoc.sphinxext.drafts import views
    from sphinx_archdoc.sphinxext.kept import ViewPlace
    from sphinx_archdoc.sphinxext.total_rows import lines_of
    from sphinx_archdoc.views.plain_totals import TotalNote

    registry = domain_of(env).registry
    if "estimate" not in registry:
        return
    kind = registry["estimate"]
    for table in document.findall(nodes.table):
        raw, _ = read_table([table]) if "arch-table" not in table["classes"] else (None, ())
        if raw is None or len(raw.rows) < _FEWEST:
            continue
        columns = _columns(kind, raw.headers)
        title = columns.at(TITLE) if columns.fields("amount") else None
        if title is None:
            continue
        lines = lines_of(kind, raw, title)
        file = raw.source or str(env.doc2path(env.docname))
        for at, items in _wrong(columns, lines, title):
            place = f"{file}:{at or raw.line}"
            views(env).append(ViewPlace("table", TotalNote(tuple(items)), "", "", place))


def _columns(kind: Kind, headers: Sequence[str]) -> Columns:
    """Return what columns are, where the headers leave no doubt."""
    from sphinx_archdoc.model.headers import unit_below
    from sphinx_archdoc.sphinxext.column_meanings import read_columns
    from sphinx_archdoc.sphinxext.columns import EXTRA

    found = read_columns(kind, headers)
    # "Days" may be how long it takes, and what runs at the same time does not add up.
    bare = [unit_below(header).casefold() == header.strip().casefold() for header in headers]
    sure = [EXTRA if alone else item for item, alone in zip(found.meanings, bare, strict=True)]
    return replace(found, meanings=sure)


def _wrong(
    columns: Columns, lines: Sequence[Line], title: int
) -> Iterator[tuple[int, list[Wrong]]]:
    """Yield line and wrong totals: for each row of totals, and for the column of totals."""
    from sphinx_archdoc.sphinxext.total_rows import cell_text, wrong_lines
    from sphinx_archdoc.views.plain_totals import Wrong

    headers = columns.headers
    known = {at: _efforts(headers[at], at, lines) for at in columns.fields("amount")}
    sure = {at for at, amounts in known.items() if len(amounts) >= _FEWEST}
    for line, wrong, _ in wrong_lines(headers, lines):
        found = [Wrong(0, headers[at], said, str(right)) for at, said, right in wrong if at in sure]
        if found:
            yield line.row.line, found
    by_row = [
        Wrong(lines[number].row.line, cell_text(lines[number].cells.get(title)), *said)
        for number, *said in _wrong_rows(columns, known)
    ]
    if by_row:
        yield by_row[0].line, by_row


def _wrong_rows(
    columns: Columns, known: Mapping[int, Mapping[int, Amount]]
) -> Iterator[tuple[int, str, str, str]]:
    """Yield row, written total, right total and parts where a row's total is none of its parts."""
    from sphinx_archdoc.model.effort import add, same
    from sphinx_archdoc.model.effort_rows import is_total

    named = columns.fields("amount")
    total = next((at for at in named if is_total(columns.headers[at])), -1)
    parts = [at for at in named if at != total]
    if total < 0 or len(parts) < _FEWEST or any(named[at].name not in _PARTS for at in parts):
        return
    for number, written in known[total].items():
        summed = [known[at].get(number) for at in parts]
        amounts = [amount for amount in summed if amount is not None]
        right = add(amounts) if len(amounts) == len(parts) else None
        if right is not None and not same(written, right):
            yield number, written.text, str(right), " + ".join(item.text for item in amounts)


def _efforts(header: str, at: int, lines: Sequence[Line]) -> dict[int, Amount]:
    """Return the working times of a column by row; none where a cell is anything else."""
    from sphinx_archdoc.model.effort import add
    from sphinx_archdoc.model.headers import amount_below
    from sphinx_archdoc.sphinxext.total_rows import cell_text

    found: dict[int, Amount] = {}
    for number, line in enumerate(lines):
        text = cell_text(line.cells.get(at))
        amount = amount_below(header, text) if text else None
        effort = add([amount]) if amount is not None else None
        if text and (effort is None or effort.days is None or _ROUGH.search(text.casefold())):
            return {}
        if amount is not None and line.role is Role.RECORD:
            found[number] = amount
    return found
