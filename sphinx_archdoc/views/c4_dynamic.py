"""A flow as a collaboration: boxes of those who take part, numbered lines for the steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sphinx_archdoc.diagrams.graph import Edge, Graph, Node, Shape
from sphinx_archdoc.diagrams.sequence.data import EDGES, steps
from sphinx_archdoc.views.c4_boxes import node_of
from sphinx_archdoc.views.c4_model import model_of
from sphinx_archdoc.views.computing import same
from sphinx_archdoc.views.flow_diagram import flow_of
from sphinx_archdoc.views.flows import resolved
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.directions import Direction
    from sphinx_archdoc.diagrams.sequence.data import Participant, Sequence
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context

#: Shapes of lanes that boxes have too.
_SHAPES = ("box", "person", "cylinder", "queue")


@dataclass(frozen=True, slots=True, kw_only=True)
class DynamicRequest:
    """A collaboration to draw.

    scope     the id of a flow; empty: the only one
    sequence  the steps themselves; then no flow is looked for
    """

    scope: str = ""
    sequence: Sequence | None = None
    direction: Direction = "auto"
    title: str = ""


def compute(
    store: Store, request: DynamicRequest, context: Context
) -> tuple[Graph, tuple[Problem, ...]]:
    """Return the picture data, empty when there is no such flow, and what is wrong."""
    if request.sequence is not None:
        sequence = resolved(store, request.sequence, context.translate)
        title = request.title or sequence.title or titled("c4-dynamic", "", context.translate)
        return collaboration(sequence, title, request.direction, store, context.translate), ()
    flow, problems = flow_of(store, request.scope)
    if flow is None:
        title = request.title or titled("c4-dynamic", "", context.translate)
        return Graph(title=title, direction=request.direction), problems
    title = request.title or flow.title or flow.id
    sequence = resolved(store, flow.body, context.translate)
    return collaboration(sequence, title, request.direction, store, context.translate), problems


def collaboration(
    sequence: Sequence,
    title: str,
    direction: Direction = "auto",
    store: Store | None = None,
    translate: Callable[[str], str] = same,
) -> Graph:
    """Return a sequence as boxes and numbered lines; steps over the border are left out."""
    model = model_of(store) if store is not None else None
    nodes = tuple(
        node_of(model, each.id, translate)
        if model is not None and model.element(each.id) is not None
        else _node(each)
        for each in sequence.participants
    )
    edges = tuple(
        Edge(
            source=message.source,
            target=message.target,
            label=message.text,
            technology=message.technology,
            dashed=message.style in ("reply", "async"),
            both_ways=message.both_ways,
            arrow=not message.headless,
            tip="lost" if message.lost else "arrow",
            number=number,
        )
        for number, message in steps(sequence)
        if message.source not in EDGES and message.target not in EDGES
    )
    return Graph(
        title=title,
        description=sequence.description,
        nodes=nodes,
        edges=edges,
        direction=direction,
    )


def _node(lane: Participant) -> Node:
    shape = cast("Shape", lane.shape) if lane.shape in _SHAPES else "box"
    return Node(
        id=lane.id,
        title=lane.title or lane.id,
        subtitle=lane.subtitle,
        shape=shape,
        role=lane.role,
    )
