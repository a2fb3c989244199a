"""From picture data to a layout plan: tables measured, room for every line end at each side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.boxes import label
from sphinx_archdoc.diagrams.entity.feet import REACH, SPREAD
from sphinx_archdoc.diagrams.entity.table import table
from sphinx_archdoc.diagrams.graph import Edge
from sphinx_archdoc.diagrams.layout import Plan, SizedBox, SizedEdge

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.boxes import Card
    from sphinx_archdoc.diagrams.entity.data import EntityGraph
    from sphinx_archdoc.diagrams.entity.table import Table
    from sphinx_archdoc.diagrams.layout import Flow

#: No line ends nearer to a corner.
_INSET = 14.0
#: The least distance of two lines that end at one side: their feet do not touch.
_APART = 2 * SPREAD + 6
#: A line bends no nearer to a table than this: the foot, and the round of the bend.
_STUB = REACH + 8
#: The least part of a side for each line from a table to itself.
_LOOP_SLOT = 34.0


@dataclass(frozen=True, slots=True)
class Sized:
    """Picture data with its measured tables and labels, in the data's order."""

    data: EntityGraph
    tables: tuple[Table, ...]
    labels: tuple[Card, ...]

    def plan(self, flow: Flow) -> Plan:
        """Return the plan that reads in a direction."""
        number = {entity.id: i for i, entity in enumerate(self.data.entities)}
        return Plan(
            boxes=tuple(self._box(i, flow) for i in range(len(self.tables))),
            groups=(),
            edges=tuple(
                SizedEdge(number[r.source], number[r.target], c.width, c.height)
                for r, c in zip(self.data.relations, self.labels, strict=True)
            ),
            flow=flow,
            stub=_STUB,
        )

    def _box(self, index: int, flow: Flow) -> SizedBox:
        """Return a table's box: its sides are long enough for all lines that may end there."""
        entity, drawn = self.data.entities[index], self.tables[index]
        ends = Counter(
            end for r in self.data.relations if r.source != r.target for end in (r.source, r.target)
        )
        lines = 2 * _INSET + _APART * max(0, ends[entity.id] - 1)
        slots = [
            max(_LOOP_SLOT, (c.height if flow in {"TB", "BT"} else c.width) + 8)
            for r, c in zip(self.data.relations, self.labels, strict=True)
            if r.source == r.target == entity.id
        ]
        loops = max(slots, default=0.0) * len(slots)
        width, height = (lines, loops) if flow in {"TB", "BT"} else (loops, lines)
        return SizedBox(
            max(drawn.width, width), max(drawn.height, height), inset=_INSET, apart=_APART
        )


def size(data: EntityGraph) -> Sized:
    """Measure a picture. Raises ValueError when it contradicts itself (a line to nowhere)."""
    ids = {entity.id for entity in data.entities}
    if len(ids) != len(data.entities):
        raise ValueError("an id occurs twice in a picture")
    for end in (end for r in data.relations for end in (r.source, r.target)):
        if end not in ids:
            raise ValueError(f"a line ends at {end!r}, which is not in the picture")
    return Sized(
        data=data,
        tables=tuple(table(entity) for entity in data.entities),
        labels=tuple(label(Edge(source="", target="", label=r.label)) for r in data.relations),
    )
