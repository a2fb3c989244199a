"""How wide the columns of a table are in print, where nobody can scroll.

Left alone, LaTeX gives long texts all the room and breaks ids, dates and states in the middle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many letters stand on a line of a table as wide as the page, with the room between columns.
_LINE = 84
#: What a column takes beside its text.
_GAP = 2
#: Longer texts take further lines; more room would not make them easier to read.
_LONG = 60


def give_widths(table: nodes.table) -> None:
    """Give every column the room of its longest word, and the rest to those with long texts."""
    group = next(iter(table.findall(nodes.tgroup)), None)
    if group is None:
        return
    specs = [child for child in group.children if isinstance(child, nodes.colspec)]
    texts: list[list[str]] = [[] for _ in specs]
    for row in _rows(group):
        if len(row.children) == len(specs):  # no cell spans columns
            for column, cell in zip(texts, row.children, strict=True):
                column.append(cell.astext())
    least = [max(map(_longest_word, column), default=0) + _GAP for column in texts]
    wanted = [
        min(max(map(_letters, column), default=0), _LONG) + _GAP - word
        for column, word in zip(texts, least, strict=True)
    ]
    share = min(1.0, max(0, _LINE - sum(least)) / max(1, sum(wanted)))
    for spec, word, more in zip(specs, least, wanted, strict=True):
        spec["colwidth"] = round(word + more * share)
    classes = table["classes"]
    classes[:] = [name for name in classes if name != "colwidths-auto"]
    if "colwidths-given" not in classes:
        classes.append("colwidths-given")


def _longest_word(text: str) -> int:
    return max(map(_letters, text.split()), default=0)


def _letters(text: str) -> int:
    """Return how long a text is in small letters; capitals and digits are wider."""
    return round(sum(1.3 if char.isupper() or char.isdigit() else 1 for char in text))


def _rows(group: nodes.tgroup) -> Iterator[nodes.row]:
    for part in group.children:
        if isinstance(part, (nodes.thead, nodes.tbody)):
            yield from (row for row in part.children if isinstance(row, nodes.row))
