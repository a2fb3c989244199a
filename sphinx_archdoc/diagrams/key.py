"""The key of a picture: one entry for every look that is drawn, in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Graph, Role

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


class KeyEntry(NamedTuple):
    """A look (CSS class ``arch-c4-<role>``) and its word, to be translated where it is shown."""

    role: Role
    word: str


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
        entry = KeyEntry(node.role, word)
        seen.setdefault((order.index(node.role), word), entry)
    if any(g.role != "node" for g in graph.groups):
        seen[len(order), _BOUNDARY] = KeyEntry("group", _BOUNDARY)
    elif graph.groups:
        entry = KeyEntry("node", _WORDS["node"])
        seen.setdefault((order.index("node"), entry.word), entry)
    return tuple(seen[k] for k in sorted(seen))
