"""Tables of reST: rows of cells with their line, counted from 0 within the lines given."""

from __future__ import annotations

import re

Rows = list[tuple[int, tuple[str, ...]]]

_BORDER = re.compile(r"\s*\+[-=+]+\+\s*\Z")
_ROW = re.compile(r"\s*\*\s+-\s?(.*)\Z")
_CELL = re.compile(r"\s+-\s?(.*)\Z")


def grid_rows(lines: list[str]) -> Rows:
    """Read a grid table without cells that span several."""
    rows: Rows = []
    cells: list[list[str]] = []
    start = 0
    for number, line in enumerate(lines):
        if _BORDER.match(line):
            if cells:
                rows.append((start, _joined(cells)))
            cells, start = [], number + 1
            continue
        parts = [part.strip() for part in line.strip().strip("|").split("|")]
        cells += [[] for _ in range(len(parts) - len(cells))]
        for cell, part in zip(cells, parts, strict=False):
            cell.append(part)
    return rows


def simple_rows(lines: list[str]) -> Rows:
    """Read a simple table; a line whose first column is empty continues the one above."""
    border = lines[0] if lines else ""
    spans = [(found.start(), found.end()) for found in re.finditer(r"=+", border)]
    rows: list[tuple[int, list[list[str]]]] = []
    for number, line in enumerate(lines):
        if not line.strip() or re.fullmatch(r"[\s=-]+", line):
            continue
        ends = [*(start for start, _ in spans[1:]), len(line)]
        parts = [line[start:end].strip() for (start, _), end in zip(spans, ends, strict=False)]
        if rows and parts and not parts[0]:
            for cell, part in zip(rows[-1][1], parts, strict=False):
                cell.append(part)
        else:
            rows.append((number, [[part] for part in parts]))
    return [(number, _joined(cells)) for number, cells in rows]


def list_rows(lines: list[str]) -> Rows:
    """Read the content of a ``list-table`` directive."""
    rows: list[tuple[int, list[list[str]]]] = []
    for number, line in enumerate(lines):
        row = _ROW.match(line)
        cell = _CELL.match(line)
        if row:
            rows.append((number, [[row[1]]]))
        elif rows and cell:
            rows[-1][1].append([cell[1]])
        elif rows and line.strip():
            rows[-1][1][-1].append(line.strip())
    return [(number, _joined(cells)) for number, cells in rows]


def _joined(cells: list[list[str]]) -> tuple[str, ...]:
    return tuple("\n".join(part for part in cell if part).strip() for cell in cells)
