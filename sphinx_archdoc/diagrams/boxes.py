"""From a node to a sized box with its text lines. Sizes in px; positions are inside the box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.diagrams.metrics import cut, text_width, wrap

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Edge, Group, Node, Shape

Face = Literal["title", "sub", "text", "badge", "label", "tech"]
#: Font size in px and boldness per kind of text.
FACES: dict[Face, tuple[float, bool]] = {
    "title": (14, True),
    "sub": (11, False),
    "text": (11.5, False),
    "badge": (10, False),
    "label": (11.5, False),
    "tech": (10.5, False),
}
#: From one base line to the next.
_LEADING: dict[Face, float] = {
    "title": 17, "sub": 14, "text": 14.5, "badge": 16, "label": 14, "tech": 13,
}  # fmt: skip
_MAX_TEXT = 164.0
_LABEL = 116.0
#: How much wider a line may be rather than leave one or two letters of a word for the next.
_STRETCH = 28.0
_MIN_WIDTH = 136.0
#: Room the shape itself takes: left, top, right, bottom.
PADS: dict[Shape, tuple[float, float, float, float]] = {
    "box": (14, 11, 14, 12),
    "person": (44, 11, 16, 12),
    "cylinder": (14, 25, 14, 18),
    "queue": (18, 11, 32, 12),
    "node": (14, 18, 22, 12),
}


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text: centre ``x`` (or left edge for group titles) and base line ``y``."""

    text: str
    face: Face
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Card:
    """A sized box: its size, its lines and the badges' (text, x, width) in the last row."""

    width: float
    height: float
    lines: tuple[TextLine, ...]
    badges: tuple[tuple[str, float, float], ...] = ()


def _wrapped(text: str, face: Face, width: float, lines: int) -> list[tuple[str, Face]]:
    size, bold = FACES[face]
    made = wrap(text, width, size, lines=lines, bold=bold, stretch=_STRETCH)
    return [(line, face) for line in made]


def _width(text: str, face: Face) -> float:
    size, bold = FACES[face]
    return text_width(text, size, bold=bold)


def _stack(rows: list[tuple[str, Face]], x: float, top: float) -> tuple[list[TextLine], float]:
    """Set rows below each other; return the lines and the y under the last."""
    lines: list[TextLine] = []
    previous = ""
    for text, face in rows:
        if face == "text" and previous in {"title", "sub"}:
            top += 3  # a little air between the name and its description
        lines.append(TextLine(text, face, x, top + _LEADING[face] - 4))
        top += _LEADING[face]
        previous = face
    return lines, top


def _badge_row(badges: tuple[str, ...], room: float) -> list[tuple[str, float, float]]:
    """Return as many badges as fit in one row: text, offset from the row's start, width."""
    row: list[tuple[str, float, float]] = []
    at = 0.0
    for badge in badges:
        text = cut(" ".join(badge[:200].split()), room - 14, FACES["badge"][0])
        width = _width(text, "badge") + 12
        if not text or (row and at + width > room):
            continue
        row.append((text, at, width))
        at += width + 5
    return row


def card(node: Node, *, text_lines: int = 4) -> Card:
    """Return the sized box of a node: a bold title, its kind and a description of a few lines."""
    left, top, right, bottom = PADS[node.shape]
    rows = _wrapped(node.title, "title", _MAX_TEXT, 2)
    rows += _wrapped(node.subtitle, "sub", _MAX_TEXT, 2)
    rows += _wrapped(node.description, "text", _MAX_TEXT, text_lines)
    badges = _badge_row(node.badges, _MAX_TEXT)
    badge_width = badges[-1][1] + badges[-1][2] if badges else 0.0
    inner = max([badge_width, *(_width(text, face) for text, face in rows)])
    inner = max(inner, _MIN_WIDTH - left - right)
    width = round(left + inner + right + 0.5)
    middle = left + (width - left - right) / 2
    lines, under = _stack(rows, middle, top)
    if badges:
        under += 20
    height = max(round(under + bottom + 0.5), 52)
    if not badges:
        # A box at its least height carries its text in the middle.
        shift = (height - bottom - under) / 2
        lines = [TextLine(t.text, t.face, t.x, t.y + shift) for t in lines]
    start = middle - badge_width / 2
    return Card(width, height, tuple(lines), tuple((text, start + at, w) for text, at, w in badges))


def label(edge: Edge, *, lines: int = 3) -> Card:
    """Return the sized label of a line: its words, the technology below; without any, 0 x 0."""
    rows = _wrapped(edge.label, "label", _LABEL, lines)
    if edge.technology:
        rows += _wrapped(f"[{edge.technology}]", "tech", _LABEL, 2)
    return stack_labels([rows])


def loop_label(edges: list[Edge]) -> Card:
    """Return one label for all lines of a box to itself."""
    blocks = []
    for edge in edges[:4]:
        rows = _wrapped(edge.label, "label", _LABEL, 2)
        if edge.technology:
            rows += _wrapped(f"[{edge.technology}]", "tech", _LABEL, 1)
        blocks.append(rows)
    return stack_labels(blocks)


def stack_labels(blocks: list[list[tuple[str, Face]]]) -> Card:
    """Return blocks of label rows as one centred card."""
    rows = [row for block in blocks for row in block]
    if not rows:
        return Card(0, 0, ())
    width = round(max(_width(text, face) for text, face in rows) + 6.5)
    placed, under = _stack(rows, width / 2, 1)
    return Card(width, under + 2, tuple(placed))


def heading(group: Group) -> Card:
    """Return a boundary's title and kind, set left; the size is the room they need."""
    rows = _wrapped(group.title, "title", 260, 1) + _wrapped(group.subtitle, "sub", 260, 1)
    if not rows:
        return Card(0, 0, ())
    placed, under = _stack(rows, 0, 0)
    return Card(round(max(_width(t, f) for t, f in rows) + 1.5), under, tuple(placed))
