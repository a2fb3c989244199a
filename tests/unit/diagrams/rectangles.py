"""Rectangles and lines of a picture in tests: what lies on what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.layout import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.diagrams.layout import Line


def overlap(a: Rect, b: Rect, by: float = 0.5) -> bool:
    return a.x + by < b.right and b.x + by < a.right and a.y + by < b.bottom and b.y + by < a.bottom


def inside(a: Rect, b: Rect) -> bool:
    return b.x <= a.x and a.right <= b.right and b.y <= a.y and a.bottom <= b.bottom


def pieces(lines: Iterable[Line]) -> list[Rect]:
    """Return the straight pieces of lines as rectangles without width or height."""
    return [
        Rect(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))
        for line in lines
        for (x1, y1), (x2, y2) in pairwise(line)
    ]


def crosses(lines: Iterable[Line], rect: Rect) -> bool:
    """Whether any piece of the lines runs more than 1 px inside a rectangle."""
    return any(
        p.x < rect.right - 1
        and p.right > rect.x + 1
        and p.y < rect.bottom - 1
        and p.bottom > rect.y + 1
        for p in pieces(lines)
    )
