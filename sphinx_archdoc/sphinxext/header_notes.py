"""What the headers of a table say of the cells below: their unit, or what they count up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.headers import level_text, top_below, with_unit
from sphinx_archdoc.sphinxext.total_rows import cell_text

if TYPE_CHECKING:
    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.reading.tables import RawTable
    from sphinx_archdoc.sphinxext.total_rows import Meanings


def tops_of(table: RawTable, meanings: Meanings, steps: int) -> dict[int, int]:
    """Return what the numbers in each column of levels count up to; 0: they are the steps."""
    found: dict[int, int] = {}
    for at, meaning in enumerate(meanings):
        if not isinstance(meaning, str) and meaning.type == "level":
            texts = [cell_text(row.cells[at]) for row in table.rows if at < len(row.cells)]
            found[at] = top_below(table.headers[at], texts, steps)
    return found


def said_below(spec: FieldSpec, header: str, text: str, top: int) -> str:
    """Return the text of a cell with the unit or the scale that its header names."""
    if spec.type == "amount":
        return with_unit(header, text)
    return level_text(header, text, top) if spec.type == "level" else text
