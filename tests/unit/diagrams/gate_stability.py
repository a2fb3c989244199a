"""How much of a picture stays in its order when a little of its graph changes.

An edit removes a box, adds one, or changes a label. Two boxes that stand in one row before and
after it are a pair; the share of pairs that keep their order is the stability (1: nothing moved).
A chain in rows is compared with chains in rows only.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from gate_graphs import element, line

from sphinx_archdoc.diagrams.chain import rows_of
from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.sizing import size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.choose import Choice
    from sphinx_archdoc.diagrams.graph import Graph
    from sphinx_archdoc.diagrams.layout import Layout

Place = tuple[float, float]


def edits(graph: Graph) -> Iterator[tuple[str, Graph]]:
    """Yield small changes of a graph by name."""
    nodes = graph.nodes
    for index in sorted({len(nodes) * share // 5 for share in range(1, 5)}):
        gone = nodes[index].id
        yield (
            f"without {gone}",
            replace(
                graph,
                nodes=tuple(n for n in nodes if n.id != gone),
                edges=tuple(e for e in graph.edges if gone not in {e.source, e.target}),
            ),
        )
    for index in sorted({0, len(nodes) // 2}):
        new = element(90, nodes[index].group)
        yield (
            f"new at {nodes[index].id}",
            replace(
                graph, nodes=(*nodes, new), edges=(*graph.edges, line(nodes[index].id, new.id, 1))
            ),
        )
    for index in sorted({0, len(graph.edges) // 2} if graph.edges else ()):
        changed = replace(graph.edges[index], label="Asks now and then for")
        yield (
            f"label {index}",
            replace(graph, edges=(*graph.edges[:index], changed, *graph.edges[index + 1 :])),
        )
    if nodes:
        longer = replace(nodes[-1], description="It does a little more than it did before")
        yield "text", replace(graph, nodes=(*nodes[:-1], longer))


def places(graph: Graph, choice: Choice) -> dict[str, Place]:
    """Return for every box its row and its place along the row."""
    sideways = choice.flow in {"LR", "RL"}
    return {
        node.id: (rect.cx, rect.cy) if sideways else (rect.cy, rect.cx)
        for node, rect in zip(graph.nodes, choice.layout.boxes, strict=True)
    }


def kept(before: dict[str, Place], after: dict[str, Place]) -> tuple[int, int]:
    """Return how many pairs there are and how many keep their order."""
    common = [name for name in before if name in after]
    pairs = same = 0
    for a, b in combinations(common, 2):
        rows = abs(before[a][0] - before[b][0]) < 2 and abs(after[a][0] - after[b][0]) < 2
        if rows:
            pairs += 1
            same += (before[a][1] < before[b][1]) == (after[a][1] < after[b][1])
    return pairs, same


def stability(graph: Graph, engine: Layout) -> tuple[int, int, list[str]]:
    """Return pairs, kept pairs and the edits that moved most, over all edits of a graph."""
    first = choose(size(graph), engine)
    before = places(graph, first)
    total = same = 0
    bad = []
    in_rows = rows_of(size(graph)) is not None
    for name, changed in edits(graph):
        if in_rows != (rows_of(size(changed)) is not None):
            continue  # a chain that is cut or branches, a ring that is opened: another sort
        choice = choose(size(changed), engine)
        if (choice.flow in {"LR", "RL"}) != (first.flow in {"LR", "RL"}):
            bad.append(f"{name}: turned")
            continue
        pairs, stayed = kept(before, places(changed, choice))
        total, same = total + pairs, same + stayed
        if stayed < 0.8 * pairs:
            bad.append(f"{name}: {stayed}/{pairs}")
    return total, same, bad
