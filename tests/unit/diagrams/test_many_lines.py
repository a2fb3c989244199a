"""Pictures with hundreds of lines: the engine is asked for less, and what it draws is clean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gate_graphs import element, line
from gate_measure import faults

from sphinx_archdoc.diagrams import dot
from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.graph import Graph
from sphinx_archdoc.diagrams.sizing import size

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.wasm import WasmLayout


def _graph(boxes: int, lines: int) -> Graph:
    pairs = [(i * 7 % boxes, (i * i * 3 + i // boxes + 1) % boxes) for i in range(lines)]
    return Graph(
        title="Many lines",
        nodes=tuple(element(i) for i in range(boxes)),
        edges=tuple(line(f"e{a}", f"e{b}", i) for i, (a, b) in enumerate(pairs)),
    )


def test_only_with_many_lines_rounds_are_counted() -> None:
    few, many = (dot.write(size(_graph(20, count)).plan("TB")) for count in (120, 121))
    assert "nslimit" not in few
    assert "graph [nslimit=1," in many


def test_a_picture_with_many_lines_is_as_clean(engine: WasmLayout) -> None:
    chosen = choose(size(_graph(40, 130)), engine)
    found = faults(chosen.sized, chosen.layout)
    assert found == {}
