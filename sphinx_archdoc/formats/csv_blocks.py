"""The rows of a ``csv-table`` as they are written: its parser fills short ones without a word."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REST = re.compile(r"(?P<indent>\s*)\.\. csv-table::")
_MYST = re.compile(r"\s*(?P<mark>`{3,}|~{3,}|:{3,})\{csv-table\}")
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
    at = 0
    while at < len(lines):
        rest, myst = _REST.match(lines[at]), _MYST.match(lines[at])
        at += 1
        if not rest and not myst:
            continue
        start = at
        if rest:
            deep = len(rest["indent"])
            while at < len(lines) and (not lines[at].strip() or _depth(lines[at]) > deep):
                at += 1
        elif myst:
            while at < len(lines) and not lines[at].strip().startswith(myst["mark"]):
                at += 1
        found = _short(lines[start:at], start)
        if found:
            yield found


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


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
