"""Scores that authors have worked out themselves: the ones that are wrong are reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.sphinxext.columns import EXTRA
from sphinx_archdoc.sphinxext.row_cells import data_file
from sphinx_archdoc.sphinxext.total_rows import cell_text

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.columns import Cells, Columns
    from sphinx_archdoc.sphinxext.total_rows import Line

#: Headers of columns in which authors have written a score.
SCORES = frozenset(
    {
        *("score", "risk score", "level", "risk level", "rating", "risk rating", "exposure"),
        *("risk", "risk exposure", "risk value", "rank", "bewertung", "risikowert", "risikostufe"),
        *("risiko", "niveau", "nivel", "priority", "priorität", "punktwert", "risikozahl", "rpz"),
        *("criticité", "score de risque", "puntuación", "criticidad"),
    }
)
_NUMBER = re.compile(r"\W*(\d{1,3})(?:\s*/\s*\d{1,3})?\W*")


def check_scores(directive: ArchDirective, columns: Columns, lines: list[Line]) -> None:
    """Report the scores that are not impact times likelihood, where most of the others are."""
    fields = {spec.name: at for at, spec in columns.fields("level").items()}
    own = own_scores(columns)
    if not own or not {"impact", "likelihood"} <= fields.keys():
        return
    at = (fields["impact"], fields["likelihood"], own[0])
    found = [(line, numbers) for line in lines if (numbers := _numbers(line.cells, at))]
    wrong = [(line, told) for line, told in found if told[0] * told[1] != told[2]]
    if 2 * len(wrong) >= len(found):
        return  # it is worked out in another way
    for line, (impact, likelihood, score) in wrong:
        name = cell_text(line.cells.get(columns.named_by[0]))
        message = (
            f"{directive.name}: the score of {name[:60]!r} is {str(score)!r}, but {impact} times "
            f"{likelihood} is {impact * likelihood}"
        )
        directive.warn(Code.TOTAL, message, line.row.line, data_file(line.row))


def own_scores(columns: Columns) -> list[int]:
    """Return the columns in which the author has written a score."""
    both = enumerate(zip(columns.headers, columns.meanings, strict=True))
    return [at for at, (title, what) in both if what is EXTRA and header_word(title) in SCORES]


def _numbers(cells: Cells, at: tuple[int, int, int]) -> tuple[int, int, int] | None:
    """Return impact, likelihood and score of a row that has all three as numbers."""
    texts = [cell_text(cells.get(column)) for column in at]
    found = [_NUMBER.fullmatch(text) for text in texts]
    first, second, third = (int(match[1]) if match else 0 for match in found)
    return (first, second, third) if first and second and third else None
