"""Box-and-line pictures: the functions that every type of picture offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.c4_plantuml import c4_plantuml, is_c4
from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.drawing import Drawing
from sphinx_archdoc.diagrams.graph_mermaid import mermaid
from sphinx_archdoc.diagrams.graph_outline import outline
from sphinx_archdoc.diagrams.graph_plantuml import boxes_plantuml
from sphinx_archdoc.diagrams.group_lines import anchored, cut
from sphinx_archdoc.diagrams.key import key
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.outline import Name
from sphinx_archdoc.diagrams.reflow import reflowed
from sphinx_archdoc.diagrams.sizing import size
from sphinx_archdoc.diagrams.svg import template

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.graph import Graph
    from sphinx_archdoc.diagrams.layout import Layout

__all__ = ["SCHEMA", "USES_ENGINE", "draw", "key", "mermaid", "names", "outline", "plantuml"]

#: Raised with every change of what is drawn or how.
SCHEMA = 16
USES_ENGINE = True
#: More than this nobody can read, and laying it out takes longer than it is worth.
MAX_NODES = 150
MAX_EDGES = 300


def draw(data: Graph, engine: Callable[[], Layout]) -> Drawing:
    """Return the picture as SVG, in the direction that suits a page better.

    Raises LayoutError for a graph above the limits and when the engine cannot do its work, and
    ValueError for a graph that contradicts itself (a line to nowhere).
    """
    _check_limits(data)
    found = anchored(data)
    choice = choose(size(found.graph), engine())
    sized, layout = reflowed(*cut(found, choice.sized, choice.layout))
    return Drawing(
        svg=template(sized, layout),
        width=layout.width,
        height=layout.height,
        crossings=choice.crossings,
    )


def names(data: Graph) -> tuple[Name, ...]:
    """Return the boxes and boundaries."""
    titles = {**{g.id: g.title for g in data.groups}, **{n.id: n.title for n in data.nodes}}
    return tuple(Name(id_, " ".join(title.split()) or id_) for id_, title in titles.items())


def plantuml(data: Graph) -> str:
    """Return the picture in PlantUML: with the macros of C4-PlantUML where it is a C4 picture."""
    return c4_plantuml(data) if is_c4(data) else boxes_plantuml(data)


def _check_limits(graph: Graph) -> None:
    for count, most, what in (
        (len(graph.nodes) + len(graph.groups), MAX_NODES, "boxes and boundaries"),
        (len(graph.edges), MAX_EDGES, "lines"),
    ):
        if count > most:
            raise LayoutError(
                f"the picture has {count} {what}, more than the limit of {most}; "
                "show fewer elements or split it into several pictures"
            )
