"""The key of a picture: one entry for every look that is drawn, in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Graph, Role, Shape

_WORDS: dict[Role, str] = {
    "person": mark("Person"),
    "system": mark("Software system"),
    "container": mark("Container"),
    "store": mark("Data store"),
    "component": mark("Component"),
    "node": mark("Deployment node"),
    "external": mark("External"),
    "group": mark("Boundary"),
}
_QUEUE = mark("Queue")
_BOUNDARY = mark("Boundary")
#: What boundaries are called where a picture has several sorts of them.
_BOUNDARIES: dict[Role, str] = {
    "system": mark("System boundary"),
    "container": mark("Container boundary"),
    "external": mark("External boundary"),
}


class KeyEntry(NamedTuple):
    """A look and its word, to be translated where it is shown.

    The look is a CSS class ``arch-c4-<role>`` and the shape of a box; empty: it is a boundary.
    """

    role: Role
    word: str
    shape: Shape | Literal[""] = "box"


def key(graph: Graph) -> tuple[KeyEntry, ...]:
    """Return what the boxes and boundaries of a picture mean; equal looks are named once.

    Plain boxes mean nothing that a key could tell, nor do boundaries round nothing else.
    """
    telling = [node for node in graph.nodes if node.role in _WORDS]
    if graph.nodes and not telling:
        return ()
    order = list(_WORDS)
    seen: dict[tuple[int, str], KeyEntry] = {}
    for node in telling:
        word = _QUEUE if node.shape == "queue" and node.role != "external" else _WORDS[node.role]
        at, entry = (order.index(node.role), word), KeyEntry(node.role, word, node.shape)
        # A word that several shapes share has the plainest of them.
        if at not in seen or entry.shape == "box":
            seen[at] = entry
    for entry in _boundaries(graph):
        place = order.index("node") if entry.role == "node" else len(order)
        seen.setdefault((place, entry.word), entry)
    return tuple(seen[k] for k in sorted(seen))


def _boundaries(graph: Graph) -> list[KeyEntry]:
    """Return an entry for every look of a boundary; a picture with one sort calls it so."""
    roles = list(dict.fromkeys(group.role for group in graph.groups))
    others = [role for role in roles if role != "node"]
    found = [KeyEntry("node", _WORDS["node"], "")] if "node" in roles else []
    for role in others:
        word = _BOUNDARIES.get(role, _BOUNDARY) if len(others) > 1 else _BOUNDARY
        found.append(KeyEntry(role, word, ""))
    return found
