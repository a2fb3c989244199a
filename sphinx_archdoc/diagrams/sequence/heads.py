"""The heads of lanes: their sizes, and the room their shapes take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.placed import Area, Head, Words
from sphinx_archdoc.diagrams.sequence.words import Block, block, joined

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.budget import Budget
    from sphinx_archdoc.diagrams.sequence.data import Participant, Shape

#: Room the shape itself takes: left, top, right, bottom.
_PADS: dict[Shape, tuple[float, float, float, float]] = {
    "box": (12, 8, 12, 9),
    "person": (40, 8, 14, 9),
    "cylinder": (12, 21, 12, 14),
    "queue": (16, 8, 28, 9),
    "boundary": (44, 8, 14, 9),
    "control": (40, 8, 14, 9),
    "entity": (40, 8, 14, 9),
    "collections": (12, 8, 18, 14),
}
#: The same where lanes stand close together: signs are above the words.
_DENSE: dict[Shape, tuple[float, float, float, float]] = {
    "box": (7, 8, 7, 9),
    "person": (8, 41, 8, 9),
    "cylinder": (7, 21, 7, 14),
    "queue": (10, 8, 21, 9),
    "boundary": (7, 38, 7, 9),
    "control": (7, 38, 7, 9),
    "entity": (7, 38, 7, 9),
    "collections": (7, 8, 11, 14),
}
_LEAST, _LEAST_DENSE = 78.0, 64.0
#: A title with more lines than these gets more room, up to this.
_LINES, _MOST = 4, 160.0


@dataclass(frozen=True, slots=True)
class HeadSize:
    """A head that has no place yet; ``pads`` is the room around its words."""

    participant: Participant
    block: Block
    width: float
    height: float
    pads: tuple[float, float, float, float]
    dense: bool

    def placed(self, x: float, top: float, height: float) -> Head:
        """Return the head with its middle at ``x``; ``height`` is that of all heads of a row."""
        left, above, right, below = self.pads
        area = Area(x - self.width / 2, top, self.width, height)
        room = height - above - below
        inner = Area(
            area.x + left + (self.width - left - right - self.block.width) / 2,
            top + above + (room - self.block.height) / 2,
            self.block.width,
            self.block.height,
        )
        return Head(self.participant, area, Words("head", self.block, inner), dense=self.dense)


def head_size(participant: Participant, budget: Budget) -> HeadSize:
    """Return the head of a participant: its title, and what it is below."""
    text, dense = budget.head, budget.dense
    title = participant.title.strip() or participant.id
    while text < _MOST and len(block(title, "title", text, whole=budget.whole).rows) > _LINES:
        text *= 1.15
    words = block(title, "title", text, lines=_LINES, whole=budget.whole)
    below = block(participant.subtitle, "sub", max(text, words.width), lines=3)
    made = joined((words, below))
    pads = (_DENSE if dense else _PADS)[participant.shape]
    width = max(round(made.width + pads[0] + pads[2] + 0.5), _LEAST_DENSE if dense else _LEAST)
    height = round(made.height + pads[1] + pads[3] + 0.5)
    return HeadSize(participant, made, width, height, pads, dense)
