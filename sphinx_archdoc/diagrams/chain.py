"""A long chain of boxes in rows, read like text.

A layout engine puts a chain into one row or one column; fifteen steps are then a ribbon that no
page can show. Here each row runs to the right, and a line leads from its end below it to the start
of the next.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.layout import Arrangement, PlacedEdge, Rect
from sphinx_archdoc.diagrams.score import PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.diagrams.boxes import Card
    from sphinx_archdoc.diagrams.sizing import Sized

_MARGIN = 10.0
_LEAST = 6  # boxes; a shorter chain fits the page as one column
_GAP = 34.0  # between boxes, without a label
_AIR = 18.0  # of line on either side of a label


def rows_of(sized: Sized) -> Arrangement | None:
    """Return a chain too long for one row in several rows, or None for anything else."""
    order = _order(sized)
    if sized.graph.direction not in {"auto", "LR"} or len(order) < _LEAST:
        return None
    number = {node.id: i for i, node in enumerate(sized.graph.nodes)}
    label = {number[e.source]: c for e, c in zip(sized.edges, sized.labels, strict=True)}
    cards, labels = [sized.cards[i] for i in order], [label[i] for i in order[:-1]]
    total = sum(card.width for card in cards) + sum(_across(card) for card in labels)
    room = PAGE[0] - 2 * _MARGIN
    if total <= room:
        return None
    columns = ceil(len(order) / ceil(total / room))
    grid = _Grid(cards, labels, columns)
    while grid.width > PAGE[0] and columns > 1:
        columns -= 1  # boxes of several rows share their columns, which may take more room
        grid = _Grid(cards, labels, columns)
    boxes = dict(zip(order, grid.boxes, strict=True))
    edges = dict(zip(order, grid.edges(), strict=False))
    return Arrangement(
        grid.width,
        grid.height,
        tuple(boxes[i] for i in range(len(order))),
        (),
        tuple(edges[number[edge.source]] for edge in sized.edges),
    )


def _order(sized: Sized) -> list[int]:
    """Return the boxes of a graph that is one chain, from its first to its last."""
    graph = sized.graph
    following = {edge.source: edge.target for edge in sized.edges}
    starts = [node.id for node in graph.nodes if node.id not in set(following.values())]
    if graph.groups or len(starts) != 1 or len(sized.edges) != len(graph.nodes) - 1:
        return []
    chain = [starts[0]]
    while chain[-1] in following and len(chain) <= len(graph.nodes):
        chain.append(following[chain[-1]])
    number = {node.id: i for i, node in enumerate(graph.nodes)}
    return [number[id_] for id_ in chain] if len(chain) == len(graph.nodes) else []


def _across(label: Card) -> float:
    """Return the room between two boxes beside each other."""
    return label.width + 2 * _AIR if label.width else _GAP


def _below(label: Card) -> float:
    """Return the room between two rows, which the line with this label joins."""
    return max(label.height, 1) + 2 * _AIR + 8


class _Grid:
    """Places boxes in rows of ``columns``; in a row they stand on one middle line."""

    def __init__(self, cards: Sequence[Card], labels: Sequence[Card], columns: int) -> None:
        self._labels = labels
        self._columns = columns
        widths = [max(c.width for c in cards[i::columns]) for i in range(columns)]
        gaps = [max(map(_across, labels[i::columns]), default=0.0) for i in range(columns - 1)]
        lefts = [_MARGIN]
        for width, gap in zip(widths, gaps, strict=False):
            lefts.append(lefts[-1] + width + gap)
        self.boxes: list[Rect] = []
        top = _MARGIN
        for start in range(0, len(cards), columns):
            row = cards[start : start + columns]
            height = max(card.height for card in row)
            for left, width, card in zip(lefts, widths, row, strict=False):
                x, y = left + (width - card.width) / 2, top + (height - card.height) / 2
                self.boxes.append(Rect(round(x, 2), round(y, 2), card.width, card.height))
            self.height = round(top + height + _MARGIN, 2)
            end = start + columns - 1
            top += height + (_below(labels[end]) if end < len(labels) else 0)
        self.width = round(lefts[-1] + widths[-1] + _MARGIN, 2)

    def edges(self) -> list[PlacedEdge]:
        """Return the line of each box to the next, in the order of the chain."""
        return [
            self._down(at, one, other) if at % self._columns == self._columns - 1
            else self._along(at, one, other)
            for at, (one, other) in enumerate(pairwise(self.boxes))
        ]  # fmt: skip

    def _along(self, at: int, one: Rect, other: Rect) -> PlacedEdge:
        label, y = self._labels[at], round(one.cy, 2)
        if not label.width:
            return PlacedEdge((((one.right, y), (other.x, y)),), None)
        spot = _centred(label, (one.right + other.x) / 2, y)
        lines = ((one.right, y), (spot.x, y)), ((spot.right, y), (other.x, y))
        return PlacedEdge(lines, spot)

    def _down(self, at: int, one: Rect, other: Rect) -> PlacedEdge:
        label = self._labels[at]
        row = self.boxes[at - self._columns + 1 : at + 1]
        bottom = max(box.bottom for box in row)
        y = round(bottom + _below(label) / 2, 2)
        start = ((round(one.cx, 2), one.bottom), (round(one.cx, 2), y))
        end = ((round(other.cx, 2), y), (round(other.cx, 2), other.y))
        if not label.width:
            return PlacedEdge(((*start, *end),), None)
        spot = _centred(label, (one.cx + other.cx) / 2, y)
        return PlacedEdge(((*start, (spot.right, y)), ((spot.x, y), *end)), spot)


def _centred(label: Card, x: float, y: float) -> Rect:
    left, top = round(x - label.width / 2, 2), round(y - label.height / 2, 2)
    return Rect(left, top, label.width, label.height)
