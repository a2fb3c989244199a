"""Short ways to write the nodes and edges of sample graphs."""

from __future__ import annotations

from sphinx_archdoc.diagrams.graph import Edge, Node


def box(ident: str, title: str, role: str, tech: str = "", text: str = "", group: str = "") -> Node:
    shape = {"person": "person", "store": "cylinder", "queue": "queue", "node": "node"}.get(
        role, "box"
    )
    role = "store" if role == "queue" else role
    return Node(
        id=ident, title=title, subtitle=tech, description=text, shape=shape, role=role, group=group
    )


def edges(*rows: str) -> tuple[Edge, ...]:
    """``a b label [tech]`` per row."""
    out = []
    for row in rows:
        source, target, *rest = row.split(" ", 2)
        said, _, tech = (rest[0] if rest else "").partition("[")
        out.append(
            Edge(source=source, target=target, label=said.strip(), technology=tech.rstrip("]"))
        )
    return tuple(out)
