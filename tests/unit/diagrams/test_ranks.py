"""What is known before a layout: rows, sizes, and how often lines will cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gate_graphs
import pytest

from sphinx_archdoc.diagrams.arrange import arrange, lay_out
from sphinx_archdoc.diagrams.inversions import inversions
from sphinx_archdoc.diagrams.layout import Plan, SizedBox, SizedEdge, SizedGroup
from sphinx_archdoc.diagrams.order import against, downward
from sphinx_archdoc.diagrams.ranks import laid_out_rows, natural_rows
from sphinx_archdoc.diagrams.score import crossings
from sphinx_archdoc.diagrams.sheet import Sheet
from sphinx_archdoc.diagrams.sizing import size

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.wasm import WasmLayout

GRAPHS = {name: graph for name, graph in gate_graphs.graphs().items() if 2 < len(graph.nodes) <= 40}


def _plan(pairs: list[tuple[int, int]], *, labels: bool = False) -> Plan:
    count = 1 + max(max(pair) for pair in pairs)
    size = (80.0, 20.0) if labels else (0.0, 0.0)
    return Plan(
        boxes=(SizedBox(100, 50),) * count,
        groups=(),
        edges=tuple(SizedEdge(a, b, *size) for a, b in pairs),
    )


def test_a_box_stands_near_what_it_leads_to() -> None:
    """1 could be in the first row, but all it does is lead to 3."""
    rows = natural_rows(_plan([(0, 2), (2, 3), (1, 3)]))
    assert rows.boxes == (0, 1, 1, 2)
    assert rows.labels == (-1, -1, -1)


def test_labels_have_rows_between_those_of_boxes() -> None:
    plan = _plan([(0, 1), (1, 2), (0, 2)], labels=True)
    assert natural_rows(plan).boxes == (0, 2, 4)
    assert natural_rows(plan).labels == (1, 3, 1)
    assert natural_rows(plan._replace(pull_down=True)).labels == (1, 3, 3)


def test_what_is_held_in_the_last_row_is_below_all_others() -> None:
    plan = _plan([(0, 1), (1, 2), (0, 3)])._replace(last=frozenset({3}))
    assert natural_rows(plan).boxes == (0, 1, 2, 3)


def test_boxes_come_in_the_order_of_what_they_are_joined_to() -> None:
    order = natural_rows(_plan([(0, 3), (1, 2), (4, 0), (4, 1)])).order
    assert (order.index(0) < order.index(1)) == (order.index(3) < order.index(2))


def test_lines_between_two_boundaries_that_run_against_the_others() -> None:
    """Two lines lead from the left boundary to the right one, and one back."""
    plan = _plan([(0, 2), (1, 3), (3, 0), (2, 4)])
    grouped = plan._replace(
        boxes=tuple(SizedBox(100, 50, group) for group in (0, 0, 1, 1, -1)),
        groups=(SizedGroup(-1, 50, 20), SizedGroup(-1, 50, 20)),
    )
    assert against(plan) == frozenset()
    assert against(grouped) == frozenset({2})
    turned = grouped._replace(turned=frozenset({2}))
    assert downward(turned)[2] == (0, 3)
    assert against(turned) == frozenset()
    rows = natural_rows(turned).boxes
    assert max(rows[0], rows[1]) <= min(rows[2], rows[3])


def test_rows_are_those_that_the_engine_finds(engine: WasmLayout) -> None:
    """Of several that are as good, Graphviz may choose another; in most pictures there are none."""
    same = 0
    for graph in GRAPHS.values():
        plan = size(graph).plan("TB")
        forecast, found = natural_rows(plan), laid_out_rows(plan, lay_out(plan, engine))
        number = {
            row: i for i, row in enumerate(sorted({*forecast.boxes, *forecast.labels} - {-1}))
        }
        same += tuple(number[row] for row in forecast.boxes) == found.boxes
    assert same >= 0.85 * len(GRAPHS)


def test_the_label_of_a_line_to_oneself_is_in_no_row(engine: WasmLayout) -> None:
    plan = _plan([(0, 1), (1, 1), (1, 2)], labels=True)
    rows = laid_out_rows(plan, lay_out(plan, engine))
    assert rows.labels == natural_rows(plan).labels == (1, -1, 3)


@pytest.mark.parametrize("flow", ["TB", "LR"])
def test_sizes_are_known_before_the_layout(engine: WasmLayout, flow: str) -> None:
    near = 0
    for graph in GRAPHS.values():
        plan = size(graph).plan(flow)  # type: ignore[arg-type]
        width, height = Sheet(plan).size()
        layout = lay_out(plan, engine)
        near += 0.8 < layout.width / width < 1.25 and 0.8 < layout.height / height < 1.25
    assert near >= 0.85 * len(GRAPHS)


def test_crossings_are_known_before_lines_are_drawn(engine: WasmLayout) -> None:
    same = 0
    for graph in GRAPHS.values():
        for flow in ("TB", "LR"):
            plan = size(graph).plan(flow)
            (placed,) = engine.place([plan])
            same += inversions(plan, placed) == crossings(arrange(plan, placed))
    assert same >= 0.9 * 2 * len(GRAPHS)
