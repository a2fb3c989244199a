"""Texts of a sequence picture as blocks of lines with a size. Sizes in px."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.diagrams.metrics import text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

Face = Literal["title", "sub", "label", "tech", "word", "number", "divider", "error"]
#: Font size, boldness, distance of base lines, and CSS class per sort of text.
FACES: dict[Face, tuple[float, bool, float, str]] = {
    "title": (13.5, True, 16.5, "t"),
    "sub": (11, False, 14, "k"),
    "label": (11.5, False, 14, "l"),
    "tech": (11, False, 13, "l2"),
    "word": (11, True, 14, "t"),
    "number": (11, True, 13, "t"),
    "divider": (11.5, True, 14, "t"),
    "error": (11, True, 13, "t"),
}
#: What a letter takes above and below its base line, as a part of the font's size.
ASCENT, DESCENT = 0.80, 0.24
#: A line becomes this wide for one long word rather than break it.
_WHOLE_WORD: dict[Face, float] = {"label": 176.0, "title": 124.0, "sub": 104.0, "tech": 90.0}
#: How much wider a line may be rather than leave one or two letters of a word for the next.
_STRETCH = 20.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text and its face."""

    text: str
    face: Face

    @property
    def width(self) -> float:
        """The room it takes."""
        size, bold, _, _ = FACES[self.face]
        return text_width(self.text, size, bold=bold)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines below each other."""

    rows: tuple[Row, ...] = ()

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((row.width for row in self.rows), default=0.0)

    @property
    def height(self) -> float:
        """The sum of all lines."""
        return sum(FACES[row.face][2] for row in self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)


def block(text: str, face: Face, width: float, *, lines: int = 12, whole: float = 0) -> Block:
    """Return a text as lines of at most ``width`` px; its own line breaks stay.

    A line gets wider, up to ``whole`` px if that is given, rather than have a word broken.
    """
    size, bold, _, _ = FACES[face]
    made: list[str] = []
    if face in _WHOLE_WORD:
        widths = [text_width(word, size, bold=bold) + 1 for word in text[:500].split()]
        most = min(whole or _WHOLE_WORD[face], _WHOLE_WORD[face])
        width = max([width, *(each for each in widths if each <= most)])
    for part in text.split("\n"):
        if len(made) >= lines:
            break
        room = lines - len(made)
        made += wrap(part, width, size, lines=room, bold=bold, stretch=_STRETCH, hyphens=lines > 1)
    return Block(tuple(Row(line, face) for line in made))


def joined(blocks: Iterable[Block]) -> Block:
    """Return blocks as one, below each other."""
    return Block(tuple(row for made in blocks for row in made.rows))


def said(text: str, technology: str, width: float, *, whole: float = 0) -> Block:
    """Return the label of a message: its words, and the technology below them."""
    how = block(f"[{technology}]", "tech", width, lines=2) if technology.strip() else Block()
    return joined((block(text, "label", width, whole=whole), how))
