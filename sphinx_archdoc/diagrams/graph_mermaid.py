"""A graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).

Not as Mermaid's C4 diagram: its layout runs lines straight through boxes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.graph_nesting import Nesting, box_texts, heading, line_texts, nesting
from sphinx_archdoc.diagrams.palette import ROLES
from sphinx_archdoc.diagrams.quoting import drawn, mermaid_id, mermaid_label, mermaid_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_archdoc.diagrams.graph import Edge, Graph, Node, Role, Shape

_BRACKETS: dict[Shape, tuple[str, str]] = {
    "person": ("(", ")"),
    "cylinder": ("[(", ")]"),
    "queue": ("[[", "]]"),
    "rounded": ("([", "])"),
    "cloud": ("([", "])"),
    "diamond": ("{", "}"),
    "circle": ("((", "))"),
    "start": ("((", "))"),
    "end": ("(((", ")))"),
    "hexagon": ("{{", "}}"),
    "slanted": ("[/", "/]"),
    "note": (">", "]"),
    "subroutine": ("[[", "]]"),
}
_DASHED: frozenset[Role] = frozenset({"external", "group"})


def mermaid(data: Graph) -> str:
    """Return the picture as a flowchart, all texts drawn literally."""
    lines = [f"flowchart {'TB' if data.direction == 'auto' else data.direction}"]
    if drawn(data.title):
        lines.append(f"    accTitle: {mermaid_line(data.title)}")
    if drawn(data.description):
        lines.append(f"    accDescr: {mermaid_line(data.description)}")
    lines += _inside(nesting(data), "", "    ")
    lines += (f"    {_edge(edge)}" for edge in data.edges)
    roles = dict.fromkeys([*(g.role for g in data.groups), *(n.role for n in data.nodes)])
    lines += (f"    {_class(role)}" for role in roles)
    lines += (f"    class {mermaid_id(group.id)} {_name(group.role)}" for group in data.groups)
    return "\n".join(lines) + "\n"


def _inside(nest: Nesting, id_: str, indent: str) -> Iterator[str]:
    for node in nest.nodes[id_]:
        yield f"{indent}{_node(node)}"
    for group in nest.groups[id_]:
        title = _quoted((heading(group), group.subtitle))
        yield f"{indent}subgraph {mermaid_id(group.id)}[{title}]"
        yield from _inside(nest, group.id, indent + "    ")
        yield f"{indent}end"


def _node(node: Node) -> str:
    opened, closed = _BRACKETS.get(node.shape, ("[", "]"))
    said = _quoted(box_texts(node))
    return f"{mermaid_id(node.id)}{opened}{said}{closed}:::{_name(node.role)}"


def _edge(edge: Edge) -> str:
    line, head = ("-.-", "-.->") if edge.dashed else ("---", "-->")
    if edge.thick and not edge.dashed:
        line, head = "===", "==>"
    opened = "<"
    if edge.tip != "arrow":
        opened = "o" if edge.tip == "circle" else "x"
        head = head[:-1] + opened
    arrow = f"{opened}{head}" if edge.both_ways else head if edge.arrow else line
    texts = line_texts(edge)
    said = f"|{_quoted(texts)}|" if any(map(drawn, texts)) else ""
    return f"{mermaid_id(edge.source)} {arrow}{said} {mermaid_id(edge.target)}"


def _quoted(texts: Iterable[str]) -> str:
    said = "<br/>".join(mermaid_label(text) for text in texts if drawn(text))
    return f'"{said or mermaid_label("")}"'


def _name(role: Role) -> str:
    """Return the class of a role; the prefix keeps it from Mermaid's own class names."""
    return f"arch{role.title()}"


def _class(role: Role) -> str:
    colours = ROLES[role]
    dashes = ",stroke-dasharray:5 4" if role in _DASHED else ""
    fill = f"fill:{colours.bg},stroke:{colours.bd},color:{colours.fg}"
    return f"classDef {_name(role)} {fill}{dashes}"
