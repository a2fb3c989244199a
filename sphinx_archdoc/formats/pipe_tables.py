"""Markdown's tables of pipes as text: their cells, and their columns made even."""

from __future__ import annotations

import re
import unicodedata

_RULE = re.compile(r"\|(?:[ ]*:?-+:?[ ]*\|)+\Z")
_BAR = re.compile(r"(?<!\\)\|")


def is_row(line: str) -> bool:
    """Tell whether a line is a row of a table."""
    return line.startswith("|") and line.rstrip().endswith("|")


def is_rule(line: str) -> bool:
    """Tell whether a row is the line below the heads."""
    return bool(_RULE.match(line.rstrip()))


def cells_of(line: str) -> list[str]:
    """Return the cells of a row."""
    return [cell.strip() for cell in _BAR.split(line.strip())[1:-1]]


def parts_of(line: str) -> list[str]:
    """Return the cells that Markdown sees in a line: the bars at its ends may be left out."""
    parts = [part.strip() for part in _BAR.split(line.strip())]
    parts = parts[not parts[0] :]
    return parts[:-1] if parts and not parts[-1] else parts


def width(text: str) -> int:
    """Return how many columns a text takes: signs of East Asia and emoji take two."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def evened(text: str) -> str:
    """Return a Markdown text with the columns of its tables made even."""
    made: list[str] = []
    table: list[str] = []
    for line in [*text.split("\n"), ""]:
        if is_row(line):
            table.append(line)
            continue
        made += _even(table)
        table = []
        made.append(line)
    return "\n".join(made[:-1])


def _even(lines: list[str]) -> list[str]:
    rows = [cells_of(line) for line in lines]
    columns = max(map(len, rows), default=0)
    rows = [[*row, *[""] * (columns - len(row))] for row in rows]
    rules = [is_rule(line) for line in lines]
    widths = [
        max([3, *(width(row[n]) for row, rule in zip(rows, rules, strict=True) if not rule)])
        for n in range(columns)
    ]
    return [
        _row(["-" * size for size in widths] if rule else row, widths, "-" if rule else " ")
        for row, rule in zip(rows, rules, strict=True)
    ]


def _row(cells: list[str], widths: list[int], gap: str) -> str:
    padded = (
        f"{gap}{cell}{' ' * (size - width(cell))}{gap}"
        for cell, size in zip(cells, widths, strict=True)
    )
    return f"|{'|'.join(padded)}|"
