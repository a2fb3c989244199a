"""A C4 graph with the macros of C4-PlantUML, which PlantUML bundles as ``<C4/…>``.

Source of the macros: https://github.com/plantuml-stdlib/C4-PlantUML (README, version 2.x).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.graph_nesting import Nesting, heading, label, line_texts, nesting
from sphinx_archdoc.diagrams.graph_plantuml import arrow
from sphinx_archdoc.diagrams.quoting import drawn, plantuml_id, plantuml_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node, Role

_MACROS: dict[Role, str] = {
    "person": "Person",
    "system": "System",
    "container": "Container",
    "store": "Container",
    "component": "Component",
    "node": "Deployment_Node",
}
_BOUNDARIES: dict[Role, str] = {
    "system": "System_Boundary",
    "container": "Container_Boundary",
    "node": "Deployment_Node",
}
_SHAPES = frozenset({"box", "person", "cylinder", "queue", "node"})
_FORMS = {"cylinder": "Db", "queue": "Queue"}
_BREAK = r"\n"
_TAGS = {
    "dashed": 'AddRelTag("dashed", $lineStyle=DashedLine())',
    "thick": 'AddRelTag("thick", $lineStyle=BoldLine())',
}


def is_c4(data: Graph) -> bool:
    """Tell whether all boxes are as in C4: with their kind in brackets below the name."""
    return bool(data.nodes) and all(
        node.role in {*_MACROS, "external"}
        and node.shape in _SHAPES
        and node.subtitle.startswith("[")
        and node.subtitle.endswith("]")
        for node in data.nodes
    )


def c4_plantuml(data: Graph) -> str:
    """Return the picture in C4-PlantUML, all texts drawn literally.

    Its macros know two directions, downwards and to the right, and lines with an arrow head; other
    lines (a message that does not arrive ends in a cross) are PlantUML's own, with the same texts.
    """
    lines = ["@startuml", *_includes(data)]
    used = {_tag(edge) for edge in data.edges if _has_macro(edge)}
    lines += (line for tag, line in _TAGS.items() if tag in used)
    if data.direction in {"LR", "RL"}:
        lines.append("LAYOUT_LEFT_RIGHT()")
    if drawn(data.title):
        lines.append(f"title {plantuml_label(data.title)}")
    lines += _inside(nesting(data), "", "")
    lines += (_relation(edge) for edge in data.edges)
    return "\n".join([*lines, "@enduml"]) + "\n"


def _includes(data: Graph) -> list[str]:
    """Return the libraries needed; each includes those of the levels above."""
    macros = {_macro(node) for node in data.nodes}
    deployed = any(n.role == "node" for n in data.nodes)
    wanted = []
    if any(macro.startswith("Component") for macro in macros):
        wanted.append("Component")
    if deployed or any(g.role == "node" for g in data.groups):
        wanted.append("Deployment")
    return [f"!include <C4/C4_{name}>" for name in wanted or ["Container"]]


def _inside(nest: Nesting, id_: str, indent: str) -> Iterator[str]:
    for node in nest.nodes[id_]:
        yield f"{indent}{_element(node)}"
    for group in nest.groups[id_]:
        yield f"{indent}{_boundary(group)} {{"
        yield from _inside(nest, group.id, indent + "  ")
        yield f"{indent}}}"


def _macro(node: Node) -> str:
    form = _FORMS.get(node.shape, "")
    if node.role == "external":
        # What it is besides external is only said in words.
        kind = "Person" if node.shape == "person" else "System"
        words = node.subtitle.partition(":")[0].lower()
        kind = next((k for k in ("Container", "Component") if k.lower() in words), kind)
        return f"{kind}{'' if kind == 'Person' else form}_Ext"
    macro = _MACROS[node.role]
    return macro if macro in {"Person", "Deployment_Node"} else f"{macro}{form}"


def _element(node: Node) -> str:
    macro = _macro(node)
    technology = _technology(node.subtitle)
    description = " · ".join(filter(drawn, (node.description, *node.badges)))
    has_technology = macro.startswith(("Container", "Component", "Deployment"))
    facts = {"techn": technology, "descr": description} if has_technology else {}
    if not has_technology:
        facts = {"descr": description, "type": technology}
    if macro == "Deployment_Node":
        facts = {"type": technology, "descr": description}
    return f"{macro}({_arguments(node, facts)})"


def _boundary(group: Group) -> str:
    macro = _BOUNDARIES.get(group.role, "Boundary")
    inner = group.subtitle.removeprefix("[").removesuffix("]")
    types = {"Boundary": inner, "Deployment_Node": _technology(group.subtitle)}
    facts = {"type": types[macro]} if macro in types else {}
    return f"{macro}({_arguments(group, facts)})"


def _arguments(each: Node | Group, facts: dict[str, str]) -> str:
    named = "".join(f", ${key}={_quoted(text)}" for key, text in facts.items() if drawn(text))
    return f"{plantuml_id(each.id)}, {_quoted(heading(each))}{named}"


def _technology(subtitle: str) -> str:
    """Return ``FastAPI`` of ``[container: FastAPI]``."""
    return subtitle.removeprefix("[").removesuffix("]").partition(": ")[2]


def _has_macro(edge: Edge) -> bool:
    return edge.arrow and edge.tip == "arrow"


def _tag(edge: Edge) -> str:
    return "dashed" if edge.dashed else "thick" if edge.thick else ""


def _relation(edge: Edge) -> str:
    if not _has_macro(edge):
        return _bare(edge)
    macro = "BiRel" if edge.both_ways else "Rel"
    said = _quoted(label(edge))
    technology = f", $techn={_quoted(edge.technology)}" if drawn(edge.technology) else ""
    tags = f', $tags="{_tag(edge)}"' if _tag(edge) else ""
    ends = f"{plantuml_id(edge.source)}, {plantuml_id(edge.target)}"
    return f"{macro}({ends}, {said}{technology}{tags})"


def _bare(edge: Edge) -> str:
    said, technology = line_texts(edge)
    texts = [f"**{plantuml_label(said)}**"] if drawn(said) else []
    if drawn(technology):
        texts.append(f"//<size:12>{plantuml_label(technology)}</size>//")
    return f"{arrow(edge)} : {_BREAK.join(texts)}" if texts else arrow(edge)


def _quoted(text: str) -> str:
    return f'"{plantuml_label(text)}"'
