"""Where the lanes stand: as near to each other as heads, labels and notes allow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.metrics import text_width
from sphinx_archdoc.diagrams.sequence.data import (
    EDGES,
    LEFT_EDGE,
    RIGHT_EDGE,
    Life,
    Message,
    Note,
    walk,
)
from sphinx_archdoc.diagrams.sequence.heads import HeadSize, head_size
from sphinx_archdoc.diagrams.sequence.words import FACES, block, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.sequence.data import Participant, Sequence

#: Widths to which labels are wrapped, gaps between heads and widths of the texts in these: tried
#: one after the other until the picture is narrow enough.
_BUDGETS = (
    (190.0, 22.0, 112.0),
    (158.0, 22.0, 112.0),
    (132.0, 18.0, 112.0),
    (108.0, 12.0, 96.0),
    (92.0, 10.0, 84.0),
)
PAGE = 760.0
#: Room at the start of an arrow for its number, and at its end for its head.
NUMBER, PLAIN, TIP = 30.0, 8.0, 15.0
#: Width of a bar, and how much each further one inside it is moved.
BAR, NESTED = 10.0, 4.0
#: How far a step of one participant reaches to the right, and the air behind it.
LOOP, AIR = 40.0, 8.0
NOTE_PAD = 9.0
_BOX_GAP, _EDGE_GAP = 30.0, 50.0


@dataclass(slots=True)
class Columns:
    """The lanes from left to right, with their middles; ``[`` and ``]`` are the borders.

    wrap    the width of labels between neighbours
    gap     the room between two heads
    levels  how many bars stand inside each other at most, by lane
    """

    order: list[str]
    heads: dict[str, HeadSize]
    created: frozenset[str]
    levels: dict[str, int]
    wrap: float = 0.0
    gap: float = 0.0
    x: dict[str, float] = field(default_factory=dict)

    def index(self, lane: str) -> int:
        """Return the place of a lane from the left."""
        return self.order.index(lane)

    def reach(self, lane: str) -> float:
        """Return how far bars reach to the right of a lane's middle, at most."""
        level = self.levels.get(lane, 0)
        return BAR / 2 + NESTED * (level - 1) if level else 0.0

    def width_for(self, span: int) -> float:
        """Return to which width a label is wrapped that has this many gaps to stand over."""
        return min(self.wrap + 70 * (span - 1), 340.0)

    def note_width(self, text: str) -> float:
        """Return to which width a note is wrapped: the author's own lines stay if they can."""
        size = FACES["label"][0]
        longest = max((text_width(line[:200], size) for line in text.split("\n")), default=0.0)
        own = longest + 1 if "\n" in text.strip() else 0.0
        return max(self.wrap + 20, min(own, self.wrap * 1.6))


def columns(sequence: Sequence) -> Columns:
    """Place the lanes of a sequence."""
    lanes = ordered(sequence)
    used = {end for item in walk(sequence.items) if isinstance(item, Message)
            for end in (item.source, item.target) if end in EDGES}  # fmt: skip
    order = [p.id for p in lanes]
    order = [*([LEFT_EDGE] if LEFT_EDGE in used else []), *order]
    order = [*order, *([RIGHT_EDGE] if RIGHT_EDGE in used else [])]
    made = Columns(
        order=order,
        heads={},
        created=frozenset(
            i.participant for i in walk(sequence.items)
            if isinstance(i, Life) and i.what == "create"
        ),
        levels=_levels(sequence),
    )  # fmt: skip
    for made.wrap, made.gap, text in _BUDGETS:
        made.heads = {p.id: head_size(p, text) for p in lanes}
        _spread(made, sequence)
        if not order or made.x[order[-1]] - made.x[order[0]] <= PAGE - 120:
            break
    return made


