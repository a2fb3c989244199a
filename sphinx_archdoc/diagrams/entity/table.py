"""From an entity to a sized table: a head and one row for each column. Sizes in px."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.metrics import cut, text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.diagrams.entity.data import Column, Entity

#: Font sizes of the title, the line below it, names, and everything that is said of a column.
TITLE, SUB, NAME, SMALL = 14.0, 11.0, 12.0, 10.5
ROW = 20.0
#: What each further line of a row adds.
LINE = 14.0
PAD = 12.0
#: Between the parts of a row.
AIR = 12.0
#: The widest that each part of a row may be; a longer text goes on in the next line.
_MOST_TITLE, _MOST_NAME, _MOST_TYPE, _MOST_COMMENT = 230.0, 190.0, 150.0, 180.0
#: The most lines of a part; a text that is longer still ends in an ellipsis.
_MOST_LINES = 4
#: Where the line of a word without blanks may end: ``customer_|number``, ``enum(a,|b)``.
_SEAM = re.compile(r"(?<=[_.,(/])(?=\w)|(?<=[a-z])(?=[A-Z])")
_LEAST_WIDTH = 120.0
#: More rows than this are not drawn; the last row tells how many are left out.
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one column as they are drawn; a row that only counts the rest has a name.

    All but the keys are lines; ``top`` is the place of the row below the head of the table.
    """

    name: tuple[str, ...]
    type: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()
    keys: str = ""
    column: Column | None = None
    top: float = 0.0

    @property
    def height(self) -> float:
        """The height that the longest part needs."""
        return ROW + LINE * (max(1, *map(len, (self.name, self.type, self.comment))) - 1)


@dataclass(frozen=True, slots=True)
class Table:
    """A sized table; ``at`` are the x of names, types (left), comments (left) and keys (right)."""

    width: float
    height: float
    head: float
    titles: tuple[str, ...]
    subtitle: str
    rows: tuple[Row, ...]
    at: tuple[float, float, float, float]


def _row(column: Column) -> Row:
    required = "*" if column.required and "PK" not in column.keys else ""
    return Row(
        name=_lines(_flat(column.name) + required, _MOST_NAME, NAME),
        type=_lines(_flat(column.type), _MOST_TYPE, SMALL),
        comment=_lines(_flat(column.comment), _MOST_COMMENT, SMALL),
        keys=" ".join(column.keys),
        column=column,
    )


def _flat(text: str) -> str:
    return " ".join(text[:2000].split())


def _lines(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return a text in lines; a word that is too long is broken where its parts meet."""
    if " " in text or text_width(text, size) <= width:
        return tuple(wrap(text, width, size, lines=_MOST_LINES)) if text else ()
    parted = wrap(_SEAM.sub(" ", text), width, size, lines=_MOST_LINES)
    return tuple(line.replace(" ", "") for line in parted)


def _widest(texts: Iterable[str], size: float) -> float:
    return max((text_width(text, size) for text in texts), default=0.0)


def table(entity: Entity) -> Table:
    """Measure an entity."""
    rows = [_row(column) for column in entity.columns[:MOST_ROWS]]
    if len(entity.columns) > MOST_ROWS:
        rows.append(Row(name=(f"… {len(entity.columns) - MOST_ROWS}",)))
    tops = accumulate((row.height for row in rows), initial=0.0)
    rows = [replace(row, top=top) for row, top in zip(rows, tops, strict=False)]
    titles = wrap(entity.title, _MOST_TITLE, TITLE, lines=2, bold=True)
    subtitle = cut(_flat(entity.subtitle), _MOST_TITLE, SUB)
    parts = (
        _widest((line for row in rows for line in row.name), NAME),
        _widest((line for row in rows for line in row.type), SMALL),
        _widest((line for row in rows for line in row.comment), SMALL),
        _widest((row.keys for row in rows), SMALL),
    )
    inner = sum(parts) + AIR * (sum(1 for part in parts if part) - 1 if any(parts) else 0)
    heads = [text_width(t, TITLE, bold=True) for t in titles] + [text_width(subtitle, SUB)]
    width = float(round(max(inner, _LEAST_WIDTH - 2 * PAD, *heads) + 2 * PAD + 0.5))
    starts, x = [], PAD
    for part in parts:
        starts.append(x)
        x += part + AIR if part else 0.0
    head = 13.0 + 17.0 * max(1, len(titles)) + (13.0 if subtitle else 0.0)
    height = head + (sum(row.height for row in rows) + 6 if rows else 0.0)
    at = (starts[0], starts[1], starts[2], width - PAD)
    return Table(width, height, head, tuple(titles), subtitle, tuple(rows), at)
