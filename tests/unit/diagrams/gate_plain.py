"""What plain Graphviz makes of a graph: crossings of its own curves and its area.

The same sizes of boxes, boundaries and labels, no hints, from top to bottom.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.sizing import Sized

Point = tuple[float, float]
_STEPS = 16


def text(sized: Sized) -> str:
    """Return the DOT text that a user of Graphviz would write."""
    graph = sized.graph
    number = {node.id: i for i, node in enumerate(graph.nodes)}
    outer = {group.id: i for i, group in enumerate(graph.groups)}
    out = [
        'digraph g { graph [newrank=true]; node [shape=box,fixedsize=true,label=""];',
        'edge [fontname="Courier",fontsize=10];',
    ]

    def cluster(index: int) -> None:
        group = graph.groups[index]
        out.append(f'subgraph cluster_{index} {{ label="{"x" * 14}\\nx";')
        out.extend(f"n{number[n.id]};" for n in graph.nodes if n.group == group.id)
        for other in graph.groups:
            if other.parent == group.id:
                cluster(outer[other.id])
        out.append("}")

    for i, card in enumerate(sized.cards):
        out.append(f"n{i} [width={card.width / 72:.4f},height={card.height / 72:.4f}];")
    for i, group in enumerate(graph.groups):
        if not group.parent:
            cluster(i)
    for edge, card in zip(sized.edges, sized.labels, strict=True):
        rows = "\\n".join(["x" * max(1, round(card.width / 6))] * round(card.height / 12))
        said = f' [label="{rows}"]' if card.width else ""
        out.append(f"n{number[edge.source]} -> n{number[edge.target]}{said};")
    return "\n".join([*out, "}"])


def measured(answer: str) -> tuple[int, float]:
    """Return the crossings of the curves in Graphviz's JSON, and the area of the picture."""
    data = json.loads(answer)
    left, low, right, high = (float(n) for n in data["bb"].split(","))
    curves = [
        _sampled([_pair(p) for p in edge["pos"].split() if p[0] not in "se"])
        for edge in data.get("edges", [])
        if "pos" in edge and edge["tail"] != edge["head"]
    ]
    return crossings(curves), (right - left) * (high - low)


def _pair(said: str) -> Point:
    x, y = said.split(",")
    return float(x), float(y)


def _sampled(points: list[Point]) -> list[Point]:
    out = [points[0]]
    for start in range(0, len(points) - 3, 3):
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            s = 1 - t
            f = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            four = points[start : start + 4]
            out.append(
                (
                    sum(w * p[0] for w, p in zip(f, four, strict=True)),
                    sum(w * p[1] for w, p in zip(f, four, strict=True)),
                )
            )
    return out


def crossings(curves: list[list[Point]]) -> int:
    """Return how often pieces of two different curves cross."""
    pieces = [
        (min(a[0], b[0]), max(a[0], b[0]), a, b, i)
        for i, curve in enumerate(curves)
        for a, b in pairwise(curve)
    ]
    pieces.sort()
    count = 0
    for at, (_, right, a, b, i) in enumerate(pieces):
        for left, _, c, d, j in pieces[at + 1 :]:
            if left > right:
                break
            count += i != j and _cross(a, b, c, d)
    return count


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def plain(sized: Sized, run: Callable[[str], str]) -> tuple[int, float]:
    """Return plain Graphviz's crossings and area; ``run`` lays out a DOT text as JSON."""
    return measured(run(text(sized)))
