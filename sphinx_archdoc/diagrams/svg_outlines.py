"""The outlines of boxes as SVG, and where a line that comes straight on meets them."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.palette import ROLES
from sphinx_archdoc.diagrams.svg_shapes import num

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.graph import Node, Shape
    from sphinx_archdoc.diagrams.layout import Point, Rect

CURVE = 9.0  # how far a cylinder's end bulges
_DEPTH = 8.0  # of a deployment node's solid body
SLANT = 14.0  # how far the sides of a hexagon and of a parallelogram lean
_FOLD = 12.0  # the corner of a note, and the wave at the foot of a document
_BULGE = 7.0  # of a cloud's sides
_SMALL = 0.01  # px; nearer than this counts as the same place


def outline(node: Node, rect: Rect) -> str:
    """Return the shape of a node with literal colours and the classes to recolour it."""
    c = ROLES[node.role]
    dash = ' stroke-dasharray="5 4"' if node.role == "external" else ""
    look = f'class="arch-shape" fill="{c.bg}" stroke="{c.bd}" stroke-width="1.5"{dash}'
    rim = f'class="arch-rim" fill="none" stroke="{c.bd}" stroke-width="1.5"'
    dot = f'class="arch-dot" fill="{c.bd}"'
    icon = f'class="arch-icon" fill="none" stroke="{c.fg}" stroke-width="1.6"'
    return _DRAWN[node.shape](rect, {"look": look, "rim": rim, "dot": dot, "icon": icon})


def person_sign(x: float, y: float) -> str:
    """Return the path of a head and shoulders, 22 px wide and 28 px high, with their middle."""
    head = ("M", x - 6, y - 8, "a6 6 0 1 1 12 0a6 6 0 1 1 -12 0")
    return _steps(*head, "M", x - 11, y + 14, "c0 -15 22 -15 22 0")


def _path(attributes: str, *steps: str | float) -> str:
    return f'<path {attributes} d="{_steps(*steps)}"/>'


def _steps(*steps: str | float) -> str:
    return " ".join(step if isinstance(step, str) else num(step) for step in steps)


def _plain(r: Rect, radius: float, attributes: str) -> str:
    return (
        f'<rect {attributes} x="{num(r.x)}" y="{num(r.y)}" width="{num(r.width)}" '
        f'height="{num(r.height)}" rx="{num(min(radius, r.height / 2))}"/>'
    )


def _box(r: Rect, to: dict[str, str]) -> str:
    return _plain(r, 7, to["look"])


def _subroutine(r: Rect, to: dict[str, str]) -> str:
    """Return a box with a second line inside its left and its right side."""
    down = f"v{num(r.height)}"
    sides = ("M", r.x + _DEPTH, r.y, down, "M", r.right - _DEPTH, r.y, down)
    return _plain(r, 3, to["look"]) + _path(to["rim"], *sides)


def _rounded(r: Rect, to: dict[str, str]) -> str:
    return _plain(r, 24, to["look"])


def _person(r: Rect, to: dict[str, str]) -> str:
    return _plain(r, 22, to["look"]) + _path(to["icon"], person_sign(r.x + 25, r.cy))


def _cylinder(r: Rect, to: dict[str, str]) -> str:
    w, side = num(r.width), r.height - 2 * CURVE
    arc = f"a{num(r.width / 2)} {num(CURVE)} 0 0"
    top = ("M", r.x, r.y + CURVE)
    body = _path(to["look"], *top, f"{arc} 1 {w} 0v", side, f"{arc} 1 -{w} 0z")
    return body + _path(to["rim"], *top, f"{arc} 0 {w} 0")


def _queue(r: Rect, to: dict[str, str]) -> str:
    h, run = num(r.height), num(r.width - 2 * CURVE)
    arc = f"a{num(CURVE)} {num(r.height / 2)} 0 0"
    body = _path(to["look"], "M", r.x + CURVE, r.y, f"h{run}{arc} 1 0 {h}h-{run}{arc} 1 0 -{h}z")
    return body + _path(to["rim"], "M", r.right - CURVE, r.y, f"{arc} 0 0 {h}")


def _node(r: Rect, to: dict[str, str]) -> str:
    d, w, h = num(_DEPTH), num(r.width - _DEPTH), num(r.height - _DEPTH)
    top = ("M", r.x, r.y + _DEPTH)
    look = 'stroke-linejoin="round" ' + to["look"]
    return _path(look, *top, f"l{d} -{d}h{w}v{h}l-{d} {d}h-{w}z") + _path(
        to["rim"], *top, f"h{w}v{h}m0 -{h}l{d} -{d}"
    )


def _diamond(r: Rect, to: dict[str, str]) -> str:
    look = 'stroke-linejoin="round" ' + to["look"]
    return _path(look, "M", r.cx, r.y, "L", r.right, r.cy, r.cx, r.bottom, r.x, r.cy, "z")


def _hexagon(r: Rect, to: dict[str, str]) -> str:
    left, right = r.x + SLANT, r.right - SLANT
    look = 'stroke-linejoin="round" ' + to["look"]
    upper = ("M", left, r.y, "L", right, r.y, r.right, r.cy)
    return _path(look, *upper, right, r.bottom, left, r.bottom, r.x, r.cy, "z")


def _slanted(r: Rect, to: dict[str, str]) -> str:
    look = 'stroke-linejoin="round" ' + to["look"]
    upper = ("M", r.x + SLANT, r.y, "L", r.right, r.y)
    return _path(look, *upper, r.right - SLANT, r.bottom, r.x, r.bottom, "z")


def _ellipse(r: Rect, share: float, attributes: str) -> str:
    return (
        f'<ellipse {attributes} cx="{num(r.cx)}" cy="{num(r.cy)}" '
        f'rx="{num(r.width / 2 * share)}" ry="{num(r.height / 2 * share)}"/>'
    )


def _circle(r: Rect, to: dict[str, str]) -> str:
    return _ellipse(r, 1, to["look"])


def _start(r: Rect, to: dict[str, str]) -> str:
    return _ellipse(r, 1, to["dot"])


def _end(r: Rect, to: dict[str, str]) -> str:
    return _ellipse(r, 1, to["look"]) + _ellipse(r, 0.6, to["dot"])


def _note(r: Rect, to: dict[str, str]) -> str:
    fold = num(_FOLD)
    corner = ("M", r.right - _FOLD, r.y, f"v{fold}h{fold}")
    sheet = (f"v{num(r.height - _FOLD)}h{num(-r.width)}v{num(-r.height)}z",)
    return _path(to["look"], *corner, *sheet) + _path(
        to["rim"], "M", r.right - _FOLD, r.y, f"l{fold} {fold}"
    )


def _document(r: Rect, to: dict[str, str]) -> str:
    half, wave = num(r.width / 2), num(_FOLD)
    foot = f"q{num(-r.width / 4)} -{wave} -{half} 0t-{half} 0"
    side = r.height - _FOLD / 2
    return _path(to["look"], "M", r.x, r.y, f"h{num(r.width)}v{num(side)}{foot}z")


def _cloud(r: Rect, to: dict[str, str]) -> str:
    """Return a box whose sides are bulges outwards, all within the rectangle."""
    across, down = max(2, round(r.width / 32)), max(2, round(r.height / 26))
    wide, high = (r.width - 2 * _BULGE) / across, (r.height - 2 * _BULGE) / down
    steps = [(wide, 0.0)] * across + [(0.0, high)] * down
    steps += [(-wide, 0.0)] * across + [(0.0, -high)] * down
    bulges = "".join(
        f"a{num(max(wide, high) * 0.58)} {num(max(wide, high) * 0.58)} 0 0 1 {num(x)} {num(y)}"
        for x, y in steps
    )
    return _path(to["look"], "M", r.x + _BULGE, r.y + _BULGE, f"{bulges}z")


_DRAWN: dict[Shape, Callable[[Rect, dict[str, str]], str]] = {
    "box": _box,
    "person": _person,
    "cylinder": _cylinder,
    "queue": _queue,
    "node": _node,
    "rounded": _rounded,
    "diamond": _diamond,
    "circle": _circle,
    "start": _start,
    "end": _end,
    "hexagon": _hexagon,
    "slanted": _slanted,
    "note": _note,
    "cloud": _cloud,
    "document": _document,
    "subroutine": _subroutine,
}


def meet(node: Node, rect: Rect, end: Point) -> Point:
    """Return where a line that ends on a box's rectangle meets its curved or slanted side."""
    x, y = end
    level = rect.y + _SMALL < y < rect.bottom - _SMALL  # it comes from the left or the right
    upright = rect.x + _SMALL < x < rect.right - _SMALL
    sides = (rect.x, rect.right) if level else (rect.y, rect.bottom)
    reaches = any(abs((x if level else y) - side) < _SMALL for side in sides)
    if level == upright or not reaches:  # at a corner, or at the rim of a boundary round the box
        return end
    along = (y - rect.cy) / (rect.height / 2) if level else (x - rect.cx) / (rect.width / 2)
    back = _back(node.shape, rect, along, level=level, far=x > rect.cx if level else y > rect.cy)
    if level:
        return (x + back, y) if x < rect.cx else (x - back, y)
    return (x, y + back) if y < rect.cy else (x, y - back)


def _back(shape: Shape, rect: Rect, along: float, *, level: bool, far: bool) -> float:
    """Return how far behind its rectangle's side a shape begins at a place from -1 to 1."""
    round_ = 1 - sqrt(max(0.0, 1 - along * along))
    half = (rect.width if level else rect.height) / 2
    if shape in {"circle", "start", "end"}:
        return half * round_
    if shape == "diamond":
        return half * abs(along)
    if (shape == "cylinder" and not level) or (shape == "queue" and level):
        return CURVE * round_
    if shape == "hexagon" and level:
        return SLANT * abs(along)
    if shape == "slanted" and level:
        return SLANT * (1 + along if far else 1 - along) / 2
    return 0.0
