"""An SVG picture as PGF commands.

PGF comes with every LaTeX that can set a document of Sphinx, so nothing has to be installed; text
is set in the fonts of the document, so a picture shows the characters that the document shows, and
they can be searched; its links are links of the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import atan2, degrees, hypot, isfinite, sqrt
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sphinx_archdoc.diagrams.pgf.colours import PgfError
from sphinx_archdoc.diagrams.pgf.geometry import Matrix, Step, length, numbers, steps, transform
from sphinx_archdoc.diagrams.pgf.style import Style, declarations
from sphinx_archdoc.diagrams.pgf.texts import Chunk, chunks

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.pgf.geometry import Point

_SHAPES = ("path", "rect", "line", "polyline", "polygon", "circle", "ellipse")
_HOLDERS = ("g", "a", "switch", "svg")
#: What draws nothing by itself.
_SILENT = ("title", "desc", "metadata", "style", "defs", "clipPath", "mask", "symbol", "script")
_HREF = "{http://www.w3.org/1999/xlink}href"
_BP = 0.75  # of a px: 96 px and 72 bp are an inch
#: TeX knows no larger length (16383 pt).
_LARGEST = 16000.0
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}
_COMMANDS = {
    "M": "\\pgfpathmoveto{%s}",
    "L": "\\pgfpathlineto{%s}",
    "C": "\\pgfpathcurveto{%s}{%s}{%s}",
    "Z": "\\pgfpathclose",
}


def pgf(
    svg: str,
    *,
    escape: Callable[[str], str],
    link: Callable[[str], str],
    part: tuple[float, float] | None = None,
) -> str:
    r"""Return a picture as the body of a ``pgfpicture``, one command a line.

    ``escape`` makes LaTeX of plain text; ``link`` makes the beginning of a link to an address
    (``\hyperref[…]`` or ``\href{…}``), or nothing for one that leads nowhere. Sizes are those of
    the SVG: 96 px are an inch. ``\archdoctext`` and ``\archdoclink`` are the caller's macros.
    ``part`` is what is drawn of it, from one height to another in px from its top.
    Raises PgfError for SVG that cannot be drawn so.
    """
    root, box = opened(svg)
    top, bottom = part or (0, box[3])
    writer = Writer(escape, link, bottom - top, whole=part is None)
    writer.element(root, Matrix(e=-box[0], f=-box[1] - top), Style({}), top=True)
    size = f"\\pgfqpoint{{{_num(box[2] * _BP)}bp}}{{{_num((bottom - top) * _BP)}bp}}"
    use = "clip,use as bounding box" if part else "use as bounding box"
    frame = f"\\pgfpathrectangle{{\\pgfpointorigin}}{{{size}}}\\pgfusepath{{{use}}}"
    colours = [f"\\definecolor{{archdoc{c}}}{{HTML}}{{{c}}}" for c in sorted(writer.colours)]
    return "\n".join([frame, *colours, *writer.lines])


def opened(svg: str) -> tuple[ET.Element, list[float]]:
    """Return the elements of a picture and its view box. Raises PgfError for what is none."""
    try:
        root = ET.fromstring(svg)  # noqa: S314 -- our own drawing, or one that was cleaned
    except ET.ParseError as error:
        raise PgfError(f"the picture is no XML: {error}") from error
    box = numbers(root.get("viewBox", "")) or [0, 0, *map(length, map(root.get, _SIZES))]
    if len(box) != 4 or min(box[2:]) <= 0:  # noqa: PLR2004 -- x, y, width, height
        raise PgfError("the picture has no size")
    return root, box


_SIZES = ("width", "height")


@dataclass
class Writer:
    """Walks through a picture and notes the commands that draw it; ``height`` is what is drawn."""

    escape: Callable[[str], str]
    link: Callable[[str], str]
    height: float
    whole: bool = True
    lines: list[str] = field(default_factory=list)
    colours: set[str] = field(default_factory=set)
    #: The graphics state: the last command of each sort.
    state: dict[str, str] = field(default_factory=dict)
    #: The corners of what the link that is being drawn covers.
    covered: list[Point] = field(default_factory=list)

    def element(self, node: ET.Element, matrix: Matrix, style: Style, *, top: bool = False) -> None:
        """Draw an element and what is in it."""
        tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else "title"
        own = declarations(node.get("style", ""))
        if tag in _SILENT or "none" in (node.get("display"), own.get("display")):
            return
        inner = style.inside(node.attrib)
        at = matrix.after(transform(node.get("transform") or own.get("transform", "")))
        if tag in _SHAPES:
            rounded = {name: own[name] for name in ("rx", "ry") if name in own}
            self.shape(steps(tag, node.attrib | rounded), at, inner)
        elif tag == "text":
            for chunk in chunks(node, inner):
                self.text(chunk, at)
        elif tag in _HOLDERS:
            if tag == "svg" and not top:
                at = at.after(_viewport(node))
            self._holder(node, at, inner, node.get("href") or node.get(_HREF) if tag == "a" else "")
        else:
            raise PgfError(f"<{tag}> cannot be drawn in LaTeX")

    def _holder(self, node: ET.Element, at: Matrix, style: Style, href: str | None) -> None:
        start = self.link(href) if href else ""
        outer, self.covered = self.covered, []
        for child in node:
            self.element(child, at, style)
        if start and self._is_seen(self.covered):
            xs, ys = zip(*self.covered, strict=True)
            left, bottom = self._xy((min(xs), max(ys)))
            width, height = _num((max(xs) - min(xs)) * _BP), _num((max(ys) - min(ys)) * _BP)
            self.lines.append(
                f"\\archdoclink{{{left}}}{{{bottom}}}{{{width}bp}}{{{height}bp}}{{{start}}}"
            )
        self.covered = outer + self.covered

    def shape(self, outline: list[Step], at: Matrix, style: Style) -> None:
        """Draw an outline."""
        points = [at.of(point) for step in outline for point in step.points]
        if not self._is_seen(points):
            return
        fill, stroke = style.paint("fill"), style.paint("stroke")
        if not style.width:
            stroke = None
        self.covered += points
        if style.hidden or not (fill or stroke):
            return
        if fill:
            self._set("fill", f"\\pgfsetfillcolor{{{self._colour(fill[0])}}}")
            self._set("fill-opacity", f"\\pgfsetfillopacity{{{_num(fill[1])}}}")
            rule = "even" if style.properties.get("fill-rule") == "evenodd" else "nonzero"
            self._set("rule", f"\\pgfset{rule}{'odd' if rule == 'even' else ''}rule")
        if stroke:
            self._pen(stroke, at, style)
        drawn = [
            _COMMANDS[step.command] % tuple(self._point(at.of(point)) for point in step.points)
            for step in outline
        ]
        use = ",".join(name for name, on in (("fill", fill), ("stroke", stroke)) if on)
        self.lines.append("".join(drawn) + f"\\pgfusepath{{{use}}}")

    def _pen(self, stroke: tuple[str, float], at: Matrix, style: Style) -> None:
        scale = _scale(at) * _BP
        dashes = "".join(f"{{{_num(part * scale)}bp}}" for part in style.dashes)
        cap = {"round": "round", "square": "rect"}.get(
            style.properties.get("stroke-linecap", ""), "butt"
        )
        join = style.properties.get("stroke-linejoin", "")
        join = join if join in ("round", "bevel") else "miter"
        self._set("stroke", f"\\pgfsetstrokecolor{{{self._colour(stroke[0])}}}")
        self._set("stroke-opacity", f"\\pgfsetstrokeopacity{{{_num(stroke[1])}}}")
        self._set("width", f"\\pgfsetlinewidth{{{_num(style.width * scale)}bp}}")
        self._set("dash", f"\\pgfsetdash{{{dashes}}}{{0pt}}")
        self._set("cap", f"\\pgfset{cap}cap")
        self._set("join", f"\\pgfset{join}join")

    def text(self, chunk: Chunk, at: Matrix) -> None:
        """Set the words that stand at one place."""
        style = chunk.runs[0][1]
        paint = style.paint("fill")
        corners = [at.of(point) for point in chunk.corners()]
        if paint is None or style.hidden or not self._is_seen(corners):
            return
        self._set("fill-opacity", f"\\pgfsetfillopacity{{{_num(paint[1])}}}")
        x, y = self._xy(at.of((chunk.x, chunk.y)))
        scale = _scale(at)
        self.covered += corners
        options = _ANCHORS.get(style.properties.get("text-anchor", ""), "left")
        angle = -degrees(atan2(at.b, at.a))
        turned = f",rotate={_num(angle)}" if abs(angle) > 0.01 else ""  # noqa: PLR2004 -- noise
        size, room = _num(chunk.size * scale * _BP), _num(chunk.width * scale * _BP)
        words = "".join(map(self._run, chunk.runs))
        self.lines.append(
            f"\\archdoctext{{{options}{turned}}}{{{x}}}{{{y}}}{{{size}bp}}{{{room}bp}}{{{words}}}"
        )

    def _run(self, run: tuple[str, Style]) -> str:
        text, style = run
        paint = style.paint("fill")
        if paint is None:
            return ""
        marks = f"\\color{{{self._colour(paint[0])}}}"
        marks += "\\bfseries" * style.bold + "\\itshape" * style.italic + "\\ttfamily" * style.mono
        return f"{{{marks} {self.escape(text)}}}"

    def _is_seen(self, points: list[Point]) -> bool:
        """Tell whether something is in what is drawn of the picture."""
        if self.whole or not points:
            return bool(points)
        heights = [y for _, y in points]
        return max(heights) >= 0 and min(heights) <= self.height

    def _set(self, name: str, command: str) -> None:
        if self.state.get(name) != command:
            self.state[name] = command
            self.lines.append(command)

    def _colour(self, digits: str) -> str:
        self.colours.add(digits)
        return f"archdoc{digits}"

    def _xy(self, point: Point) -> tuple[str, str]:
        x, y = point[0] * _BP, (self.height - point[1]) * _BP
        if not hypot(x, y) < _LARGEST:
            raise PgfError("the picture is larger than LaTeX can draw")
        return f"{_num(x)}bp", f"{_num(y)}bp"

    def _point(self, point: Point) -> str:
        x, y = self._xy(point)
        return f"\\pgfqpoint{{{x}}}{{{y}}}"


def _viewport(node: ET.Element) -> Matrix:
    """Return the transformation into a picture inside a picture."""
    at = Matrix(e=length(node.get("x")), f=length(node.get("y")))
    box = numbers(node.get("viewBox", ""))
    if len(box) != 4 or min(box[2:]) <= 0:  # noqa: PLR2004 -- x, y, width, height
        return at
    across = length(node.get("width"), box[2]) / box[2]
    down = length(node.get("height"), box[3]) / box[3]
    scale = min(across, down)
    return at.after(Matrix(a=scale, d=scale, e=-box[0] * scale, f=-box[1] * scale))


def _scale(matrix: Matrix) -> float:
    """Return by how much a transformation enlarges."""
    return sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def _num(value: float) -> str:
    """Return a number with at most three decimals; TeX reads no exponents. Raises PgfError."""
    if not isfinite(value):
        raise PgfError("the picture has numbers without end")
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
