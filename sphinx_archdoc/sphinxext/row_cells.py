"""Cells of the tables that authors write: which column each stands in, and what is in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.formats.data_files import SUFFIXES
from sphinx_archdoc.model.quantities import read_amount
from sphinx_archdoc.model.values import clean
from sphinx_archdoc.render.links import badge_classes, capital
from sphinx_archdoc.sphinxext.translated import later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.vocabulary import Term
    from sphinx_archdoc.reading.tables import RawRow
    from sphinx_archdoc.sphinxext.base import ArchDirective


def columns_of(row: RawRow, carried: dict[int, tuple[int, nodes.entry]]) -> dict[int, nodes.entry]:
    """Return the cells of a row by column; a cell over several rows stands in each of them.

    ``carried`` holds such cells by column with the number of rows they still reach into.
    """
    found: dict[int, nodes.entry] = {}
    column = 0
    cells = iter(row.cells)
    cell = next(cells, None)
    while cell is not None or column in carried:
        if column in carried:
            left, above = carried.pop(column)
            found[column] = above
            if left > 1:
                carried[column] = (left - 1, above)
            column += 1
            continue
        assert cell is not None  # noqa: S101 -- by the condition of the loop
        found[column] = cell
        if cell.get("morerows"):
            carried[column] = (cell["morerows"], cell)
        column += 1 + cell.get("morecols", 0)
        cell = next(cells, None)
    return found


def paragraph_of(cell: nodes.Element) -> nodes.Element | None:
    """Return the paragraph that a cell begins with, if it does."""
    first = cell.children[0] if cell.children else None
    return first if isinstance(first, nodes.paragraph) else None


def anchor_cell(directive: ArchDirective, cell: nodes.Element, anchor: str) -> None:
    """Let links to a record lead to a cell."""
    target = nodes.target("", "", ids=[anchor])
    directive.state.document.ids[anchor] = target
    paragraph = paragraph_of(cell)
    if paragraph is None:
        paragraph = nodes.paragraph()
        cell.insert(0, paragraph)
    later(directive.env, partial(paragraph.insert, 0, target))


def give_tone(cell: nodes.Element, term: Term | None) -> None:
    """Give the author's own words in a cell the badge of what they mean."""
    paragraph = paragraph_of(cell)
    if term is None or paragraph is None:
        return
    classes = badge_classes(paragraph.astext(), term.tone)
    inner = paragraph.children[0] if paragraph.children else None
    if isinstance(inner, nodes.inline) and inner["classes"] == classes:
        return  # the cell goes over several rows, and has its badge
    first = next(iter(paragraph.findall(nodes.Text)), None)
    if first is not None and capital(first) != first:
        first.parent.replace(first, nodes.Text(capital(first)))
    badge = nodes.inline("", "", *paragraph.children, classes=classes)
    paragraph.children = []
    paragraph += badge


def title_of(kind: Kind, texts: Mapping[int, str], named_by: Sequence[int]) -> str:
    """Return what a row is called; of efforts perhaps by its phase, as a row of totals is."""
    title = " ".join(filter(None, (texts.get(at, "") for at in named_by)))
    if not title and kind.sums:
        words = (text for text in texts.values() if text and read_amount(text).low is None)
        title = next(words, "")
    return " ".join(clean(title)[0].split())


def data_file(row: RawRow) -> str:
    """Return the data file that the row comes from, or an empty text."""
    return row.source if row.source and row.source.lower().endswith(SUFFIXES) else ""
