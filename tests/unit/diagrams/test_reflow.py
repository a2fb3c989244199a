"""Titles of boundaries use the room that these turn out to have, and nothing else's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import gate_graphs
import pytest
from gate_measure import faults

from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.reflow import reflowed
from sphinx_archdoc.diagrams.sizing import size

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Graph
    from sphinx_archdoc.diagrams.wasm import WasmLayout

#: Names as deployment nodes have them in real models.
LONG = "Managed orchestration cluster of the northern region, second availability zone"
NESTED = {name: graph for name, graph in gate_graphs.graphs().items() if graph.groups}


def titled(graph: Graph) -> Graph:
    return replace(graph, groups=tuple(replace(group, title=LONG) for group in graph.groups))


@pytest.fixture(scope="module")
def lines(engine: WasmLayout) -> list[tuple[int, int]]:
    """Return for each boundary how many lines its title had and has."""
    found = []
    for name, graph in NESTED.items():
        chosen = choose(size(titled(graph)), engine)
        sized, layout = reflowed(chosen.sized, chosen.layout)
        assert faults(sized, layout) == {}, name
        found += [
            (len(before.lines), len(after.lines))
            for before, after in zip(chosen.sized.headings, sized.headings, strict=True)
        ]
    return found


def test_a_title_has_fewer_lines_where_there_is_room(lines: list[tuple[int, int]]) -> None:
    assert all(after <= before for before, after in lines)
    better = sum(after < before for before, after in lines)
    assert better > len(lines) / 4


def test_what_fits_stays_as_it_is(engine: WasmLayout) -> None:
    for graph in NESTED.values():
        chosen = choose(size(graph), engine)
        short = [len(card.lines) <= 2 for card in chosen.sized.headings]
        if all(short):
            assert reflowed(chosen.sized, chosen.layout) == (chosen.sized, chosen.layout)
