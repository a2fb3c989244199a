"""Lines with round bends and arrow heads as SVG, and small writing helpers."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from math import hypot
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.palette import LINE

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Tip
    from sphinx_archdoc.diagrams.layout import Line, Point

_ARROW = (9.0, 3.9)  # length and half width
_CORNER = 7.0  # radius of a line's bend
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return the text without characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def xml(text: str) -> str:
    """Return the text escaped for XML, as content or in a quoted attribute."""
    return escape(clean(text), quote=True)


@lru_cache(maxsize=8192)
def num(value: float) -> str:
    """Return a number with at most two decimals and no trailing noise, the same everywhere."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def shorten(line: Line, by: float) -> Line:
    """Return a line that stops ``by`` px before its last point."""
    (ax, ay), (bx, by_) = line[-2:]
    length = hypot(bx - ax, by_ - ay)
    keep = max(0.0, length - by) / length if length else 0.0
    return (*line[:-1], (ax + (bx - ax) * keep, ay + (by_ - ay) * keep))


def arrow(line: Line) -> str:
    """Return the head of an arrow at the last point of a line."""
    (ax, ay), (bx, by) = line[-2:]
    length = hypot(bx - ax, by - ay) or 1.0
    dx, dy = (bx - ax) / length, (by - ay) / length
    long, half = _ARROW
    ex, ey = bx - dx * long, by - dy * long
    points = ((bx, by), (ex - dy * half, ey + dx * half), (ex + dy * half, ey - dx * half))
    text = "L".join(f"{num(x)} {num(y)}" for x, y in points)
    return f'<path class="arch-arrow" fill="{LINE}" d="M{text}z"/>'


def cross(x: float, y: float, size: float) -> str:
    """Return a cross with its middle at (x, y)."""
    both = num(2 * size)
    return (
        f'<path class="arch-e" fill="none" stroke="{LINE}" stroke-width="1.8" '
        f'd="M{num(x - size)} {num(y - size)}l{both} {both}m-{both} 0l{both} -{both}"/>'
    )


def _tip(line: Line, tip: Tip) -> str:
    """Return what a line ends in at its last point."""
    if tip == "arrow":
        return arrow(line)
    if tip == "circle":
        x, y = shorten(line, 4.5)[-1]
        return (
            f'<circle class="arch-e" fill="none" stroke="{LINE}" stroke-width="1.5" '
            f'cx="{num(x)}" cy="{num(y)}" r="3.8"/>'
        )
    return cross(*shorten(line, 6)[-1], 4.5)


def stroke(
    line: Line, *, dashed: bool, head: bool, tail: bool, thick: bool = False, tip: Tip = "arrow"
) -> str:
    """Return a line with rounded bends and what it ends in."""
    heads = ""
    if head:
        heads += _tip(line, tip)
    if tail:
        heads += _tip(line[::-1], tip)
    if head:
        line = shorten(line, _ARROW[0] - 1)
    if tail:
        line = shorten(line[::-1], _ARROW[0] - 1)[::-1]
    dash = ' stroke-dasharray="6 4"' if dashed else ""
    width = "2.8" if thick else "1.5"
    return (
        f'<path class="arch-e" fill="none" stroke="{LINE}" stroke-width="{width}"{dash} '
        f'd="{_path(line)}"/>{heads}'
    )


def _path(line: Line) -> str:
    """Return path data with quadratic curves at the corners."""
    out = [f"M{num(line[0][0])} {num(line[0][1])}"]
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        entry = _towards(corner, before)
        leave = _towards(corner, after)
        out.append(f"L{num(entry[0])} {num(entry[1])}Q{num(corner[0])} {num(corner[1])} ")
        out.append(f"{num(leave[0])} {num(leave[1])}")
    out.append(f"L{num(line[-1][0])} {num(line[-1][1])}")
    return "".join(out)


def _towards(corner: Point, other: Point) -> Point:
    """Return the point on the way from a corner where its curve begins."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = hypot(dx, dy)
    share = min(_CORNER, length / 2) / length if length else 0.0
    return corner[0] + dx * share, corner[1] + dy * share
