"""The outlines of boxes as SVG, where their curved sides are, and small writing helpers."""

from __future__ import annotations

import re
from html import escape
from math import hypot, sqrt
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.palette import LINE, ROLES

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Node
    from sphinx_archdoc.diagrams.layout import Line, Point, Rect

_CURVE = 9.0  # how far a cylinder's end bulges
_ARROW = (9.0, 3.9)  # length and half width
_CORNER = 7.0  # radius of a line's bend
_DEPTH = 8.0  # of a deployment node's solid body
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return the text without characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def xml(text: str) -> str:
    """Return the text escaped for XML, as content or in a quoted attribute."""
    return escape(clean(text), quote=True)


def num(value: float) -> str:
    """Return a number with at most two decimals and no trailing noise, the same everywhere."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def outline(node: Node, rect: Rect) -> str:
    """Return the shape of a node with literal colours and the classes to recolour it."""
    c = ROLES[node.role]
    dash = ' stroke-dasharray="5 4"' if node.role == "external" else ""
    look = f'class="arch-shape" fill="{c.bg}" stroke="{c.bd}" stroke-width="1.5"{dash}'
    line = f'class="arch-rim" fill="none" stroke="{c.bd}" stroke-width="1.5"'
    x, y, w, h = num(rect.x), num(rect.y), num(rect.width), num(rect.height)
    k = num(_CURVE)
    if node.shape == "cylinder":
        top, side, half = num(rect.y + _CURVE), num(rect.height - 2 * _CURVE), num(rect.width / 2)
        arc = f"a{half} {k} 0 0 "
        return (
            f'<path {look} d="M{x} {top}{arc}1 {w} 0v{side}{arc}1 -{w} 0z"/>'
            f'<path {line} d="M{x} {top}{arc}0 {w} 0"/>'
        )
    if node.shape == "queue":
        left, run, half = num(rect.x + _CURVE), num(rect.width - 2 * _CURVE), num(rect.height / 2)
        arc = f"a{k} {half} 0 0 "
        return (
            f'<path {look} d="M{left} {y}h{run}{arc}1 0 {h}h-{run}{arc}1 0 -{h}z"/>'
            f'<path {line} d="M{num(rect.right - _CURVE)} {y}{arc}0 0 {h}"/>'
        )
    if node.shape == "node":
        d = num(_DEPTH)
        front_w, front_h = num(rect.width - _DEPTH), num(rect.height - _DEPTH)
        return (
            f'<path {look} stroke-linejoin="round" d="M{x} {num(rect.y + _DEPTH)}l{d} -{d}'
            f'h{front_w}v{front_h}l-{d} {d}h-{front_w}z"/>'
            f'<path {line} d="M{x} {num(rect.y + _DEPTH)}h{front_w}v{front_h}'
            f'm0 -{front_h}l{d} -{d}"/>'
        )
    radius = "22" if node.shape == "person" else "7"
    radius = num(min(float(radius), rect.height / 2))
    body = f'<rect {look} x="{x}" y="{y}" width="{w}" height="{h}" rx="{radius}"/>'
    if node.shape == "person":
        cx, cy = rect.x + 25, rect.cy
        body += (
            f'<path class="arch-icon" fill="none" stroke="{c.fg}" stroke-width="1.6" '
            f'd="M{num(cx - 6)} {num(cy - 8)}a6 6 0 1 1 12 0a6 6 0 1 1 -12 0'
            f'M{num(cx - 11)} {num(cy + 14)}c0 -15 22 -15 22 0"/>'
        )
    return body


def meet(node: Node, rect: Rect, end: Point) -> Point:
    """Return where a line that ends on a box's rectangle meets its curved side."""
    x, y = end
    if node.shape == "cylinder" and not rect.x < x - 0.01 < x + 0.01 < rect.right:
        return end
    if node.shape == "cylinder":
        t = (x - rect.cx) / (rect.width / 2)
        back = _CURVE * (1 - sqrt(max(0.0, 1 - t * t)))
        return (x, y + back) if y < rect.cy else (x, y - back)
    if node.shape == "queue" and rect.y < y < rect.bottom and not rect.x < x < rect.right:
        t = (y - rect.cy) / (rect.height / 2)
        back = _CURVE * (1 - sqrt(max(0.0, 1 - t * t)))
        return (x + back, y) if x < rect.cx else (x - back, y)
    return end


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


def stroke(line: Line, *, dashed: bool, head: bool, tail: bool) -> str:
    """Return a line with rounded bends and its arrow heads."""
    heads = ""
    if head:
        heads += arrow(line)
    if tail:
        heads += arrow(line[::-1])
    if head:
        line = shorten(line, _ARROW[0] - 1)
    if tail:
        line = shorten(line[::-1], _ARROW[0] - 1)[::-1]
    dash = ' stroke-dasharray="6 4"' if dashed else ""
    return (
        f'<path class="arch-e" fill="none" stroke="{LINE}" stroke-width="1.5"{dash} '
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
