"""C4 pictures in tests: computed and looked over, and what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from views_help import shop

from sphinx_archdoc.views.c4 import C4Request, compute_c4

if TYPE_CHECKING:
    from sphinx_archdoc.model.store import Store


def picture(store: Store, level: Any, scope: str = "", **facts: Any) -> Any:
    graph, problems = compute_c4(store, C4Request(level=level, scope=scope, **facts))
    boxes = {node.id for node in graph.nodes}
    groups = {group.id for group in graph.groups}
    assert len(boxes) == len(graph.nodes)
    assert not boxes & groups
    assert all({edge.source, edge.target} <= boxes for edge in graph.edges)
    assert all(node.group in {"", *groups} for node in graph.nodes)
    return graph, problems


def shown(graph: Any) -> set[str]:
    return {part.id for part in (*graph.groups, *graph.nodes)}


STORE = shop().store
