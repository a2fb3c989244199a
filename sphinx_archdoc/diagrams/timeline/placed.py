"""A laid-out timeline: everything with its place, in px from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.diagrams.metrics import text_width

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.timeline.data import Tone

#: What a text is: its size in px and whether it is bold.
FACES = {
    "title": (13.0, True),
    "note": (11.5, False),
    "when": (11.5, False),
    "label": (11.5, False),
    "badge": (11, True),
    "year": (12.0, True),
    "tick": (11.0, False),
    "lane": (12.0, True),
}
Face = Literal["title", "note", "when", "label", "badge", "year", "tick", "lane"]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: the place of its anchor on the base line."""

    text: str
    face: Face
    x: float
    y: float
    anchor: Anchor = "start"
    struck: bool = False

    @property
    def width(self) -> float:
        """Its width in px."""
        size, bold = FACES[self.face]
        return text_width(self.text, size, bold=bold)

    @property
    def area(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what it covers."""
        size, _ = FACES[self.face]
        left = self.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]
        return (left, self.y - size * 0.8, left + self.width, self.y + size * 0.25)


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar, the diamond of a single day, the dot of an event, or the frame of a status word."""

    kind: Literal["bar", "point", "dot", "pill"]
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One bar, event or undated thing with its words; the whole is one link."""

    id: str
    tone: Tone
    tip: str
    shapes: tuple[Shape, ...] = ()
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A whole picture.

    bands   parts of the scale with another ground: x, y, width, height
    rules   straight thin lines: x1, y1, x2, y2
    arrows  lines from one bar to the next, each a row of points
    today   the place and height of the day's mark: x, y1, y2; empty: none
    day     the word under that mark
    """

    width: float
    height: float
    bands: tuple[tuple[float, float, float, float], ...] = ()
    rules: tuple[tuple[float, float, float, float], ...] = ()
    arrows: tuple[tuple[tuple[float, float], ...], ...] = ()
    today: tuple[float, float, float] | tuple[()] = ()
    day: Words | None = None
    words: tuple[Words, ...] = field(default=())
    entries: tuple[Entry, ...] = ()
