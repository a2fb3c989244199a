"""Small changes of a graph leave the rest of its picture where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gate_graphs
from gate_stability import edits, kept, stability

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.wasm import WasmLayout

#: The share of pairs of neighbours that keep their order, over all edits of the corpus.
LEAST = 0.94


def test_pairs_are_counted() -> None:
    before = {"a": (0.0, 1.0), "b": (0.0, 2.0), "c": (9.0, 1.0), "d": (9.0, 2.0)}
    after = {"a": (0.0, 2.0), "b": (0.0, 1.0), "c": (5.0, 1.0), "d": (5.0, 7.0)}
    assert kept(before, before) == (2, 2)
    assert kept(before, after) == (2, 1)
    assert kept(before, {"a": (0.0, 1.0)}) == (0, 0)


def test_boxes_keep_their_order_when_a_little_changes(engine: WasmLayout) -> None:
    pairs = same = tried = moved = 0
    for graph in list(gate_graphs.graphs().values())[::2]:
        if 3 <= len(graph.nodes) <= 16:
            total, stayed, bad = stability(graph, engine)
            pairs, same = pairs + total, same + stayed
            moved += len(bad)
            tried += len(list(edits(graph)))
    assert tried > 150
    assert same >= LEAST * pairs
    assert moved <= tried / 8