def ordered(sequence: Sequence) -> list[Participant]:
    """Return the participants so that those of a box stand beside each other."""
    home = {id_: n for n, box in enumerate(sequence.boxes) for id_ in box.participants}
    by_box: dict[int, list[Participant]] = defaultdict(list)
    for participant in sequence.participants:
        if participant.id in home:
            by_box[home[participant.id]].append(participant)
    made: list[Participant] = []
    for participant in sequence.participants:
        if participant.id not in home:
            made.append(participant)
        else:
            made += by_box.pop(home[participant.id], [])
    return made


def _levels(sequence: Sequence) -> dict[str, int]:
    now: dict[str, int] = defaultdict(int)
    most: dict[str, int] = defaultdict(int)
    for item in walk(sequence.items):
        if isinstance(item, Life) and item.what == "activate":
            now[item.participant] += 1
            most[item.participant] = max(most[item.participant], now[item.participant])
        elif isinstance(item, Life) and item.what == "deactivate":
            now[item.participant] = max(now[item.participant] - 1, 0)
    return dict(most)


def _spread(made: Columns, sequence: Sequence) -> None:
    """Set the middles so that everything between two lanes has room."""
    order = made.order
    gaps = [0.0] * max(len(order) - 1, 0)
    needs: dict[tuple[int, int], float] = defaultdict(float)
    for first, last, need in (*_heads(made, sequence), *_texts(made, sequence)):
        needs[first, last] = max(needs[first, last], need)
    for (first, last), need in sorted(needs.items(), key=lambda n: (n[0][1] - n[0][0], n[0])):
        missing = need - sum(gaps[first:last])
        if missing > 0:
            for at in range(first, last):
                gaps[at] += missing / (last - first)
    x = 0.0
    for lane, gap in zip(order, [*gaps, 0.0], strict=False):
        made.x[lane] = x
        x += float(round(gap + 0.5))


def _heads(made: Columns, sequence: Sequence) -> Iterator[tuple[int, int, float]]:
    home = {id_: n for n, box in enumerate(sequence.boxes) for id_ in box.participants}
    for at, (left, right) in enumerate(zip(made.order, made.order[1:], strict=False)):
        if left in EDGES or right in EDGES:
            other = made.heads.get(left) or made.heads.get(right)
            yield at, at + 1, _EDGE_GAP + (other.width / 2 if other else 0)
            continue
        gap = made.gap if home.get(left, -1) == home.get(right, -1) else _BOX_GAP
        yield at, at + 1, (made.heads[left].width + made.heads[right].width) / 2 + gap


def _texts(made: Columns, sequence: Sequence) -> Iterator[tuple[int, int, float]]:
    last = len(made.order) - 1
    for item in walk(sequence.items):
        if isinstance(item, Message):
            yield from _message(made, item, last)
        elif isinstance(item, Note) and item.participants:
            ends = sorted(made.index(lane) for lane in item.participants)
            width = block(item.text, "label", made.note_width(item.text)).width + 2 * NOTE_PAD
            if item.side == "over" and ends[0] == ends[-1]:
                if ends[0]:
                    yield ends[0] - 1, ends[0], width / 2 + 14
                if ends[0] < last:
                    yield ends[0], ends[0] + 1, width / 2 + 14
            elif item.side == "left" and ends[0]:
                yield ends[0] - 1, ends[0], width + 26 + made.reach(made.order[ends[0] - 1])
            elif item.side == "right" and ends[-1] < last:
                yield ends[-1], ends[-1] + 1, width + 26 + made.reach(made.order[ends[-1]])


def _message(made: Columns, item: Message, last: int) -> Iterator[tuple[int, int, float]]:
    first, end = sorted((made.index(item.source), made.index(item.target)))
    if first == end:
        if first < last:
            width = said(item.text, item.technology, made.wrap).width
            yield first, first + 1, made.reach(item.source) + LOOP + 6 + width + AIR + 8
        return
    width = said(item.text, item.technology, made.width_for(end - first)).width
    room = made.reach(item.source) + made.reach(item.target) + TIP
    room += NUMBER if item.number else PLAIN
    if item.target in made.created:
        room += made.heads[item.target].width / 2
    yield first, end, width + room
