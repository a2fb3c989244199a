"""What a layout engine is asked and what it answers: plain frozen data, all numbers in px.

``x`` grows to the right and ``y`` downwards; a rectangle is named by its top left corner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The way the picture reads: from top to bottom, left to right and their mirrors.
Flow = Literal["TB", "LR", "BT", "RL"]
Point = tuple[float, float]
Line = tuple[Point, ...]


class LayoutError(Exception):
    """No layout: too large, too slow, no engine, or it refused. The text is for the reader."""


class Rect(NamedTuple):
    """A rectangle: top left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def cx(self) -> float:
        """The x of the centre."""
        return self.x + self.width / 2

    @property
    def cy(self) -> float:
        """The y of the centre."""
        return self.y + self.height / 2


class SizedBox(NamedTuple):
    """A box to place; ``group`` is the index of the boundary it lies in, or -1.

    ``inset`` is the distance from the box's corners in which no line may end (round corners),
    ``apart`` the least distance between two lines that end on one side.
    """

    width: float
    height: float
    group: int = -1
    inset: float = 14
    apart: float = 10


class SizedGroup(NamedTuple):
    """A boundary with the room its title needs at the top; ``parent`` is an index or -1."""

    parent: int
    title_width: float
    title_height: float


class SizedEdge(NamedTuple):
    """A line between two boxes (indices) with its label's size; no label: both sizes are 0."""

    source: int
    target: int
    label_width: float = 0
    label_height: float = 0


class Rows(NamedTuple):
    """The row of every box and of every line's label (-1: it has none), counted from 0.

    ``order`` are the boxes from left to right, as they should stay if nothing speaks against it.
    """

    boxes: tuple[int, ...]
    labels: tuple[int, ...]
    order: tuple[int, ...]


class Plan(NamedTuple):
    """A whole layout task.

    ``first`` are boxes that should begin the flow (people), ``last`` such that should end it.
    ``pull_down`` puts labels straight above what lines lead to, not below where they come from.
    ``backwards`` hands the boxes to the engine last first, and ``other_turns`` opens circles at
    other lines: other ways to an order of each row, perhaps with fewer crossings.
    ``labels_inside`` keeps the label of a line that leaves a boundary in that boundary.
    ``turned`` are lines (indices) that run against the flow, from a later row to an earlier one.
    ``rows`` are given where the engine's own ones are too wide for a page; every line must lead to
    a later row.
    ``room`` is the width to which a picture that reads downwards is squeezed (0: it is not).
    ``stub`` is the least length of the straight piece with which a line leaves or enters a box.
    """

    boxes: tuple[SizedBox, ...]
    groups: tuple[SizedGroup, ...]
    edges: tuple[SizedEdge, ...]
    flow: Flow = "TB"
    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    stub: float = 0
    pull_down: bool = False
    backwards: bool = False
    other_turns: bool = False
    labels_inside: bool = False
    turned: frozenset[int] = frozenset()
    rows: Rows | None = None
    room: float = 0


class Part(NamedTuple):
    """A line between two placed things, ``upper`` before ``lower`` in the flow; points are px."""

    edge: int
    upper: str
    lower: str
    points: tuple[Point, ...]  # control points of a piecewise cubic curve


class Placed(NamedTuple):
    """What a layout engine found: where things are, before the lines are drawn at right angles.

    ``width`` is that of all, ``centres`` are those of boxes, labels and fillers by their names in
    :mod:`.dot`, ``groups`` the (left, top, right, bottom) of boundaries by index.
    """

    width: float
    centres: dict[str, Point]
    groups: dict[int, tuple[float, float, float, float]]
    parts: tuple[Part, ...]


class PlacedGroup(NamedTuple):
    """A boundary's rectangle and the top left corner of the room for its title."""

    rect: Rect
    title: Rect


class PlacedEdge(NamedTuple):
    """A drawn line from source to target: polylines with a gap for the label where it has one."""

    lines: tuple[Line, ...]
    label: Rect | None


class Arrangement(NamedTuple):
    """The answer to a plan: one entry per box, group and edge in the plan's order."""

    width: float
    height: float
    boxes: tuple[Rect, ...]
    groups: tuple[PlacedGroup, ...]
    edges: tuple[PlacedEdge, ...]


class Layout(Protocol):
    """A layout engine. The same plan gives the same answer on every machine."""

    @property
    def name(self) -> str:
        """The engine's name as used in the configuration."""

    @property
    def version(self) -> str:
        """The engine's version and everything else that changes its answers."""

    def place(self, plans: Sequence[Plan]) -> list[Placed]:
        """Return the places of things per plan, in order; raise LayoutError for the whole batch."""
