"""The heads of lanes: their sizes, and the room their shapes take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.placed import Area, Head, Words
from sphinx_archdoc.diagrams.sequence.words import Block, block, joined

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.data import Participant, Shape

#: Room the shape itself takes: left, top, right, bottom.
PADS: dict[Shape, tuple[float, float, float, float]] = {
    "box": (12, 8, 12, 9),
    "person": (40, 8, 14, 9),
    "cylinder": (12, 21, 12, 14),
    "queue": (16, 8, 28, 9),
    "boundary": (44, 8, 14, 9),
    "control": (40, 8, 14, 9),
    "entity": (40, 8, 14, 9),
    "collections": (12, 8, 18, 14),
}
_LEAST = 78.0


@dataclass(frozen=True, slots=True)
class HeadSize:
    """A head that has no place yet; its text's place is relative to the head."""

    participant: Participant
    block: Block
    width: float
    height: float

    def placed(self, x: float, top: float, height: float) -> Head:
        """Return the head with its middle at ``x``; ``height`` is that of all heads of a row."""
        left, above, right, below = PADS[self.participant.shape]
        area = Area(x - self.width / 2, top, self.width, height)
        room = height - above - below
        inner = Area(
            area.x + left + (self.width - left - right - self.block.width) / 2,
            top + above + (room - self.block.height) / 2,
            self.block.width,
            self.block.height,
        )
        return Head(self.participant, area, Words("head", self.block, inner))


def head_size(participant: Participant, text: float) -> HeadSize:
    """Return the head of a participant: its title, and what it is below; ``text`` px wide."""
    title = participant.title.strip() or participant.id
    made = joined(
        (block(title, "title", text, lines=4), block(participant.subtitle, "sub", text, lines=2))
    )
    left, above, right, below = PADS[participant.shape]
    width = max(round(made.width + left + right + 0.5), _LEAST)
    return HeadSize(participant, made, width, round(made.height + above + below + 0.5))
