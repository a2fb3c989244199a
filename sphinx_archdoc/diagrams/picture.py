"""The one door: a graph in, a finished picture out, with a cache by content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.cachefile import write_atomically
from sphinx_archdoc.diagrams.key import KeyEntry, key
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.score import cost
from sphinx_archdoc.diagrams.sizing import size
from sphinx_archdoc.diagrams.svg import fill, template
from sphinx_archdoc.diagrams.text import Relation, relations, unrelated

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_archdoc.diagrams.graph import Graph
    from sphinx_archdoc.diagrams.layout import Flow, Layout

__all__ = ["Picture", "digest", "fill", "picture"]

#: Raise it with every change of what is drawn or how: old cache entries are then not found.
SCHEMA = 2
#: More than this nobody can read, and laying it out takes longer than it is worth.
MAX_NODES = 150
MAX_EDGES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn graph. ``svg`` is a template for :func:`fill`; sizes are px at 100 %."""

    svg: str
    width: float
    height: float
    flow: Flow
    crossings: int
    key: tuple[KeyEntry, ...]
    relations: tuple[Relation, ...]
    unrelated: tuple[tuple[str, str], ...]


def picture(
    graph: Graph,
    *,
    engine: Layout,
    cache_dir: Path | None = None,
    max_nodes: int = MAX_NODES,
    max_edges: int = MAX_EDGES,
) -> Picture:
    """Lay out and draw a graph, or take it from the cache.

    Raises LayoutError for a graph above the limits and when the engine cannot do its work, and
    ValueError for a graph that contradicts itself (a line to nowhere).
    """
    _check_limits(graph, max_nodes, max_edges)
    path = cache_dir / f"{digest(graph, engine)}.json" if cache_dir else None
    stored = _stored(path) if path else None
    if stored is None:
        sized = size(graph)
        flows: tuple[Flow, ...] = ("TB", "LR") if graph.direction == "auto" else (graph.direction,)
        plans = [
            sized.plan(flow, guests_last=last)
            for flow in flows
            for last in ((True, False) if sized.guests else (False,))
        ]
        found = []
        for number, (plan, layout) in enumerate(zip(plans, engine.arrange(plans), strict=True)):
            judged = cost(layout)
            # Where there is little between them: downwards, and what is outside at the end.
            total = judged.total * (1.0 if plan.flow == "TB" else 1.06)
            total += 0.04 if sized.guests and not plan.last else 0.0
            found.append((total, number, judged, plan.flow, layout))
        _, _, best, flow, layout = min(found, key=lambda f: f[:2])
        stored = _Stored(template(sized, layout), layout.width, layout.height, flow, best.crossings)
        if path:
            write_atomically(path, json.dumps(asdict(stored)).encode())
    return Picture(
        svg=stored.svg,
        width=stored.width,
        height=stored.height,
        flow=stored.flow,
        crossings=stored.crossings,
        key=key(graph),
        relations=relations(graph),
        unrelated=unrelated(graph),
    )


def digest(graph: Graph, engine: Layout) -> str:
    """Return the name of a picture's cache entry: everything that can change how it looks."""
    made_from = [SCHEMA, engine.name, engine.version, asdict(graph)]
    text = json.dumps(made_from, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _check_limits(graph: Graph, max_nodes: int, max_edges: int) -> None:
    boxes = len(graph.nodes) + len(graph.groups)
    if boxes > max_nodes:
        raise LayoutError(
            f"the picture has {boxes} boxes and boundaries, more than the limit of {max_nodes}; "
            "show fewer elements or split it into several pictures"
        )
    if len(graph.edges) > max_edges:
        raise LayoutError(
            f"the picture has {len(graph.edges)} lines, more than the limit of {max_edges}; "
            "show fewer elements or split it into several pictures"
        )


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the cache keeps; everything else follows from the graph."""

    svg: str
    width: float
    height: float
    flow: Flow
    crossings: int


def _stored(path: Path) -> _Stored | None:
    """Return a cache entry, or None when it is missing or was not written by us in full."""
    try:
        data = json.loads(path.read_bytes())
        entry = _Stored(**data)
    except (OSError, ValueError, TypeError):
        return None
    ok = (
        isinstance(entry.svg, str)
        and entry.svg.endswith("</svg>")
        and all(isinstance(n, int | float) for n in (entry.width, entry.height, entry.crossings))
        and entry.flow in {"TB", "LR", "BT", "RL"}
    )
    return entry if ok else None
