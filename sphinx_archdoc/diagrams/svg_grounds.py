"""Where the shapes and words of foreign SVG stand: boxes round them, as far as numbers tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.svg_clean import Shape

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_MOVE = re.compile(r"\s*translate\(([^)]*)\)\s*")
#: Path commands whose numbers are points of the picture.
_ABSOLUTE = re.compile(r"[MLCQST]([^A-Za-z]*)")


class Box(NamedTuple):
    """A rectangle by its corners, in px."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def numbers(text: str) -> list[float]:
    """Return all numbers of a text."""
    return [float(found) for found in _NUMBER.findall(text[:100_000])]


def number(shape: Shape, name: str, default: float = 0.0) -> float:
    """Return the first number of an attribute."""
    found = numbers(shape.attributes.get(name, ""))
    return found[0] if found else default


def moved(shape: Shape, x: float, y: float) -> tuple[float, float]:
    """Return where the origin of an element lies; turns and scales do not count."""
    match = _MOVE.fullmatch(shape.attributes.get("transform", ""))
    by = numbers(match[1]) if match else []
    return x + (by[0] if by else 0.0), y + (by[1] if len(by) > 1 else 0.0)


def place_of(text: Shape, x: float, y: float) -> tuple[float, float]:
    """Return a point in the middle of the letters' height."""
    for part in text.walk():
        if "x" in part.attributes or "y" in part.attributes:
            return x + number(part, "x"), y + number(part, "y") - 4
    return x, y


def box_of(shape: Shape, x: float, y: float) -> Box | None:
    """Return the box round a shape whose origin is at ``x``, ``y``; None for what is no shape."""
    if shape.name == "rect":
        left, top = x + number(shape, "x"), y + number(shape, "y")
        return Box(left, top, left + number(shape, "width"), top + number(shape, "height"))
    if shape.name in ("circle", "ellipse"):
        wide = number(shape, "rx", number(shape, "r"))
        high = number(shape, "ry", number(shape, "r"))
        middle, height = x + number(shape, "cx"), y + number(shape, "cy")
        return Box(middle - wide, height - high, middle + wide, height + high)
    if shape.name in ("polygon", "polyline"):
        return _round(numbers(shape.attributes.get("points", "")), x, y)
    if shape.name == "path":
        runs = _ABSOLUTE.findall(shape.attributes.get("d", "")[:100_000])
        return _round([n for run in runs for n in _pairs(numbers(run))], x, y)
    return None


def _pairs(found: list[float]) -> list[float]:
    return found[: len(found) // 2 * 2]


def _round(points: list[float], x: float, y: float) -> Box | None:
    across, down = points[::2], points[1::2]
    if not across or not down:
        return None
    return Box(x + min(across), y + min(down), x + max(across), y + max(down))
