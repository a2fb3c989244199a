"""A graph as PlantUML's component and deployment diagrams write boxes and lines.

Source of the language: https://plantuml.com/deployment-diagram (keywords, nesting, arrow styles).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.graph_nesting import Nesting, box_texts, heading, line_texts, nesting
from sphinx_archdoc.diagrams.palette import ROLES
from sphinx_archdoc.diagrams.quoting import drawn, plantuml_id, plantuml_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_archdoc.diagrams.graph import Edge, Graph, Node, Role, Shape

_KEYWORDS: dict[Shape, str] = {
    "person": "person",
    "cylinder": "database",
    "queue": "queue",
    "node": "node",
    "rounded": "usecase",
    "diamond": "card",
    "circle": "usecase",
    "start": "circle",
    "end": "circle",
    "hexagon": "card",
    "note": "file",
    "cloud": "cloud",
    "document": "artifact",
}


def boxes_plantuml(data: Graph) -> str:
    """Return the picture in PlantUML, all texts drawn literally."""
    lines = ["@startuml", "skinparam defaultTextAlignment center"]
    if drawn(data.title):
        lines.append(f"title {plantuml_label(data.title)}")
    if data.direction in {"LR", "RL"}:
        lines.append("left to right direction")
    lines += _inside(nesting(data), "", "")
    lines += (_edge(edge) for edge in data.edges)
    return "\n".join([*lines, "@enduml"]) + "\n"


def _inside(nest: Nesting, id_: str, indent: str) -> Iterator[str]:
    for node in nest.nodes[id_]:
        yield f"{indent}{_node(node)}"
    for group in nest.groups[id_]:
        word = "node" if group.role == "node" else "rectangle"
        name = f"{_quoted((heading(group), group.subtitle))} as {plantuml_id(group.id)}"
        yield f"{indent}{word} {name} {_colours(group.role)} {{"
        yield from _inside(nest, group.id, indent + "  ")
        yield f"{indent}}}"


def _node(node: Node) -> str:
    word = _KEYWORDS.get(node.shape, "rectangle")
    return f"{word} {_quoted(box_texts(node))} as {plantuml_id(node.id)} {_colours(node.role)}"


_TIPS = {"arrow": ("<", ">"), "circle": ("0", "0")}


def arrow(edge: Edge) -> str:
    """Return a line between its two ends: ``n_a ..> n_b``, without its texts."""
    line = ".." if edge.dashed else "-[bold]-" if edge.thick else "--"
    back, head = _TIPS.get(edge.tip, ("x", "x"))
    drawn_line = f"{back if edge.both_ways else ''}{line}{head if edge.arrow else ''}"
    return f"{plantuml_id(edge.source)} {drawn_line} {plantuml_id(edge.target)}"


def _edge(edge: Edge) -> str:
    texts = [text for text in line_texts(edge) if drawn(text)]
    return f"{arrow(edge)} : {_lines(texts)}" if texts else arrow(edge)


def _lines(texts: Iterable[str]) -> str:
    return r"\n".join(plantuml_label(text) for text in texts)


def _quoted(texts: Iterable[str]) -> str:
    return f'"{_lines([text for text in texts if drawn(text)] or [""])}"'


def _colours(role: Role) -> str:
    colours = ROLES[role]
    text = colours.fg.removeprefix("#")
    dashes = ";line.dashed" if role in {"external", "group"} else ""
    return f"{colours.bg};line:{colours.bd.removeprefix('#')}{dashes};text:{text}"
