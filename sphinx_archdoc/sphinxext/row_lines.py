"""The lines of rows where the parser tells wrong ones: in a ``csv-table`` it has forgotten them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.data_files import SUFFIXES

if TYPE_CHECKING:
    from sphinx_archdoc.reading.tables import RawTable
    from sphinx_archdoc.sphinxext.base import ArchDirective

#: So far ahead a row is looked for: to look to the end for each would take hours in a long table.
_AHEAD = 100


def with_lines(directive: ArchDirective, table: RawTable) -> RawTable:
    """Return the table with the line of each row: the next that begins with its words."""
    first, last = directive.content_line(1), directive.content_line(len(directive.content))
    if not directive.content or all(first <= row.line <= last for row in table.rows):
        return table
    lines = [" ".join(line.split()) for line in directive.content]
    at = 0
    rows = []
    for row in table.rows:
        words = [
            getattr(block, "rawsource", "") or block.astext()
            for cell in row.cells
            for block in cell.children
        ]
        begins = [" ".join(text.split("\n")[0].split()) for text in words if text.strip()][:1]
        ahead = range(at, min(at + _AHEAD, len(lines)))
        found = next((n for n in ahead if _has(lines[n], begins)), -1)
        if found >= 0 and not (row.source or "").endswith(SUFFIXES):
            rows.append(replace(row, line=directive.content_line(found + 1)))
            at = found + 1
        else:
            rows.append(row)
            at += 1  # it has a line of its own
    return replace(table, rows=tuple(rows))


def _has(line: str, words: list[str]) -> bool:
    """Tell whether a line begins with these words, maybe in quotes."""
    return bool(words) and line.lstrip("\"' ").startswith(words[0])
