"""How wide the columns of a table are in print, where nobody can scroll.

Left alone, LaTeX gives long texts all the room and breaks ids, dates and states in the middle.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes

from sphinx_archdoc.render.links import ROOM
from sphinx_archdoc.sphinxext.printed_words import Word, allow_breaks, parts, words

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The length of a line in usual type, and up to where code stays whole in columns of set widths.
_LINE, _CROWDED = 84, 14
#: The points of the type for which this holds: Sphinx has this where a project says nothing.
_POINTS = 10
#: What is tried in turn: how many letters stand on a line of a table as wide as the page, the class
#: that makes the type so small, and up to which length words stay whole.
_TRIES = (
    (_LINE, "", 22),
    (94, "arch-print-small", 22),
    (106, "arch-print-smaller", 22),
    (106, "arch-print-smaller", 14),
    (121, "arch-print-smallest", 14),
    (121, "arch-print-smallest", 9),
)
#: What a column takes beside its text, in letters of usual type; the smaller they are, the more.
_GAP = 2.5
#: Longer texts take further lines; more room would not make them easier to read.
_LONG = 60
#: What a text gets at least, as a part of the longest word that stays whole.
_SOME = 0.65
#: What a title of several words gets at least, in letters: it says what the row is about.
_NAME = 12
#: A table with more lines than this may go over pages. Sphinx counts rows, and one may be long.
_MANY = 24
#: In these a table may go over pages.
_OPEN = (
    nodes.section, nodes.document, nodes.container, nodes.compound, addnodes.start_of_file,
)  # fmt: skip


class _Column(NamedTuple):
    """What stands in a column: the words of each cell, and how long its longest text is.

    ``titles`` says that the column names the rows.
    """

    words: list[list[Word]]
    longest: float
    titles: bool = False

    def least(self, whole: int) -> float:
        """Return the room of the longest part that stays whole; texts get that of some words."""
        found = (part.room for cell in self.words for word in cell for part in parts(word, whole))
        some = max(_SOME * whole, _NAME) if self.titles else _SOME * whole
        return max(max(found, default=0), min(self.longest, some))


class _Fit(NamedTuple):
    """Widths of columns for a size of type."""

    widths: list[float]
    size: str
    whole: int


def complete(table: nodes.table) -> None:
    """Give a table that has a header alone an empty row: Sphinx and LaTeX stop without one.

    Markdown allows such a table, and one that is yet to be filled in looks like it.
    """
    group = next((child for child in table.children if isinstance(child, nodes.tgroup)), None)
    if group is None or group.next_node(nodes.tbody) is not None:
        return
    columns = [child for child in group.children if isinstance(child, nodes.colspec)]
    group += nodes.tbody("", nodes.row("", *(nodes.entry() for _ in columns)))


def fit(table: nodes.table, points: int = _POINTS) -> None:
    """Give every column the room of its longest word, and the rest to those with long texts.

    Where that is not to be had, the type gets smaller, and then words are broken. The more
    ``points`` the type of the document has, the fewer letters stand on a line.
    """
    specs, rows = _parts(table)
    if not specs:
        return
    found = _best(_columns(rows, len(specs)), _POINTS / points)
    for spec, width in zip(specs, found.widths, strict=True):
        spec["colwidth"] = max(1, round(width))
    for row in rows:
        for cell in row.children:
            allow_breaks(cell, found.whole)
    classes = table["classes"]
    classes[:] = [name for name in classes if name != "colwidths-auto"]
    if "colwidths-given" not in classes:
        classes.append("colwidths-given")
    _let_go_over_pages(table, rows, found.widths)
    if found.size and is_open(table):
        holder = nodes.container(classes=[found.size])
        table.parent.replace(table, holder)
        holder += table


def fit_if_wide(table: nodes.table, points: int = _POINTS) -> None:
    """Fit a table that is not one of records, where the author has said nothing of its widths.

    One that fits stays as it is: LaTeX makes it as wide as its texts.
    """
    at = table.parent.index(table)
    is_set = at and isinstance(table.parent[at - 1], addnodes.tabular_col_spec)
    specs, rows = _parts(table)
    if is_set or not specs or _is_inside(table):
        return
    if "colwidths-given" in table["classes"]:
        for row in rows:
            for code in [*row.findall(nodes.literal)]:
                allow_breaks(code, _CROWDED)
        widths = [float(spec["colwidth"]) for spec in specs]
        _let_go_over_pages(table, rows, [width * _LINE / sum(widths) for width in widths])
    elif (
        sum(column.longest + _GAP for column in _columns(rows, len(specs)))
        > _LINE * _POINTS / points
    ):
        fit(table, points)


def lines_together(table: nodes.table) -> int:
    """Return how many lines of a table stand on one page, roughly: all if it may not be broken."""
    specs, rows = _parts(table)
    widths = [float(spec["colwidth"]) for spec in specs]
    whole = sum(widths) or 1
    if "longtable" in table["classes"]:
        rows = rows[: sum(isinstance(row.parent, nodes.thead) for row in rows) + 1]
    return _lines(rows, [width * _LINE / whole for width in widths])


def _let_go_over_pages(table: nodes.table, rows: list[nodes.row], widths: list[float]) -> None:
    if is_open(table) and "longtable" not in table["classes"] and _lines(rows, widths) > _MANY:
        table["classes"].append("longtable")


def _parts(table: nodes.table) -> tuple[list[nodes.colspec], list[nodes.row]]:
    """Return the columns of a table, and its rows."""
    group = next((child for child in table.children if isinstance(child, nodes.tgroup)), None)
    if group is None:
        return [], []
    return [child for child in group.children if isinstance(child, nodes.colspec)], [*_rows(group)]


def _columns(rows: list[nodes.row], number: int) -> list[_Column]:
    whole = [row for row in rows if len(row.children) == number]  # no cell spans columns
    return [_column([row.children[at] for row in whole]) for at in range(number)]


def _best(columns: list[_Column], part: float) -> _Fit:
    found = _Fit([], "", 0)
    for letters, size, whole in _TRIES:
        line = letters * part
        gap = _GAP * line / _LINE
        least = [column.least(whole) + gap for column in columns]
        found = _Fit(_shared(columns, least, line, gap), size, whole)
        if sum(least) <= line:
            break
    return found


def _shared(columns: list[_Column], least: list[float], line: float, gap: float) -> list[float]:
    """Return the widths when what is left of the line goes to those that want more."""
    more = [
        max(0.0, min(column.longest, _LONG) + gap - room)
        for column, room in zip(columns, least, strict=True)
    ]
    share = min(1.0, max(0.0, line - sum(least)) / max(1.0, sum(more)))
    return [room + wish * share for room, wish in zip(least, more, strict=True)]


def _column(cells: list[nodes.Node]) -> _Column:
    texts = [words(cell) for cell in cells]
    entries = (cell for cell in cells if isinstance(cell, nodes.entry))
    titles = any(ROOM["title"] in cell["classes"] for cell in entries)
    return _Column(texts, max(map(_length, texts), default=0), titles)


def _length(cell: list[Word]) -> float:
    return sum(word.room + 1 for word in cell) - 1 if cell else 0


def _lines(rows: list[nodes.row], widths: list[float]) -> int:
    """Return how many lines the rows have, roughly."""
    return sum(
        max(
            (
                max(len(_blocks(cell)), math.ceil(_length(words(cell)) / max(1, width - _GAP)))
                for cell, width in zip(row.children, widths, strict=False)  # spanned columns
            ),
            default=0,
        )
        for row in rows
    )


def _blocks(cell: nodes.Node) -> list[nodes.TextElement]:
    return [node for node in cell.findall(nodes.TextElement) if not isinstance(node, nodes.Inline)]


def _is_inside(table: nodes.table) -> bool:
    """Tell whether a table stands in another one."""
    parent = table.parent
    while parent is not None and not isinstance(parent, nodes.entry):
        parent = parent.parent
    return parent is not None


def is_open(node: nodes.Node) -> bool:
    """Tell whether nothing around a table keeps it on one page."""
    parent = node.parent
    while parent is not None:
        if not isinstance(parent, _OPEN):
            return False
        parent = parent.parent
    return True


def _rows(group: nodes.tgroup) -> Iterator[nodes.row]:
    for part in group.children:
        if isinstance(part, (nodes.thead, nodes.tbody)):
            yield from (row for row in part.children if isinstance(row, nodes.row))
