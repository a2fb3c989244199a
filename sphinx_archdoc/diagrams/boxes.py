"""From a node to a sized box with its text lines. Sizes in px; positions are inside the box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from sphinx_archdoc.diagrams.frames import DOTS, around, frame, text_middle, text_top
from sphinx_archdoc.diagrams.metrics import cut, text_width, wrap

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Edge, Group, Node

Face = Literal["title", "sub", "text", "badge", "label", "tech"]
#: Font size in px and boldness per kind of text.
FACES: dict[Face, tuple[float, bool]] = {
    "title": (14, True),
    "sub": (11, False),
    "text": (11.5, False),
    "badge": (11, False),
    "label": (11.5, False),
    "tech": (11, False),
}
#: From one base line to the next.
_LEADING: dict[Face, float] = {
    "title": 17, "sub": 14, "text": 14.5, "badge": 16, "label": 14, "tech": 13,
}  # fmt: skip
#: The widest line of a label, and of one in a picture that would be too wide for a page; there the
#: texts in boxes have this share of their room, and some more lines.
_LABEL, _TIGHT_LABEL, _TIGHT = 116.0, 94.0, 0.78
#: The widest line in the title of a boundary, as long as nobody knows how wide that will be.
_HEADING = 260.0
#: How much wider a line may be rather than leave one or two letters of a word for the next.
_STRETCH = 28.0
#: How much wider a line may be rather than break a word where it has no hyphen.
_WHOLE = 44.0
#: Height of a round mark and its distance to the words.
MARK = 15.0
_SHORT = 3  # letters that make a mark round
_MARK_AIR = 4.0
#: From the last line of text to the lower side of the row of badges.
_BADGE_ROW = 20.0

Row = tuple[str, Face]


class TextLine(NamedTuple):
    """One line of text: centre ``x`` (or left edge for group titles) and base line ``y``."""

    text: str
    face: Face
    x: float
    y: float


class Pill(NamedTuple):
    """A short remark in a rounded frame: its text, the frame's left, top and width."""

    text: str
    x: float
    y: float
    width: float


class Card(NamedTuple):
    """A sized box: its size, its lines, and pills (a box's badges, a label's numbers)."""

    width: float
    height: float
    lines: tuple[TextLine, ...]
    pills: tuple[Pill, ...] = ()


def _wrapped(text: str, face: Face, width: float, lines: int) -> list[Row]:
    size, bold = FACES[face]
    made = wrap(
        text, width, size, lines=lines, bold=bold, stretch=_STRETCH, whole=_WHOLE, hyphens=True
    )
    return [(line, face) for line in made]


def _width(text: str, face: Face) -> float:
    size, bold = FACES[face]
    return text_width(text, size, bold=bold)


def counted(text: str, count: int) -> str:
    """Return a text that also says how many it stands for."""
    return f"{text} ×{count}".lstrip() if count > 1 else text


def _stack(rows: list[Row], x: float, top: float) -> tuple[list[TextLine], float]:
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


def _pill(text: str, room: float) -> tuple[str, float]:
    """Return a pill's text, cut to its room, and its width."""
    text = cut(" ".join(text[:200].split()), room - 14, FACES["badge"][0])
    return text, max(MARK, _width(text, "badge") + (8 if len(text) < _SHORT else 12))


def _badge_row(badges: tuple[str, ...], room: float) -> list[Pill]:
    """Return as many badges as fit in one row, from x = 0 and y = 0."""
    row: list[Pill] = []
    at = 0.0
    for badge in badges:
        text, width = _pill(badge, room)
        if not text or (row and at + width > room):
            continue
        row.append(Pill(text, at, 0, width))
        at += width + 5
    return row


def card(node: Node, *, tight: bool = False) -> Card:
    """Return the sized box of a node: a bold title, its kind and a description of a few lines."""
    if node.shape in DOTS:
        return Card(DOTS[node.shape], DOTS[node.shape], ())
    share = _TIGHT if tight else 1.0
    room = frame(node.shape).text * share
    rows = _wrapped(counted(node.title, node.count), "title", room, 4)
    rows += _wrapped(node.subtitle, "sub", room, 2 + tight)
    rows += _wrapped(node.description, "text", room, 4 + tight)
    badges = _badge_row(node.badges, room)
    badge_width = badges[-1].x + badges[-1].width if badges else 0.0
    inner = max([badge_width, *(_width(text, face) for text, face in rows)])
    _, text_height = _stack(rows, 0, 0)
    text_height += _BADGE_ROW if badges else 0
    width, height = (round(side + 0.5) for side in around(node.shape, inner, text_height, share))
    middle, top = text_middle(node.shape, width), text_top(node.shape, height, text_height)
    lines, under = _stack(rows, middle, top)
    left = middle - badge_width / 2
    pills = (Pill(p.text, left + p.x, under + _BADGE_ROW - MARK, p.width) for p in badges)
    return Card(width, height, tuple(lines), tuple(pills))


def _label_rows(edge: Edge, technology_lines: int, *, tight: bool) -> list[Row]:
    room = _TIGHT_LABEL if tight else _LABEL
    rows = _wrapped(counted(edge.label, edge.count), "label", room, 5 + tight)
    if edge.technology:
        rows += _wrapped(f"[{edge.technology}]", "tech", room, technology_lines)
    return rows


def label(edge: Edge, *, tight: bool = False) -> Card:
    """Return the sized label of a line: its words, the technology below; without any, 0 x 0."""
    return stack_labels([(edge.number, _label_rows(edge, 3, tight=tight))])


def loop_label(edges: list[Edge], *, tight: bool = False) -> Card:
    """Return one label for all lines of a box to itself."""
    return stack_labels([(edge.number, _label_rows(edge, 2, tight=tight)) for edge in edges[:4]])


def stack_labels(blocks: list[tuple[str, list[Row]]]) -> Card:
    """Return labels, each a number (or nothing) and its rows, as one centred card."""
    made = [(_pill(number, 60) if number.strip() else None, rows) for number, rows in blocks]
    made = [(mark, rows or [("", "label")]) for mark, rows in made if mark or rows]
    if not made:
        return Card(0, 0, ())
    indent = max((mark[1] + _MARK_AIR for mark, _ in made if mark), default=0.0)
    words = max(_width(text, face) for _, rows in made for text, face in rows)
    if not words:
        indent = max(0.0, indent - _MARK_AIR)
    width = round(indent + words + 6.5)
    middle = indent + (width - indent) / 2
    lines: list[TextLine] = []
    pills: list[Pill] = []
    top = 1.0
    for mark, rows in made:
        if mark:
            widest = max(_width(text, face) for text, face in rows)
            left = middle - widest / 2 - (_MARK_AIR if words else 0) - mark[1]
            pills.append(Pill(mark[0], max(0.0, left), top, mark[1]))
        placed, under = _stack(rows, middle, top + (1 if mark else 0))
        lines += [line for line in placed if line.text]
        top = max(under, top + MARK) if mark else under
    return Card(width, top + 2, tuple(lines), tuple(pills))


def heading(group: Group, room: float = _HEADING) -> Card:
    """Return a boundary's title and kind, set left; the size is the room they need."""
    rows = _wrapped(counted(group.title, group.count), "title", room, 3)
    rows += _wrapped(group.subtitle, "sub", room, 1)
    rows += _wrapped(group.description, "text", room, 2)
    if not rows:
        return Card(0, 0, ())
    placed, under = _stack(rows, 0, 0)
    return Card(round(max(_width(t, f) for t, f in rows) + 1.5), under, tuple(placed))
