"""The rows of a ``csv-table`` as they are written: its parser fills short ones without a word."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.directive_blocks import directive_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPTION = re.compile(r"\s*:(?P<name>[\w-]+):(?:\s+(?P<value>.*))?\Z")
#: What a table is read with that we do not read the same way.
_OTHERWISE = {"file", "url", "dialect", "quote", "escape", "keepspace"}
_NAMED = {"tab": "\t", "space": " "}


class ShortRow(NamedTuple):
    """A row with fewer cells than its table's header; ``line`` counts from 1."""

    line: int
    cells: int
    width: int


def short_rows(lines: Sequence[str]) -> Iterator[list[ShortRow]]:
    """Yield the short rows of each ``csv-table`` in a text that has any."""
    for block in directive_blocks(lines, "csv-table"):
        found = _short(block.lines, block.above)
        if found:
            yield found


def _short(lines: Sequence[str], above: int) -> list[ShortRow]:
    """Return the short rows in the block of a table; ``above`` is how many lines are over it."""
    options: dict[str, str] = {}
    at = 0
    name = ""
    for line in lines:
        found = _OPTION.match(line)
        if found:
            name = found["name"]
            options[name] = found["value"] or ""
        elif name and line.strip() and line[:1].isspace() and name == "header":
            options[name] += f" {line.strip()}"
        elif line.strip() or options:
            break
        at += 1
    if options.keys() & _OTHERWISE:
        return []
    delimiter = options.get("delim", ",").strip()
    delimiter = _NAMED.get(delimiter, delimiter)
    if len(delimiter) != 1:
        return []
    records = [*_records(lines[at:], above + at, delimiter)]
    heads = [cells for _, cells in _records([options.get("header", "")], 0, delimiter)]
    head, rows = (heads[0], records) if heads else (records[0][1] if records else 0, records[1:])
    return [ShortRow(line, cells, head) for line, cells in rows if cells < head]


def _records(lines: Sequence[str], above: int, delimiter: str) -> Iterator[tuple[int, int]]:
    """Yield the line and the number of cells of each row, as Python reads CSV for docutils."""
    reader = csv.reader(
        (f"{line.strip()}\n" for line in lines), delimiter=delimiter, skipinitialspace=True
    )
    line = 1
    try:
        for cells in reader:
            if cells:
                yield above + line, len(cells)
            line = reader.line_num + 1
    except csv.Error:
        return  # its own parser tells
