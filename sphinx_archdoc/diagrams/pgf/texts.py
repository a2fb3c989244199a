"""The text of SVG: runs of one look, joined to chunks that stand at one place.

A chunk begins wherever ``x`` or ``y`` is set (SVG 1.1, section 10.5); the runs in it follow each
other, and the whole of it is aligned to its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.metrics import text_width
from sphinx_archdoc.diagrams.pgf.colours import PgfError
from sphinx_archdoc.diagrams.pgf.geometry import length

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from sphinx_archdoc.diagrams.pgf.style import Style

#: Baselines that are not at the foot of the letters: how far down they put the text, in em.
_BASELINES = {"middle": 0.35, "central": 0.35, "hanging": 0.75, "text-before-edge": 0.9}
_ASCENT, _DESCENT = 0.8, 0.25  # of letters, in em
_EM = re.compile(r"(-?[\d.]+)em")
Run = tuple[str, "Style"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Text at one place; ``width`` is the most it may take, in px."""

    x: float
    y: float
    runs: tuple[Run, ...]
    wanted: float = 0

    @property
    def size(self) -> float:
        """The size of its first run in px."""
        return self.runs[0][1].size

    @property
    def width(self) -> float:
        """The width that the picture keeps free for it."""
        measured = sum(text_width(t, s.size, bold=s.bold) for t, s in self.runs)
        return self.wanted or measured

    def corners(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return two opposite corners of the text."""
        anchor = self.runs[0][1].properties.get("text-anchor", "")
        left = self.x - self.width * {"middle": 0.5, "end": 1.0}.get(anchor, 0.0)
        return (
            (left, self.y - _ASCENT * self.size),
            (left + self.width, self.y + _DESCENT * self.size),
        )


def chunks(node: ET.Element, style: Style) -> list[Chunk]:
    """Return the chunks of a ``<text>``. Raises PgfError for text along a path."""
    found: list[Chunk] = []
    place = [length(node.get("x")), length(node.get("y"))]
    runs: list[Run] = []
    wanted = length(node.get("textLength"))

    def end() -> None:
        if any(text.strip() for text, _ in runs):
            found.append(Chunk(place[0], place[1], tuple(_trimmed(runs)), wanted))
        runs.clear()

    for text, look, moved in _runs(node, style):
        if moved.get("x") is not None or moved.get("y") is not None or moved.get("dy") is not None:
            end()
            place[0] = length(moved.get("x"), place[0])
            place[1] = length(moved.get("y"), place[1])
            place[1] += _shift(moved.get("dy"), look.size)
        runs.append((text, look))
    end()
    return found


def _shift(text: str | None, size: float) -> float:
    em = _EM.fullmatch(text.strip()) if text else None
    return float(em[1]) * size if em else length(text)


def _runs(node: ET.Element, style: Style) -> Iterator[tuple[str, Style, dict[str, str]]]:
    """Yield the runs with the moves that come before each."""
    moved: dict[str, str] = {}
    base = _BASELINES.get(node.get("dominant-baseline") or node.get("alignment-baseline") or "")
    if base or node.get("dy"):
        moved["dy"] = str((base or 0) * style.size + _shift(node.get("dy"), style.size))
    if node.text:
        yield _spaces(node.text), style, moved
        moved = {}
    for child in node:
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else "title"
        if tag in ("tspan", "a"):
            moved |= {name: child.attrib[name] for name in ("x", "y") if name in child.attrib}
            for text, look, own in _runs(child, style.inside(child.attrib)):
                yield text, look, moved | own
                moved = {}
        elif tag == "textPath":
            raise PgfError("text along a path cannot be drawn in LaTeX")
        if child.tail:
            yield _spaces(child.tail), style, moved
            moved = {}


def _spaces(text: str) -> str:
    """Return the text with white space as one blank each; XML's indentation counts for no more."""
    return re.sub(r"[\s\u00a0]+", " ", text)


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    """Yield the runs without blanks at the outer ends."""
    last = len(runs) - 1
    for number, (text, style) in enumerate(runs):
        begun = text.lstrip(" ") if number == 0 else text
        yield (begun.rstrip(" ") if number == last else begun), style
