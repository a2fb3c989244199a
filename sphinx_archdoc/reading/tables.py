"""The table in a directive's body, as rows of the parsed cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeGuard

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.counting import counted
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.model.section_words import fold
from sphinx_archdoc.reading.text import line_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_WRAPPERS = (nodes.container, nodes.compound, nodes.block_quote, nodes.section, nodes.figure)


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: its cells as parsed, and where it stands in the source (0: unknown).

    ``turned``: they stand below each other, in a table on its side.
    """

    cells: tuple[nodes.entry, ...]
    line: int = 0
    source: str | None = None
    turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """A table as written: header texts, rows, caption, and the blocks around it."""

    headers: tuple[str, ...]
    rows: tuple[RawRow, ...]
    caption: tuple[nodes.Node, ...] = ()
    line: int = 0
    source: str | None = None
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    before: tuple[nodes.Node, ...] = ()
    after: tuple[nodes.Node, ...] = ()


def read_table(children: Iterable[nodes.Node]) -> tuple[RawTable | None, tuple[Problem, ...]]:
    """Return the table among parsed nodes, and what could not be understood.

    Lines of the problems are lines of the source file. Several tables count as one if they have
    the same header.
    """
    problems: list[Problem] = []
    found: RawTable | None = None
    before: list[nodes.Node] = []
    after: list[nodes.Node] = []
    for block in _flat(children):
        if not _is_plain(block):
            (before if found is None else after).append(block)
            continue
        table = _read(block, problems)
        if found is None:
            found = table
        elif list(map(fold, found.headers)) == list(map(fold, table.headers)):
            found = replace(found, rows=found.rows + table.rows)
        else:
            after.append(block)
            message = "a second table with another header is shown as it is; only the first is read"
            problems.append(Problem(Code.TABLE, message, table.line))
    if found is None:
        return None, ()
    return replace(found, before=tuple(before), after=tuple(after)), tuple(problems)


def plain_tables(blocks: Iterable[nodes.Node]) -> list[nodes.table]:
    """Return the tables that no directive of ours has made or read yet."""
    return [found for block in blocks for found in block.findall(nodes.table) if _is_plain(found)]


def _is_plain(node: nodes.Node) -> TypeGuard[nodes.table]:
    """Tell whether a node is a table of the author alone.

    A view inside another directive is a place without rows; a table of ours that is written out
    has been read by its own directive.
    """
    return isinstance(node, nodes.table) and "arch-table" not in node["classes"]


def _flat(children: Iterable[nodes.Node]) -> Iterable[nodes.Node]:
    # A table may stand in a quote or box; such a wrapper is opened only if it holds one.
    for child in children:
        if isinstance(child, _WRAPPERS) and plain_tables([child]):
            yield from _flat(child.children)
        else:
            yield child


def _read(table: nodes.table, problems: list[Problem]) -> RawTable:
    head: list[nodes.row] = []
    body: list[nodes.row] = []
    caption: tuple[nodes.Node, ...] = ()
    for part in table.children:
        if isinstance(part, nodes.title):
            caption = tuple(part.children)
        elif isinstance(part, nodes.tgroup):
            for group in part.children:
                if isinstance(group, nodes.thead | nodes.tbody):
                    rows = [row for row in group.children if isinstance(row, nodes.row)]
                    (head if isinstance(group, nodes.thead) else body).extend(rows)
    if not head:
        head, body = body[:1], body[1:]
    line = table.line or min(filter(None, map(line_of, [*head, *body])), default=0)
    lines = _lines(table, [*head, *body])
    headers = _headers(head)
    read = [
        RawRow(_cells(row), where, row.source or _source(row) or table.source)
        for row, where in zip(body, lines[len(head) :], strict=True)
    ]
    for row in read:
        _check(row, len(headers), problems)
    return RawTable(
        headers=headers,
        rows=tuple(read),
        caption=caption,
        line=lines[0] if lines and lines[0] else line,
        source=table.source,
        ids=tuple(table["ids"]),
        names=tuple(table["names"]),
        classes=tuple(table["classes"]),
    )


def _headers(head: list[nodes.row]) -> tuple[str, ...]:
    # Several header rows: the texts of a column, top to bottom.
    columns = [[text_of([cell]) for cell in row.children] for row in head]
    if len(columns) <= 1:
        return tuple(columns[0]) if columns else ()
    width = max(map(len, columns))
    texts = [[column[i] for column in columns if i < len(column)] for i in range(width)]
    return tuple(" ".join(dict.fromkeys(filter(None, column))) for column in texts)


def _lines(table: nodes.table, rows: list[nodes.row]) -> list[int]:
    """Return the source line of each row; 0 where it cannot be known.

    Rows of a Markdown table report the table's first line, or that of something before them; one
    line each, they are counted, with the ruler below the header. Other tables' rows have no line
    of their own. The cells of a csv-table all report one line, in reST even a wrong one.
    """
    first = rows[0].line if rows else None
    if first and first == table.line:
        return [first + index + (index > 0) for index in range(len(rows))]
    lines = [line_of(row) for row in rows]
    if len(lines) > 1 and len(set(lines)) == 1:
        return [0] * len(lines)
    return lines


def _cells(row: nodes.row) -> tuple[nodes.entry, ...]:
    return tuple(cell for cell in row.children if isinstance(cell, nodes.entry))


def _source(node: nodes.Node) -> str | None:
    return next((part.source for part in node.findall() if part.source), None)


def _check(row: RawRow, width: int, problems: list[Problem]) -> None:
    if len(row.cells) == 1 and row.cells[0].get("morecols", 0) + 1 == width:
        return  # the heading of a group
    if any(cell.get("morecols") for cell in row.cells):
        message = "a cell spans several columns; its text counts for the first of them"
        problems.append(Problem(Code.TABLE, message, row.line))
    elif len(row.cells) > width:
        message = f"a row has {counted(len(row.cells), 'cell')}, but the table's header has {width}"
        problems.append(Problem(Code.TABLE, message, row.line))
