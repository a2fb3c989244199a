"""The geometry of SVG: transformations, and every shape as moves, straight lines and curves.

Sources: SVG 1.1, chapters 7 (transformations), 8 (paths), 9 (basic shapes),
https://www.w3.org/TR/SVG11/.
"""

from __future__ import annotations

import re
from math import ceil, cos, isfinite, pi, radians, sin, tan
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.pgf.colours import PgfError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from svg.path import Arc

Point = tuple[float, float]
#: How far the ends of the handles of a quarter circle of radius 1 are from its ends.
_QUARTER = 4 / 3 * tan(pi / 8)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_CALL = re.compile(r"\s*+(?:,\s*+)?(\w++)\s*+\(([^()]*+)\)\s*+")


class Step(NamedTuple):
    """A part of a path: ``M`` and ``L`` with one point, ``C`` with three, ``Z`` with none."""

    command: str
    points: tuple[Point, ...] = ()


class Matrix(NamedTuple):
    """A transformation: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def of(self, point: Point) -> Point:
        """Return where a point comes to lie."""
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: Matrix) -> Matrix:
        """Return the transformation that does ``inner`` first."""
        x, y = self.of((inner.e, inner.f))
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            x,
            y,
        )


def numbers(text: str) -> list[float]:
    """Return the numbers in a text."""
    return [float(found) for found in _NUMBER.findall(text)]


def length(text: str | None, default: float = 0) -> float:
    """Return a length in px; percentages and other units are not used in pictures."""
    found = _NUMBER.match(text.strip()) if text else None
    return float(found[0]) if found else default


def transform(text: str) -> Matrix:
    """Return the transformation of a ``transform`` attribute. Raises PgfError for unknown ones."""
    matrix, at = Matrix(), 0
    while found := _CALL.match(text, at):
        matrix, at = matrix.after(_one(found[1], numbers(found[2]))), found.end()
    if text[at:].strip():
        raise PgfError(f"the transformation {text[:60]!r} cannot be read")
    return matrix


def _one(name: str, values: Sequence[float]) -> Matrix:
    if not all(map(isfinite, values)):
        raise PgfError(f"the transformation {name!r} has numbers without end")
    match name, len(values):
        case "matrix", 6:
            return Matrix(*values)
        case "translate", 1 | 2:
            return Matrix(e=values[0], f=values[-1] if len(values) > 1 else 0)
        case "scale", 1 | 2:
            return Matrix(a=values[0], d=values[-1])
        case "rotate", 1:
            return _turned(values[0])
        case "rotate", 3:
            angle, x, y = values
            return Matrix(e=x, f=y).after(_turned(angle)).after(Matrix(e=-x, f=-y))
        case "skewX", 1:
            return Matrix(c=tan(radians(values[0])))
        case "skewY", 1:
            return Matrix(b=tan(radians(values[0])))
    raise PgfError(f"the transformation {name!r} cannot be read")


def _turned(angle: float) -> Matrix:
    s, c = sin(radians(angle)), cos(radians(angle))
    return Matrix(c, s, -s, c)


def steps(tag: str, given: Mapping[str, str]) -> list[Step]:
    """Return the outline of a shape from its tag and attributes. Raises PgfError."""
    if tag == "path":
        return list(_path(given.get("d", "")))
    if tag == "rect":
        return _rect(given)
    if tag == "line":
        ends = [(length(given.get(f"x{n}")), length(given.get(f"y{n}"))) for n in "12"]
        return _lines(ends)
    if tag in ("polyline", "polygon"):
        values = numbers(given.get("points", ""))
        found = _lines(zip(values[::2], values[1::2], strict=False))
        return [*found, Step("Z")] if tag == "polygon" and found else found
    rx, ry = (length(given.get(name, given.get("r"))) for name in ("rx", "ry"))
    x, y = length(given.get("cx")), length(given.get("cy"))
    return _round(x - rx, y - ry, 2 * rx, 2 * ry, rx, ry) if rx > 0 and ry > 0 else []


def _lines(points: Iterable[Point]) -> list[Step]:
    return [Step("L" if number else "M", (point,)) for number, point in enumerate(points)]


def _rect(given: Mapping[str, str]) -> list[Step]:
    x, y, w, h = (length(given.get(name)) for name in ("x", "y", "width", "height"))
    if w <= 0 or h <= 0:
        return []
    rx, ry = given.get("rx"), given.get("ry")
    across = min(max(length(rx if rx is not None else ry), 0), w / 2)
    down = min(max(length(ry if ry is not None else rx), 0), h / 2)
    if across and down:
        return _round(x, y, w, h, across, down)
    return [*_lines([(x, y), (x + w, y), (x + w, y + h), (x, y + h)]), Step("Z")]


def _round(x: float, y: float, w: float, h: float, rx: float, ry: float) -> list[Step]:
    """Return a rectangle with round corners, clockwise from its top left."""
    kx, ky = rx * (1 - _QUARTER), ry * (1 - _QUARTER)
    r, b = x + w, y + h
    return [
        Step("M", ((x + rx, y),)),
        Step("L", ((r - rx, y),)),
        Step("C", ((r - kx, y), (r, y + ky), (r, y + ry))),
        Step("L", ((r, b - ry),)),
        Step("C", ((r, b - ky), (r - kx, b), (r - rx, b))),
        Step("L", ((x + rx, b),)),
        Step("C", ((x + kx, b), (x, b - ky), (x, b - ry))),
        Step("L", ((x, y + ry),)),
        Step("C", ((x, y + ky), (x + kx, y), (x + rx, y))),
        Step("Z"),
    ]


def _path(data: str) -> Iterator[Step]:
    from svg.path import Arc, Close, CubicBezier, Move, QuadraticBezier, parse_path

    try:
        parts = list(parse_path(data))
    except (ValueError, IndexError, ZeroDivisionError, AssertionError) as error:
        raise PgfError(f"the path {data[:40]!r} cannot be read") from error
    for part in parts:
        if isinstance(part, Move):
            yield Step("M", (_xy(part.end),))
        elif isinstance(part, Close):
            yield Step("Z")
        elif isinstance(part, CubicBezier):
            yield Step("C", (_xy(part.control1), _xy(part.control2), _xy(part.end)))
        elif isinstance(part, QuadraticBezier):
            first = part.start + (part.control - part.start) * 2 / 3
            second = part.end + (part.control - part.end) * 2 / 3
            yield Step("C", (_xy(first), _xy(second), _xy(part.end)))
        elif isinstance(part, Arc) and part.radius.real and part.radius.imag:
            yield from _arc(part)
        else:
            yield Step("L", (_xy(part.end),))


def _arc(arc: Arc) -> Iterator[Step]:
    """Yield curves for pieces of at most a quarter of an arc."""
    if arc.start == arc.end:
        return
    pieces = max(1, ceil(abs(arc.delta) / 90 - 1e-9))
    turn = radians(arc.delta / pieces)
    handle = 4 / 3 * tan(turn / 4)
    tilted = _turned(arc.rotation)
    # The library scales a radius that is too small when it draws, and keeps it as written.
    scale = arc.radius_scale
    rx, ry = arc.radius.real * scale, arc.radius.imag * scale
    frame = Matrix(e=arc.center.real, f=arc.center.imag).after(tilted).after(Matrix(a=rx, d=ry))
    for number in range(pieces):
        start = radians(arc.theta) + number * turn
        end = start + turn
        yield Step(
            "C",
            (
                frame.of((cos(start) - handle * sin(start), sin(start) + handle * cos(start))),
                frame.of((cos(end) + handle * sin(end), sin(end) - handle * cos(end))),
                frame.of((cos(end), sin(end))),
            ),
        )


def _xy(value: complex) -> Point:
    return value.real, value.imag
