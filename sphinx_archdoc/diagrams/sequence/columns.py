"""Where the lanes stand: as near to each other as heads, labels and notes allow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.metrics import text_width
from sphinx_archdoc.diagrams.sequence.budget import BUDGETS, MOST, Budget, least_room
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
from sphinx_archdoc.diagrams.sequence.words import FACES, block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.sequence.data import Participant, Sequence

#: Room at the start of an arrow for its number, and at its end for its head.
NUMBER, PLAIN, TIP = 30.0, 8.0, 15.0
#: Width of a bar, and how much each further one inside it is moved.
BAR, NESTED = 10.0, 4.0
#: How far a step of one participant reaches to the right, and the air behind it.
_LOOP, _BEHIND_LOOP = 40.0, 22.0
#: Air between a label and the lifelines beside it.
BESIDE = 5.0
NOTE_PAD = 9.0
#: A note is not narrower than this, and gets wider rather than have more lines.
_LEAST_NOTE, _NOTE_LINES = 72.0, 9
_BOX_GAP, _EDGE_GAP = 30.0, 50.0


@dataclass(slots=True)
class Columns:
    """The lanes from left to right, with their middles; ``[`` and ``]`` are the borders.

    budget  how close they stand
    levels  how many bars stand inside each other at most, by lane
    """

    order: list[str]
    heads: dict[str, HeadSize]
    created: frozenset[str]
    levels: dict[str, int]
    budget: Budget
    x: dict[str, float] = field(default_factory=dict)

    @property
    def span(self) -> float:
        """How far the first and the last lane are apart."""
        return self.x[self.order[-1]] - self.x[self.order[0]] if self.order else 0.0

    def index(self, lane: str) -> int:
        """Return the place of a lane from the left."""
        return self.order.index(lane)

    def reach(self, lane: str) -> float:
        """Return how far bars reach to the right of a lane's middle, at most."""
        level = self.levels.get(lane, 0)
        return BAR / 2 + NESTED * (level - 1) if level else 0.0

    @property
    def loop(self) -> float:
        """How far a step of one participant reaches to the right."""
        return _LOOP - 8 if self.budget.dense else _LOOP

    @property
    def behind(self) -> float:
        """The room between such a step and the next lane, without its label."""
        return _BEHIND_LOOP - 6 if self.budget.dense else _BEHIND_LOOP

    def own_room(self, lane: str, text: str, technology: str) -> float:
        """Return to which width the label beside a step of one participant is wrapped."""
        least = least_room(text, technology, self.budget)
        at = self.index(lane)
        if at + 1 == len(self.order):
            return least
        taken = self.reach(lane) + self.loop + self.behind
        return max(least, min(self.x[self.order[at + 1]] - self.x[lane] - taken, MOST))

    def note_width(self, text: str) -> float:
        """Return to which width a note is wrapped: the author's own lines stay if they can."""
        size = FACES["label"][0]
        longest = max((text_width(line[:200], size) for line in text.split("\n")), default=0.0)
        own = longest + 1 if "\n" in text.strip() else 0.0
        wrap = max(self.budget.wrap, _LEAST_NOTE)
        room = max(wrap + 20, min(own, wrap * 1.6))
        while room < MOST and len(block(text, "label", room).rows) > _NOTE_LINES:
            room *= 1.2
        return room


def columns(sequence: Sequence) -> Iterator[Columns]:
    """Place the lanes of a sequence, each time closer together; the last are the closest."""
    lanes = ordered(sequence)
    used = {end for item in walk(sequence.items) if isinstance(item, Message)
            for end in (item.source, item.target) if end in EDGES}  # fmt: skip
    order = [p.id for p in lanes]
    order = [*([LEFT_EDGE] if LEFT_EDGE in used else []), *order]
    order = [*order, *([RIGHT_EDGE] if RIGHT_EDGE in used else [])]
    created = frozenset(
        i.participant for i in walk(sequence.items) if isinstance(i, Life) and i.what == "create"
    )
    levels = _levels(sequence)
    for budget in BUDGETS:
        heads = {p.id: head_size(p, budget) for p in lanes}
        made = Columns(order, heads, created, levels, budget)
        _spread(made, sequence)
        yield made


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
        gap = made.budget.gap if home.get(left, -1) == home.get(right, -1) else _BOX_GAP
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
    if first == end and first == last:
        return
    width = least_room(item.text, item.technology, made.budget)
    reach = made.reach(item.source)
    if first == end:
        yield first, first + 1, reach + made.loop + made.behind + width
        return
    room = reach + made.reach(item.target)
    if made.budget.dense:
        room += 2 * BESIDE
    else:
        room += TIP + (NUMBER if item.number else PLAIN)
    if item.target in made.created:
        room += made.heads[item.target].width / 2
    yield first, end, width + room
