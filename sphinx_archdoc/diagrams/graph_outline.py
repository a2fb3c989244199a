"""The text form of a box-and-line picture: what holds what, every relation, and what has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.outline import Item, Name
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
    from sphinx_archdoc.diagrams.outline import Piece

_BOTH_WAYS = mark("both ways")
#: What a line says that ends in something else than an arrow head.
_TIPS = {
    "cross": mark("ends in a cross"),
    "circle": mark("ends in a circle"),
    "lost": mark("does not arrive"),
}


def outline(data: Graph, translate: Callable[[str], str]) -> tuple[Item, ...]:
    """Return boundaries with what they hold, every relation, boxes without one or with more to say.

    What a box says below its name follows the name where the box has an item of its own.
    """
    names = {each.id: Name(each.id, _flat(each.title) or each.id) for each in _things(data)}
    counts = {each.id: each.count for each in _things(data)}
    held: dict[str, list[str]] = {group.id: [] for group in data.groups}
    for group in data.groups:
        held.get(group.parent, []).append(group.id)
    for node in data.nodes:
        held.get(node.group, []).append(node.id)

    def said(id_: str) -> tuple[Piece, ...]:
        many = f" ×{counts[id_]}" if counts[id_] > 1 else ""
        return (names[id_], many) if many else (names[id_],)

    boundaries = [
        Item(
            pieces=(
                *said(group.id),
                f"{_kind(group)}: ",
                *_joined([said(id_) for id_ in ids]),
                *([f". {_flat(group.description)}"] if group.description.strip() else []),
            )
        )
        for group, ids in ((group, held[group.id]) for group in data.groups)
        if ids
    ]
    relations = [_relation(edge, said, translate) for edge in data.edges]
    touched = {end for edge in data.edges for end in (edge.source, edge.target)}
    rest = [
        Item(pieces=(*said(node.id), facts) if facts else said(node.id))
        for node in data.nodes
        if (facts := _facts(node)) or node.id not in touched
    ]
    return (*boundaries, *relations, *rest)


def _things(data: Graph) -> tuple[Node | Group, ...]:
    return (*data.groups, *data.nodes)


def _kind(thing: Node | Group) -> str:
    """Return for example `` [container: FastAPI]``."""
    return f" {_flat(thing.subtitle)}" if thing.subtitle.strip() else ""


def _facts(node: Node) -> str:
    """Return for example `` [container: FastAPI]: Takes orders (2 decisions)``."""
    badges = ", ".join(_flat(badge) for badge in node.badges if badge.strip())
    description = _flat(node.description)
    said = _kind(node) + (f": {description}" if description else "")
    return said + (f" ({badges})" if badges else "")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _joined(parts: list[tuple[Piece, ...]]) -> list[Piece]:
    pieces: list[Piece] = []
    for number, part in enumerate(parts):
        pieces += [", ", *part] if number else part
    return pieces


def _relation(
    edge: Edge, said: Callable[[str], tuple[Piece, ...]], translate: Callable[[str], str]
) -> Item:
    """Return for example ``Customer → Web shop: Orders [HTTPS]``."""
    arrow = " → " if edge.arrow else " – "
    both = f" ({translate(_BOTH_WAYS)})" if edge.both_ways else ""
    technology = f"[{_flat(edge.technology)}]" if edge.technology.strip() else ""
    many = f"×{edge.count}" if edge.count > 1 else ""
    tip = f"({translate(_TIPS[edge.tip])})" if edge.arrow and edge.tip in _TIPS else ""
    words = " ".join(part for part in (_flat(edge.label), technology, many, tip) if part)
    rest = both + (f": {words}" if words else "")
    pieces: tuple[Piece, ...] = (*said(edge.source), arrow, *said(edge.target))
    return Item(pieces=(*pieces, rest) if rest else pieces, number=edge.number)
