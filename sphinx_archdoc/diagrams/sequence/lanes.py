"""Lifelines and bars while a picture is laid out from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.columns import BAR, NESTED
from sphinx_archdoc.diagrams.sequence.placed import Area, Bar, Life

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.placed import Words

#: A bar is never shorter.
_LEAST = 14.0
#: Air above and below a text that stands on a lifeline.
_AIR = 2.0


class Lane:
    """One lifeline: where it starts and ends, and the bars that are open on it."""

    def __init__(self, id_: str, x: float, top: float | None) -> None:
        self.id = id_
        self.x = x
        self.top = top
        self.bottom: float | None = None
        self.open: list[float] = []
        self.bars: list[Bar] = []

    def edge(self, direction: int, more: int = 0) -> float:
        """Return where an arrow to or from this side meets the lane; ``more`` bars will open."""
        level = len(self.open) + more
        if not level:
            return self.x
        return self.x + (BAR / 2 + NESTED * (level - 1) if direction > 0 else -BAR / 2)

    def activate(self, y: float) -> None:
        """Begin a bar."""
        self.open.append(y)

    def deactivate(self, y: float) -> None:
        """End the innermost bar; without one nothing happens."""
        if self.open:
            start = self.open.pop()
            x = self.x - BAR / 2 + NESTED * len(self.open)
            self.bars.append(Bar(self.id, Area(x, start, BAR, max(y - start, _LEAST))))

    def close(self, y: float) -> None:
        """End the lifeline and all its bars."""
        while self.open:
            self.deactivate(y)
        if self.bottom is None:
            self.bottom = y

    def lives(self, words: list[Words], quiet: list[tuple[float, float]]) -> list[Life]:
        """Return the lifeline in pieces: broken at texts, sparse where time passes."""
        if self.top is None or self.bottom is None:
            return []
        cuts = [
            (w.area.y - _AIR, w.area.bottom + _AIR)
            for w in words
            if w.kind in ("label", "guard", "divider") and w.area.x - 4 < self.x < w.area.right + 4
        ]
        found: list[Life] = []
        at = self.top
        for start, end in sorted(cuts):
            if start > at:
                found += _calm(self.x, at, min(start, self.bottom), quiet)
            at = max(at, end)
        if at < self.bottom:
            found += _calm(self.x, at, self.bottom, quiet)
        return [life for life in found if life.bottom - life.top > 1]


def _calm(x: float, top: float, bottom: float, quiet: list[tuple[float, float]]) -> list[Life]:
    found = []
    at = top
    for start, end in quiet:
        if end <= at or start >= bottom:
            continue
        if start > at:
            found.append(Life(x, at, start))
        found.append(Life(x, max(at, start), min(end, bottom), sparse=True))
        at = min(end, bottom)
    if at < bottom:
        found.append(Life(x, at, bottom))
    return found
