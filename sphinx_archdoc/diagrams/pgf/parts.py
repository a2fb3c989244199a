"""Where a high picture may be cut for two pages: where only upright lines pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.pgf.geometry import Matrix
from sphinx_archdoc.diagrams.pgf.style import Style
from sphinx_archdoc.diagrams.pgf.writer import Writer, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.pgf.geometry import Point, Step
    from sphinx_archdoc.diagrams.pgf.texts import Chunk

#: A shape that is higher than this part of the picture, and than so many px, is a frame: it may be
#: cut.
_FRAME, _BOX = 0.25, 150.0
#: The free height that a cut needs, and how much of a page it may leave empty.
_ROOM, _EMPTY = 8.0, 0.4
#: A line that is cut counts as much as this part of a page that is left empty.
_LINE = 0.03
_SAME = 0.01


class Part(NamedTuple):
    """A part of a picture, from one height to another in px from its top."""

    top: float
    bottom: float


def parts(svg: str, most: float) -> list[Part]:
    """Return the parts of a picture, each at most ``most`` high; one if it cannot be cut so."""
    root, box = opened(svg)
    rows = _Rows(box[3])
    rows.element(root, Matrix(e=-box[0], f=-box[1]), Style({}), top=True)
    cuts, start = [], 0.0
    while box[3] - start > most:
        found = rows.cut(start, most)
        if found is None:
            return [Part(0, box[3])]
        cuts.append(found)
        start = found
    return [Part(*ends) for ends in zip([0.0, *cuts], [*cuts, box[3]], strict=True)]


class _Rows(Writer):
    """Notes at which heights there are words and boxes, and upright lines, and draws nothing."""

    def __init__(self, height: float) -> None:
        super().__init__(str, lambda _: "", height)
        self.taken: list[tuple[float, float]] = []
        self.upright: list[tuple[float, float]] = []

    def text(self, chunk: Chunk, at: Matrix) -> None:
        """Note where words stand."""
        self._take(at.of(point) for point in chunk.corners())

    def shape(self, outline: list[Step], at: Matrix, style: Style) -> None:
        """Note what a shape takes: all of a box, and of lines and frames the pieces not upright."""
        points = [at.of(point) for step in outline for point in step.points]
        if not points:
            return
        heights = [y for _, y in points]
        highest = max(_BOX, _FRAME * self.height)
        is_box = style.paint("fill") and max(heights) - min(heights) < highest
        if is_box or (style.paint("fill") and not style.paint("stroke")):
            self._take(points)
            return
        for piece in _pieces(outline, at):
            (x1, y1), (x2, y2) = piece[0], piece[-1]
            if len(piece) == 2 and abs(x1 - x2) < _SAME:  # noqa: PLR2004 -- a straight one
                self.upright.append((min(y1, y2), max(y1, y2)))
            else:
                self._take(piece)

    def cut(self, start: float, most: float) -> float | None:
        """Return where the part that begins at ``start`` ends best, if it may end anywhere."""
        low, high = start + (1 - _EMPTY) * most, start + most
        found = [(self._cost(y, high, most), y) for y in self._free() if low <= y <= high]
        return min(found)[1] if found else None

    def _cost(self, y: float, high: float, most: float) -> float:
        lines = sum(top < y < bottom for top, bottom in self.upright)
        return (high - y) / most + _LINE * lines

    def _free(self) -> Iterator[float]:
        """Yield the middle of each height that nothing but upright lines takes."""
        end = 0.0
        for top, bottom in sorted(self.taken):
            if top - end >= _ROOM:
                yield (top + end) / 2
            end = max(end, bottom)

    def _take(self, points: Iterator[Point] | list[Point]) -> None:
        heights = [y for _, y in points]
        self.taken.append((min(heights), max(heights)))


def _pieces(outline: list[Step], at: Matrix) -> Iterator[list[Point]]:
    """Yield the pieces of an outline, each with its ends."""
    first = last = (0.0, 0.0)
    for step in outline:
        points = [at.of(point) for point in step.points]
        if step.command == "M":
            first = last = points[0]
            continue
        yield [last, *(points or [first])]
        last = points[-1] if points else first
