"""Read rows for a table from the bytes of a data file: CSV, TSV, YAML or JSON.

Untrusted input: sizes, rows, columns, nesting and YAML aliases are limited, nothing is constructed
but text, and nothing raises. A fault is a problem with its line; the good rows stay.

* CSV: comma, semicolon, tab or bar, as the first line uses them; RFC 4180 quotes.
* YAML and JSON: a list of mappings, or a mapping that holds one such list.
* Every cell is text as written (``1.50`` stays ``1.50``); ``null`` is empty, ``true`` and ``false``
  are lower case, a list is joined by commas.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.collecting import Problems
from sphinx_archdoc.formats.data_csv import read_csv
from sphinx_archdoc.formats.data_tree import MOST_COLUMNS, Rows, rows_of
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Problem

SUFFIXES = (".csv", ".tsv", ".yaml", ".yml", ".json")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
#: What an escape in YAML or JSON may smuggle in: controls, halves of pairs, non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Table:
    """The header and the rows of a data file, every row as long as the header.

    A row comes with its line in the file, counted from 1.
    """

    header: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    problems: tuple[Problem, ...] = ()


def read_rows(
    data: bytes, name: str, *, max_bytes: int = 2_000_000, max_rows: int = 10_000
) -> Table:
    """Read the rows of a file whose name tells its format."""
    problems = Problems()
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    rows = Rows()
    if suffix not in SUFFIXES:
        message = f"{name} is no data file: allowed are {', '.join(SUFFIXES)}"
        problems.add(Code.DATA, message)
    elif len(data) > max_bytes:
        message = f"{name} has {len(data):,} bytes, more than the {max_bytes:,} allowed"
        problems.add(Code.LIMIT, message)
    else:
        text = _decode(data, name, problems)
        if text.strip():
            rows = _read(text, suffix, max_rows, problems)
        elif not data.strip():
            problems.add(Code.DATA, f"{name} is empty", 1)
    return _table(rows, max_rows, problems)


def _read(text: str, suffix: str, max_rows: int, problems: Problems) -> Rows:
    if suffix in (".csv", ".tsv"):
        return read_csv(text, problems, max_rows=max_rows, tabs=suffix == ".tsv")
    if suffix == ".json":
        from sphinx_archdoc.formats.data_json import read_json

        return rows_of(read_json(text, problems), problems)
    from sphinx_archdoc.formats.data_yaml import read_yaml

    return rows_of(read_yaml(text, problems), problems)


def _decode(data: bytes, name: str, problems: Problems) -> str:
    if data.startswith(_WIDE):
        problems.add(Code.DATA, f"{name} is UTF-16 or UTF-32 text: save it as UTF-8", 1)
        return ""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{name} is not UTF-8 here; such characters are shown as \ufffd"
        problems.add(Code.DATA, message, line)
        text = data.decode("utf-8", errors="replace")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = _CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        problems.add(Code.DATA, f"{name} holds control characters; they are removed", line)
        text = _CONTROL.sub("", text)
    return text


def _table(rows: Rows, max_rows: int, problems: Problems) -> Table:
    if len(rows.header) > MOST_COLUMNS:
        message = f"{len(rows.header):,} columns; only the first {MOST_COLUMNS} are read"
        problems.add(Code.LIMIT, message, rows.header_line)
    header = tuple(_tidy(cell) for cell in rows.header[:MOST_COLUMNS])
    for cell in {cell for cell in header if cell and header.count(cell) > 1}:
        problems.add(Code.DATA, f"two columns are named {cell[:60]!r}", rows.header_line)
    if len(rows.rows) > max_rows:
        message = f"more than {max_rows:,} rows; the rest is left out"
        problems.add(Code.LIMIT, message, rows.rows[max_rows][0])
    width = len(header)
    kept = []
    for line, cells in rows.rows[:max_rows]:
        tidy = tuple(_tidy(cell) for cell in cells[:width])
        kept.append((line, tidy + ("",) * (width - len(tidy))))
    return Table(header, tuple(kept), problems.all())


def _tidy(cell: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", cell).strip()
