"""Labels, numbers and error codes of messages."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.budget import MOST
from sphinx_archdoc.diagrams.sequence.columns import BESIDE, NUMBER, PLAIN, TIP
from sphinx_archdoc.diagrams.sequence.placed import Area, Pill, Words
from sphinx_archdoc.diagrams.sequence.words import block, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.diagrams.sequence.budget import Budget
    from sphinx_archdoc.diagrams.sequence.data import Message
    from sphinx_archdoc.diagrams.sequence.ladder import Ladder
    from sphinx_archdoc.diagrams.sequence.placed import Placed
    from sphinx_archdoc.diagrams.sequence.words import Block

_HIGH = 17.0
#: How far a label stands above its arrow, and above the number on it.
_ABOVE, _ABOVE_NUMBER = 5.0, 10.0
#: More codes than these are counted.
_MOST_CODES = 3
#: How wide a code may be; below its arrow it may cover a lifeline, but not leave the picture.
_CODE = 110
#: Its mark's height, the room to the next one, and that to a number above it.
_CODE_HIGH, _APART, _BELOW_NUMBER = 16, 4, 2.0


def place_label(
    ladder: Ladder, item: Message, start: float, end: float
) -> tuple[Words | None, float]:
    """Return the label of a message over its arrow, and how far above it.

    It stands between the number and the arrow head, or higher above both if it then has fewer
    lines; between two lifelines if it can. Its lower side is set when the height of the arrow is
    known.
    """
    way = 1 if end > start else -1
    first = start + way * (NUMBER if item.number else PLAIN)
    last = end - way * TIP
    sides = min(first, last), max(first, last)
    beside = sides[1] - sides[0]
    budget = ladder.columns.budget
    words = _in_room(item, beside, budget)
    if words.width > beside or len(words.rows) > 1:
        ends = min(start, end) + BESIDE, max(start, end) - BESIDE
        higher = _in_room(item, ends[1] - ends[0], budget)
        if words.width > beside or len(higher.rows) < len(words.rows):
            sides, words = ends, higher
    if not words:
        return None, _ABOVE
    middle = _middle(ladder, *sides, words.width)
    area = Area(middle - words.width / 2, ladder.y, words.width, words.height)
    number = start + way * NUMBER if item.number else start
    free = area.x >= number if way > 0 else area.right <= number
    return Words("label", words, area), _ABOVE if free else _ABOVE_NUMBER


def _in_room(item: Message, room: float, budget: Budget) -> Block:
    return said(item.text, item.technology, min(room, MOST), whole=budget.whole)


def _middle(ladder: Ladder, low: float, high: float, width: float) -> float:
    """Return the middle of a label between two sides, not on a lifeline if it can be."""
    middle = (low + high) / 2
    passed = [lane.x for lane in ladder.lanes.values() if low < lane.x < high]
    if any(abs(x - middle) < width / 2 + 6 for x in passed):
        return _free_gap(sorted({low, *passed, high}), width, middle)
    return middle


def _free_gap(stops: list[float], width: float, middle: float) -> float:
    """Return the middle of the nearest gap between lifelines that has room, else ``middle``."""
    free = [(left + right) / 2 for left, right in pairwise(stops) if right - left >= width + 24]
    return min(free, key=lambda x: (abs(x - middle), x), default=middle)


def number_pill(placed: Placed, number: str, x: float, y: float) -> None:
    """Put a number in a round mark on an arrow."""
    words = block(number, "number", 60, lines=1)
    width = max(_HIGH, round(words.width + 8))
    placed.pills.append(Pill("number", Area(x - width / 2, y - _HIGH / 2, width, _HIGH)))
    area = Area(x - words.width / 2, y - words.height / 2, words.width, words.height)
    placed.words.append(Words("number", words, area))


def error_pills(placed: Placed, codes: Sequence[str], x: float, top: float, way: int) -> Area:
    """Put error codes below an arrow, away from ``x`` against its direction; return their area.

    Between close lanes they reach the number on the arrow, and stand below it.
    """
    shown = [*codes[:_MOST_CODES]]
    if len(codes) > _MOST_CODES:
        shown.append(f"+{len(codes) - _MOST_CODES}")
    blocks = [block(code, "error", _CODE, lines=1) for code in shown]
    widths = [round(words.width + 12) for words in blocks]
    whole = sum(widths) + _APART * (len(widths) - 1)
    left = x if way < 0 else x - whole
    for pill in placed.pills:
        if pill.area.meets(Area(left, top, whole, _CODE_HIGH)):
            top = pill.area.bottom + _BELOW_NUMBER
    found = Area(left, top, whole, _CODE_HIGH)
    for words, width in zip(blocks, widths, strict=True):
        placed.pills.append(Pill("error", Area(left, top, width, _CODE_HIGH)))
        area = Area(
            left + (width - words.width) / 2, top + (_CODE_HIGH - words.height) / 2,
            words.width, words.height,
        )  # fmt: skip
        placed.words.append(Words("error", words, area))
        left += width + _APART
    return found
