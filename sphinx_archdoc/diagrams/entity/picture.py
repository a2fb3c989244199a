"""Entity-relationship pictures: the functions that every type of picture offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.arrange import arrange
from sphinx_archdoc.diagrams.drawing import Drawing
from sphinx_archdoc.diagrams.entity.mermaid import mermaid
from sphinx_archdoc.diagrams.entity.outline import outline
from sphinx_archdoc.diagrams.entity.plantuml import plantuml
from sphinx_archdoc.diagrams.entity.sizing import size
from sphinx_archdoc.diagrams.entity.svg import template
from sphinx_archdoc.diagrams.key import KeyEntry
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.outline import Name
from sphinx_archdoc.diagrams.score import SIDEWAYS, cost
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.entity.data import EntityGraph
    from sphinx_archdoc.diagrams.layout import Flow, Layout

__all__ = ["SCHEMA", "USES_ENGINE", "draw", "key", "mermaid", "names", "outline", "plantuml"]

#: Boxes and lines are placed by a layout engine.
USES_ENGINE = True
#: Raised with every change of what is drawn or how.
SCHEMA = 4
#: More than this nobody can read, and laying it out takes longer than it is worth.
MAX_ENTITIES = 150
MAX_RELATIONS = 300
_ENTITY = mark("Entity")


def draw(data: EntityGraph, engine: Callable[[], Layout]) -> Drawing:
    """Return the picture as SVG, in the direction that suits a page better.

    Raises LayoutError for a picture above the limits and when the engine cannot do its work, and
    ValueError for one that contradicts itself (a line to nowhere).
    """
    _check_limits(data)
    sized = size(data)
    flows: tuple[Flow, ...] = ("TB", "LR") if data.direction == "auto" else (data.direction,)
    found = []
    plans = [sized.plan(flow) for flow in flows]
    for number, (plan, placed) in enumerate(zip(plans, engine().place(plans), strict=True)):
        layout = arrange(plan, placed)
        judged = cost(layout)
        total = judged.total * (1.0 if plan.flow in {"TB", "BT"} else SIDEWAYS)
        found.append((total, number, judged.crossings, layout))
    _, _, crossings, layout = min(found, key=lambda f: f[:2])
    return Drawing(
        svg=template(sized, layout),
        width=layout.width,
        height=layout.height,
        crossings=crossings,
    )


def key(data: EntityGraph) -> tuple[KeyEntry, ...]:
    """Return what the boxes mean; the feet are said in words by the text form."""
    return (KeyEntry("store", _ENTITY),) if data.entities else ()


def names(data: EntityGraph) -> tuple[Name, ...]:
    """Return the entities, and those outside the picture that a foreign key leads to."""
    found = {e.id: Name(e.id, " ".join(e.title.split()) or e.id) for e in data.entities}
    for entity in data.entities:
        for column in entity.columns:
            if column.reference:
                found.setdefault(column.reference, Name(column.reference, column.reference))
    return tuple(found.values())


def _check_limits(data: EntityGraph) -> None:
    for count, most, what in (
        (len(data.entities), MAX_ENTITIES, "entities"),
        (len(data.relations), MAX_RELATIONS, "lines"),
    ):
        if count > most:
            raise LayoutError(
                f"the picture has {count} {what}, more than the limit of {most}; "
                "show fewer entities or split it into several pictures"
            )
