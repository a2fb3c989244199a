"""Boxes of a free-form picture as building blocks: what PlantUML or a flowchart draws, declared.

Such a text knows no C4: the shape of a box says what it is, and the level of the picture decides
about plain ones. What stands in a node runs there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.graph import Graph
from sphinx_archdoc.formats import freeform
from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.model.declared import (
    Declarations,
    DeclaredElement,
    DeclaredInstance,
    DeclaredRelation,
)

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Group, Node
    from sphinx_archdoc.model.findings import Problem

_SHAPES = {
    "cylinder": "datastore", "person": "person", "queue": "queue", "node": "deployment-node",
    "cloud": "system",
}  # fmt: skip
_ARROW = re.compile(r"[-=.]{2}|->|<-")
_PLAIN = {"context": "system", "landscape": "system", "component": "component"}


def read_boxes(text: str, level: str) -> tuple[Graph | None, Declarations]:
    """Return the picture of a text and what it declares; no picture where it has no boxes."""
    word = freeform.first_word(text)
    language = "mermaid" if word in ("flowchart", "graph", "flowchart-elk") else "plantuml"
    found = freeform.read(language, text)
    if not isinstance(found.data, Graph):
        return None, Declarations()
    return found.data, _declared(found.data, _Lines(text), level, found.problems)


class _Lines:
    """Where a text says a name first."""

    def __init__(self, text: str) -> None:
        self._lines = split_lines(text)

    def __call__(self, *names: str) -> int:
        """Return the first line with the first of these names that any line has."""
        for name in filter(None, names):
            for number, line in enumerate(self._lines, 1):
                if _names(line, name):
                    return number
        return 1

    def between(self, source: Node, target: Node) -> int:
        """Return the first line that joins two boxes."""
        for number, line in enumerate(self._lines, 1):
            if _ARROW.search(line) and all(
                _names(line, each.id) or _names(line, each.title) for each in (source, target)
            ):
                return number
        return 1


def _names(line: str, name: str) -> bool:
    """Tell whether a line has a name: ``api`` is not in ``capital``."""
    at = line.find(name) if name else -1
    while at >= 0:
        around = line[at - 1 : at] + line[at + len(name) : at + len(name) + 1]
        if not any(char.isalnum() or char == "_" for char in around):
            return True
        at = line.find(name, at + 1)
    return False


def _declared(
    graph: Graph, line: _Lines, level: str, problems: tuple[Problem, ...]
) -> Declarations:
    groups = {group.id: group for group in graph.groups}
    nodes = {node.id: node for node in graph.nodes}
    kinds = {id_: _kind(node, level) for id_, node in nodes.items()}
    known = {id_ for id_, kind in kinds.items() if kind}
    homes = {node.id: _home(node.group, groups) for node in graph.nodes if node.id in known}
    return Declarations(
        title=graph.title,
        elements=(
            *(
                DeclaredElement(
                    kind="deployment-node" if group.role == "node" else "group",
                    id=group.id,
                    title=group.title,
                    parent=_home(group.parent, groups),
                    boundary=True,
                    line=line(group.title),
                )
                for group in graph.groups
            ),
            *(
                DeclaredElement(
                    kind=kinds[node.id],
                    id=node.id,
                    title=node.title,
                    description=node.description,
                    external=kinds[node.id] == "system",
                    parent=homes[node.id] if kinds[node.id] == "deployment-node" else "",
                    line=line(node.title, node.id),
                )
                for node in graph.nodes
                if node.id in known
            ),
        ),
        relations=tuple(
            DeclaredRelation(
                source=edge.source,
                target=edge.target,
                label=edge.label,
                technology=edge.technology,
                both_ways=edge.both_ways,
                line=line.between(nodes[edge.source], nodes[edge.target]),
            )
            for edge in graph.edges
            if edge.source in known and edge.target in known
        ),
        instances=tuple(
            DeclaredInstance(node=home, element=id_, line=line(groups[home].title))
            for id_, home in homes.items()
            if home and kinds[id_] != "deployment-node"
        ),
        problems=problems,
    )


def _kind(node: Node, level: str) -> str:
    """Return the kind of a box; empty where it is none: a decision, a note, a dot."""
    if node.shape in _SHAPES:
        return _SHAPES[node.shape]
    return _PLAIN.get(level, "app") if node.shape in ("box", "rounded", "hexagon") else ""


def _home(group: str, groups: dict[str, Group]) -> str:
    """Return the nearest node round a box; packages and frames are no nodes."""
    while group in groups and groups[group].role != "node":
        group = groups[group].parent
    return group
