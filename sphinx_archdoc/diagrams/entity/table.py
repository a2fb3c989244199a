"""From an entity to a sized table: a head and one row for each column. Sizes in px."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.metrics import cut, text_width, wrap

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.entity.data import Column, Entity

#: Font sizes of the title, the line below it, names, and everything that is said of a column.
TITLE, SUB, NAME, SMALL = 14.0, 11.0, 12.0, 10.5
ROW = 20.0
PAD = 12.0
#: Between the parts of a row.
AIR = 12.0
#: The widest that each part of a row may be; a longer text ends in an ellipsis.
_MOST_TITLE, _MOST_NAME, _MOST_TYPE, _MOST_COMMENT = 230.0, 190.0, 150.0, 180.0
_LEAST_WIDTH = 120.0
#: More rows than this are not drawn; the last row tells how many are left out.
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one column as they are drawn; a row that only counts the rest has a name."""

    name: str
    type: str = ""
    comment: str = ""
    keys: str = ""
    column: Column | None = None


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
        name=cut(_flat(column.name) + required, _MOST_NAME, NAME),
        type=cut(_flat(column.type), _MOST_TYPE, SMALL),
        comment=cut(_flat(column.comment), _MOST_COMMENT, SMALL),
        keys=" ".join(column.keys),
        column=column,
    )


def _flat(text: str) -> str:
    return " ".join(text[:2000].split())


def _widest(texts: list[str], size: float) -> float:
    return max((text_width(text, size) for text in texts), default=0.0)


def table(entity: Entity) -> Table:
    """Measure an entity."""
    rows = [_row(column) for column in entity.columns[:MOST_ROWS]]
    if len(entity.columns) > MOST_ROWS:
        rows.append(Row(name=f"… {len(entity.columns) - MOST_ROWS}"))
    titles = wrap(entity.title, _MOST_TITLE, TITLE, lines=2, bold=True)
    subtitle = cut(_flat(entity.subtitle), _MOST_TITLE, SUB)
    parts = (
        _widest([r.name for r in rows], NAME),
        _widest([r.type for r in rows], SMALL),
        _widest([r.comment for r in rows], SMALL),
        _widest([r.keys for r in rows], SMALL),
    )
    inner = sum(parts) + AIR * (sum(1 for part in parts if part) - 1 if any(parts) else 0)
    heads = [text_width(t, TITLE, bold=True) for t in titles] + [text_width(subtitle, SUB)]
    width = float(round(max(inner, _LEAST_WIDTH - 2 * PAD, *heads) + 2 * PAD + 0.5))
    starts, x = [], PAD
    for part in parts:
        starts.append(x)
        x += part + AIR if part else 0.0
    head = 13.0 + 17.0 * max(1, len(titles)) + (13.0 if subtitle else 0.0)
    height = head + (ROW * len(rows) + 6 if rows else 0.0)
    at = (starts[0], starts[1], starts[2], width - PAD)
    return Table(width, height, head, tuple(titles), subtitle, tuple(rows), at)
