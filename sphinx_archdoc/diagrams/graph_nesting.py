"""What writers of graphs as text share: which boundary holds what, and the texts of things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.quoting import drawn

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node


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


def heading(each: Node | Group) -> str:
    """Return the name of a box or boundary, with the number of instances it stands for."""
    many = f" ×{each.count}" if each.count > 1 else ""
    return f"{each.title if drawn(each.title) else each.id}{many}"


def box_texts(node: Node) -> tuple[str, ...]:
    """Return the lines of a box; dots have none."""
    if node.shape in {"start", "end"}:
        return ()
    return (heading(node), node.subtitle, node.description, " · ".join(node.badges))


def label(edge: Edge) -> str:
    """Return what a line says, with its number and the number of relations it stands for."""
    number = f"{edge.number}: " if edge.number else ""
    many = f" ×{edge.count}" if edge.count > 1 else ""
    return f"{number}{edge.label}{many}"


def line_texts(edge: Edge) -> tuple[str, str]:
    """Return the text of a line and its technology in brackets."""
    return label(edge), f"[{edge.technology}]" if drawn(edge.technology) else ""
