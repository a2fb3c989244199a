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


def outline(data: Graph, translate: Callable[[str], str]) -> tuple[Item, ...]:
    """Return boundaries with what they hold, then every relation, then boxes without one."""
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
        Item(pieces=(*said(group), ": ", *_joined([said(id_) for id_ in ids])))
        for group, ids in held.items()
        if ids
    ]
    relations = [_relation(edge, said, translate) for edge in data.edges]
    touched = {end for edge in data.edges for end in (edge.source, edge.target)}
    alone = [Item(pieces=said(node.id)) for node in data.nodes if node.id not in touched]
    return (*boundaries, *relations, *alone)


def _things(data: Graph) -> tuple[Node | Group, ...]:
    return (*data.groups, *data.nodes)


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
    words = " ".join(part for part in (_flat(edge.label), technology, many) if part)
    rest = both + (f": {words}" if words else "")
    pieces: tuple[Piece, ...] = (*said(edge.source), arrow, *said(edge.target))
    return Item(pieces=(*pieces, rest) if rest else pieces, number=edge.number)
