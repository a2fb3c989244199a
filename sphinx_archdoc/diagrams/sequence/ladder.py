"""The items of a sequence, placed one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.columns import NOTE_PAD
from sphinx_archdoc.diagrams.sequence.data import (
    Delay,
    Divider,
    Fragment,
    Life,
    Message,
    Note,
    codes_at,
)
from sphinx_archdoc.diagrams.sequence.frames import place_fragment
from sphinx_archdoc.diagrams.sequence.labels import error_pills, number_pill, place_label
from sphinx_archdoc.diagrams.sequence.placed import Area, Stroke, Words
from sphinx_archdoc.diagrams.sequence.words import Block, block, said

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.columns import Columns
    from sphinx_archdoc.diagrams.sequence.data import Item, Sequence
    from sphinx_archdoc.diagrams.sequence.lanes import Lane
    from sphinx_archdoc.diagrams.sequence.placed import Anchor, Placed, Tip

#: Left and right side of what was placed.
Extent = tuple[float, float]


def union(*extents: Extent) -> Extent:
    """Return the extent of several."""
    return min(e[0] for e in extents), max(e[1] for e in extents)


class Ladder:
    """Places items; ``y`` is the first free line."""

    def __init__(
        self, columns: Columns, lanes: dict[str, Lane], placed: Placed, head_height: float
    ) -> None:
        self.columns = columns
        self.lanes = lanes
        self.placed = placed
        self.y = 0.0
        self.quiet: list[tuple[float, float]] = []
        self._head_height = head_height
        self._at = 0.0  # where bars begin and end: at the message before
        self._codes: dict[str, list[str]] = {}
        self._coming: set[str] = set()

    def all(self, sequence: Sequence) -> None:
        """Place all items."""
        self._codes = codes_at(sequence)
        self._at = self.y
        self.items(sequence.items)
        for lane in sorted(self._coming, key=self.columns.index):
            self._create(lane, self.y + self._head_height / 2 + 4)

    def items(self, items: tuple[Item, ...]) -> Extent | None:
        """Place items; return their sides, or None where they take no room."""
        found: Extent | None = None
        for at, item in enumerate(items):
            made: Extent | None = None
            if isinstance(item, Message):
                made = self._message(item, _bars_after(items, at + 1))
            elif isinstance(item, Life):
                self._life(item)
            elif isinstance(item, Note):
                made = self._note(item)
            elif isinstance(item, Fragment):
                made = place_fragment(self, item)
            elif isinstance(item, Divider):
                made = self._divider(item)
            elif isinstance(item, Delay):
                made = self._delay(item)
            if not isinstance(item, (Message, Life, Note)):
                self._at = self.y
            if made is not None:
                found = union(found, made) if found else made
        return found

    def whole(self) -> Extent:
        """Return the sides of all lanes."""
        xs = [lane.x for lane in self.lanes.values()] or [0.0]
        return min(xs) - 12, max(xs) + 12

    # -- messages ------------------------------------------------------------------------------

    def _edge(self, lane: str, direction: int, more: int = 0) -> float:
        found = self.lanes.get(lane)
        return found.edge(direction, more) if found else self.columns.x[lane]

    def _message(self, item: Message, bars: dict[str, int]) -> Extent:
        if item.source == item.target:
            return self._own_step(item, bars)
        xs = self.columns.x
        way = 1 if xs[item.target] > xs[item.source] else -1
        start = self._edge(item.source, way)
        more = max(bars.get(item.target, 0), 0)
        end = self._edge(item.target, -way, more)
        made = item.target in self._coming
        if made:
            end = xs[item.target] - way * self.columns.heads[item.target].width / 2
        words, above = place_label(self, item, start, end)
        height = words.area.height if words else 0.0
        line = self.y + 3 + height + above
        if item.number:
            line = max(line, self.y + 12)
        if made:
            line = max(line, self.y + 6 + self._head_height / 2)
            self._create(item.target, line)
        if words:
            words.area = words.area._replace(y=line - above - height)
            self.placed.words.append(words)
        self.placed.strokes.append(
            Stroke(
                ((start, line), (end, line)),
                dashed=item.style == "reply",
                head=_tip(item),
                tail=_tip(item) if item.both_ways else "",
            )
        )
        if item.number:
            number_pill(self.placed, item.number, start + way * 15, line)
        self._at = line
        self.y = max(self.y, line + 13)
        codes = self._codes.get(item.number, ()) if item.number else ()
        if codes:
            below = error_pills(self.placed, codes, end - way * 12, line + 7, way)
            self.y = below.y + 22
        if made:
            self.y = max(self.y, line + self._head_height / 2 + 8)
        sides = union((min(start, end), max(start, end)), (xs[item.source],) * 2)
        return union(sides, (words.area.x, words.area.right)) if words else sides

    def _own_step(self, item: Message, bars: dict[str, int]) -> Extent:
        """Place a step of one participant: a loop to the right with its label beside it."""
        x = self.columns.x[item.source]
        start = self._edge(item.source, 1)
        end = self._edge(item.source, 1, max(bars.get(item.source, 0), 0))
        room = self.columns.own_room(item.source, item.text, item.technology)
        words = said(item.text, item.technology, room, whole=self.columns.budget.whole)
        half = max(11.0, min(words.height / 2, 18.0))
        middle = self.y + 3 + max(words.height / 2, half + (9 if item.number else 1))
        far = self.columns.reach(item.source) + x + self.columns.loop - 6
        top, bottom = middle - half, middle + half
        points = ((start, top), (far, top), (far, bottom), (end, bottom))
        self.placed.strokes.append(Stroke(points, dashed=item.style == "reply", head=_tip(item)))
        right = far
        if words:
            area = Area(far + 9, middle - words.height / 2, words.width, words.height)
            self.placed.words.append(Words("label", words, area, "start"))
            right = area.right
        if item.number:
            number_pill(self.placed, item.number, start + 15, top)
        self._at = bottom
        self.y = max(bottom + 12, middle + words.height / 2 + 8)
        codes = self._codes.get(item.number, ()) if item.number else ()
        if codes:
            free = max(bottom + 6, middle + words.height / 2 + 4)
            below = error_pills(self.placed, codes, far, free, -1)
            right, self.y = max(right, below.right), below.y + 22
        return x - 8, right

    # -- lifelines -----------------------------------------------------------------------------

    def _life(self, item: Life) -> None:
        lane = self.lanes.get(item.participant)
        if lane is None:
            return
        if item.what == "activate":
            lane.activate(self._at)
        elif item.what == "deactivate":
            lane.deactivate(self._at)
        elif item.what == "create" and lane.top is None:
            self._coming.add(lane.id)
        elif item.what == "destroy" and lane.bottom is None:
            y = max(self._at, lane.top or 0) + 12
            lane.close(y)
            self.placed.ends.append((lane.x, y))
            self.y = max(self.y, y + 14)

    def _create(self, id_: str, middle: float) -> None:
        lane = self.lanes[id_]
        top = middle - self._head_height / 2
        self.placed.heads.append(self.columns.heads[id_].placed(lane.x, top, self._head_height))
        lane.top = top + self._head_height
        self.y = max(self.y, lane.top + 8)
        self._coming.discard(id_)

    # -- notes and the rest --------------------------------------------------------------------

    def _note(self, item: Note) -> Extent:
        ids = [id_ for id_ in item.participants if id_ in self.lanes] or list(self.lanes)
        xs = [self.lanes[id_].x for id_ in ids] or [0.0]
        left, right = min(xs), max(xs)
        room = self.columns.note_width(item.text)
        if item.side == "over":
            room = max(room, right - left + 20)
        words = block(item.text, "label", room, lines=30) or Block()
        width = words.width + 2 * NOTE_PAD
        if item.side == "over":
            width = max(width, right - left + 40 if right > left else 60)
            x = (left + right - width) / 2
        elif item.side == "left":
            x = left - 12 - width
        else:
            x = right + 12 + max(self.columns.reach(id_) for id_ in ids)
        area = Area(x, self.y + 3, width, max(words.height, 12) + 13)
        self.placed.notes.append(area)
        if words:
            inner = Area(area.cx - words.width / 2, area.y + 6, words.width, words.height)
            lines: Anchor = "start" if "\n" in item.text.strip() else "middle"
            self.placed.words.append(Words("note", words, inner, lines))
        self.y = area.bottom + 10
        return area.x, area.right

    def _divider(self, item: Divider) -> Extent:
        left, right = self.whole()
        words = block(item.text, "divider", max(right - left - 60, 160), lines=3)
        top = self.y + 6
        middle = top + max(words.height / 2, 4)
        if not words:
            self.placed.dividers.append((left, right, middle))
        else:
            x = (left + right - words.width) / 2
            area = Area(x, top, words.width, words.height)
            self.placed.words.append(Words("divider", words, area))
            left, right = min(left, area.x - 18), max(right, area.right + 18)
            self.placed.dividers += [
                (left, area.x - 7, middle), (area.right + 7, right, middle)
            ]  # fmt: skip
        self.y = middle + max(words.height / 2, 4) + 9
        return left, right

    def _delay(self, item: Delay) -> Extent | None:
        if item.silent:
            self.y += 22
            return None
        left, right = self.whole()
        words = block(item.text, "tech", max(right - left - 20, 160), lines=3)
        top = self.y + 2
        height = max(words.height + 12, 26)
        self.quiet.append((top, top + height))
        self.y = top + height + 4
        if not words:
            return None
        x = (left + right - words.width) / 2
        area = Area(x, top + (height - words.height) / 2, words.width, words.height)
        self.placed.words.append(Words("label", words, area))
        return area.x, area.right


def _bars_after(items: tuple[Item, ...], start: int) -> dict[str, int]:
    """Return how many bars the items right behind a message open, by lane."""
    found: dict[str, int] = {}
    for item in items[start:]:
        if not isinstance(item, Life):
            break
        if item.what == "activate":
            found[item.participant] = found.get(item.participant, 0) + 1
    return found


def _tip(item: Message) -> Tip:
    if item.lost:
        return "cross"
    if item.headless:
        return ""
    return "open" if item.style == "async" else "filled"
