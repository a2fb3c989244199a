"""A sequence picture with all positions. Everything is in px from the left upper corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.diagrams.layout import Rect

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.data import FragmentKind, Participant
    from sphinx_archdoc.diagrams.sequence.words import Block

TextKind = Literal[
    "head", "label", "number", "error", "note", "tab", "guard", "ref", "divider", "box"
]
Anchor = Literal["middle", "start"]
#: What ends a line: an arrow head, an open one, a cross, or nothing.
Tip = Literal["", "filled", "open", "cross"]


class Area(Rect):
    """A rectangle that others meet, or lie in."""

    __slots__ = ()

    def meets(self, other: Area, gap: float = 0) -> bool:
        """Tell whether two rectangles have a common part, or come nearer than ``gap``."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )

    def holds(self, other: Area, slack: float = 0.01) -> bool:
        """Tell whether another rectangle lies in this one."""
        return (
            other.x >= self.x - slack
            and other.right <= self.right + slack
            and other.y >= self.y - slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(slots=True)
class Words:
    """A block of text; ``area`` is what it covers. ``backed``: it has paper behind it."""

    kind: TextKind
    block: Block
    area: Area
    anchor: Anchor = "middle"
    backed: bool = False


@dataclass(slots=True)
class Head:
    """The head or foot of a lane; ``dense``: its sign stands above its words."""

    participant: Participant
    area: Area
    words: Words
    dense: bool = False


@dataclass(slots=True)
class Bar:
    """A time of activity."""

    lane: str
    area: Area


@dataclass(slots=True)
class Stroke:
    """The line of a message, with what stands at its two ends."""

    points: tuple[tuple[float, float], ...]
    dashed: bool
    head: Tip
    tail: Tip = ""


@dataclass(slots=True)
class Frame:
    """The border of a fragment, its tab, and the lines between its sections (their y)."""

    kind: FragmentKind
    area: Area
    tab: Area | None
    lines: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Pill:
    """A rounded shape behind a short text: a number or an error's code."""

    kind: Literal["number", "error"]
    area: Area


@dataclass(slots=True)
class Life:
    """A piece of a lifeline; ``sparse`` where time passes."""

    x: float
    top: float
    bottom: float
    sparse: bool = False


@dataclass(slots=True)
class Placed:
    """The whole picture."""

    width: float = 0
    height: float = 0
    boxes: list[Area] = field(default_factory=list)
    lives: list[Life] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    notes: list[Area] = field(default_factory=list)
    dividers: list[tuple[float, float, float]] = field(default_factory=list)  # left, right, y
    ends: list[tuple[float, float]] = field(default_factory=list)  # crosses of ended lives
    pills: list[Pill] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
