"""How large the shape round a text of a certain size is, and where its text may stand."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Shape


class Frame(NamedTuple):
    """What a shape takes round its text, in px.

    ``pad``  left, top, right, bottom
    ``text`` the widest line
    ``inset`` how near to a corner a line may end; at most a third of the side is kept free
    ``least`` the least width and height
    """

    pad: tuple[float, float, float, float] = (14, 11, 14, 12)
    text: float = 164
    inset: float = 14
    least: tuple[float, float] = (136, 52)


_FRAMES: dict[Shape, Frame] = {
    "box": Frame(),
    "person": Frame(pad=(44, 11, 16, 12), inset=24),
    "cylinder": Frame(pad=(14, 25, 14, 18), inset=18),
    "queue": Frame(pad=(18, 11, 32, 12), inset=16),
    "node": Frame(pad=(14, 18, 22, 12), inset=16),
    "rounded": Frame(pad=(20, 11, 20, 12), inset=24, least=(110, 46)),
    "diamond": Frame(pad=(6, 6, 6, 7), text=130, inset=999, least=(110, 62)),
    "circle": Frame(pad=(5, 5, 5, 6), text=96, inset=999, least=(52, 52)),
    "hexagon": Frame(pad=(26, 11, 26, 12), inset=22, least=(130, 46)),
    "slanted": Frame(pad=(26, 11, 26, 12), inset=22, least=(130, 46)),
    "note": Frame(pad=(12, 11, 18, 12), inset=16, least=(80, 40)),
    "document": Frame(pad=(14, 11, 14, 20)),
    "subroutine": Frame(pad=(22, 11, 22, 12)),
    "cloud": Frame(pad=(20, 17, 20, 18), inset=24),
}
#: Shapes without any text: their width and height.
DOTS: dict[Shape, float] = {"start": 22, "end": 26}


def frame(shape: Shape) -> Frame:
    """Return the frame of a shape."""
    return _FRAMES.get(shape) or Frame(inset=999)


def around(shape: Shape, width: float, height: float, share: float = 1.0) -> tuple[float, float]:
    """Return the size of a shape round a text of a size; ``share`` is of its least width."""
    left, top, right, bottom = frame(shape).pad
    width, height = left + width + right, top + height + bottom
    if shape == "diamond":
        # The smallest one that holds a rectangle is twice as wide and as high.
        width, height = 2 * width, 2 * height
    if shape == "circle":
        width = height = hypot(width, height)
    return max(width, frame(shape).least[0] * share), max(height, frame(shape).least[1])


def text_middle(shape: Shape, outer: float) -> float:
    """Return the x of the middle of the text in a shape ``outer`` px wide."""
    left, _, right, _ = frame(shape).pad
    return left + (outer - left - right) / 2


def text_top(shape: Shape, outer: float, height: float) -> float:
    """Return where a text ``height`` px high begins in a shape ``outer`` px high: in the middle."""
    _, top, _, bottom = frame(shape).pad
    return top + (outer - top - bottom - height) / 2
