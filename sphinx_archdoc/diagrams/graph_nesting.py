"""Which boundary holds what, for writing a graph as text with nested blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Graph, Group, Node


@dataclass(frozen=True, slots=True)
class Nesting:
    """The boundaries and boxes directly in each boundary; those outside of all have the id ``""``.

    What names an unknown boundary or stands in a circle of boundaries stands outside of all.
    """

    groups: dict[str, list[Group]]
    nodes: dict[str, list[Node]]


def nesting(graph: Graph) -> Nesting:
    """Return what holds what, in drawing order."""
    parents = {group.id: group.parent for group in graph.groups}
    groups: dict[str, list[Group]] = {"": [], **{id_: [] for id_ in parents}}
    nodes: dict[str, list[Node]] = {"": [], **{id_: [] for id_ in parents}}
    for group in graph.groups:
        groups["" if _circular(group.id, parents) else _known(group.parent, parents)].append(group)
    for node in graph.nodes:
        nodes[_known(node.group, parents)].append(node)
    return Nesting(groups, nodes)


def _known(id_: str, parents: dict[str, str]) -> str:
    return id_ if id_ in parents else ""


def _circular(id_: str, parents: dict[str, str]) -> bool:
    seen: set[str] = set()
    at = id_
    while at in parents and at not in seen:
        seen.add(at)
        at = parents[at]
    return at == id_
