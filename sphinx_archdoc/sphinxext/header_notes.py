"""What the headers of a table say of the cells below: their unit, or what they count up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.headers import level_text, with_unit
from sphinx_archdoc.model.level_scales import Levels, tops_below
from sphinx_archdoc.sphinxext.total_rows import cell_text

if TYPE_CHECKING:
    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.reading.tables import RawTable
    from sphinx_archdoc.sphinxext.total_rows import Meanings


def tops_of(table: RawTable, meanings: Meanings, steps: int) -> dict[int, int]:
    """Return what the numbers in each column of levels count up to; 0: they are the steps."""
    levels = {
        at: Levels(
            table.headers[at],
            [cell_text(row.cells[at]) for row in table.rows if at < len(row.cells)],
        )
        for at, meaning in enumerate(meanings)
        if not isinstance(meaning, str) and meaning.type == "level"
    }
    return dict(zip(levels, tops_below(levels.values(), steps), strict=True))


def said_below(spec: FieldSpec, header: str, text: str, top: int) -> str:
    """Return the text of a cell with the unit or the scale that its header names."""
    if spec.type == "amount":
        return with_unit(header, text)
    return level_text(header, text, top) if spec.type == "level" else text
