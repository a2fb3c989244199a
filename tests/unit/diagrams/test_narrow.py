"""Rows that are too wide for a page, in several."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import gate_graphs
import pytest
from gate_measure import faults
from gate_shapes import chain

from sphinx_archdoc.diagrams.arrange import lay_out
from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.diagrams.layout import Plan, SizedBox, SizedEdge, SizedGroup
from sphinx_archdoc.diagrams.narrow import narrowed
from sphinx_archdoc.diagrams.order import downward
from sphinx_archdoc.diagrams.ranks import natural_rows
from sphinx_archdoc.diagrams.score import PAGE
from sphinx_archdoc.diagrams.sheet import Sheet
from sphinx_archdoc.diagrams.sizing import size

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Arrangement, Flow
    from sphinx_archdoc.diagrams.wasm import WasmLayout

GRAPHS = gate_graphs.graphs()


def _laid_out(engine: WasmLayout, name: str) -> tuple[Plan, Arrangement]:
    plan = size(GRAPHS[name]).plan("TB")
    return plan, lay_out(plan, engine)


@pytest.mark.parametrize(
    ("name", "share"),
    [("hub-10", 0.86), ("tree-7-2", 0.9), ("deployment-2-2", 0.75), ("deployment-3-2", 0.5)],
)
def test_a_wide_picture_gets_narrower(engine: WasmLayout, name: str, share: float) -> None:
    plan, layout = _laid_out(engine, name)
    shorter, _ = next(narrowed(plan, [0.95 * PAGE[0]]))
    made = lay_out(shorter, engine)
    assert made.width <= share * layout.width
    assert faults(size(GRAPHS[name]), made) == {}


def test_boundaries_beside_each_other_go_below_each_other(engine: WasmLayout) -> None:
    plan, _ = _laid_out(engine, "deployment-3-2")
    shorter, _ = next(narrowed(plan, [0.95 * PAGE[0]]))
    made = lay_out(shorter, engine)
    zones = [
        placed.rect
        for group, placed in zip(GRAPHS["deployment-3-2"].groups, made.groups, strict=True)
        if group.parent == "cloud"
    ]
    zones.sort(key=lambda rect: rect.y)
    assert len(zones) == 3
    assert all(a.bottom < b.y for a, b in pairwise(zones))


def test_what_is_narrow_enough_stays(engine: WasmLayout) -> None:
    plan, _ = _laid_out(engine, "tree-7-2")
    assert not list(narrowed(plan, [5000]))


def test_rooms_are_tried_one_after_the_other(engine: WasmLayout) -> None:
    plan, _ = _laid_out(engine, "hub-10")
    widths = [width for _, width in narrowed(plan, [900, 600, 400, 1])]
    assert len(widths) > 1
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize("seed", range(16))
def test_lines_lead_to_later_rows_and_nothing_overlaps(engine: WasmLayout, seed: int) -> None:
    """Also in graphs without any sense, and with less room than there can be."""
    flow: Flow = "BT" if seed % 3 == 0 else "TB"
    sized = size(gate_graphs.anything(seed), tight=bool(seed % 2))
    plan = sized.plan(flow, guests_last=seed % 5 == 0)
    shorter = next((found for found, _ in narrowed(plan, [300])), None)
    if shorter is None:
        assert Sheet(plan).size()[0] < 900
        return
    rows = shorter.rows
    assert rows is not None
    for (upper, lower), label in zip(downward(plan), rows.labels, strict=True):
        if upper != lower:
            between = rows.boxes[lower] if label < 0 else label
            assert rows.boxes[upper] < between <= rows.boxes[lower]
    assert faults(sized, lay_out(shorter, engine)) == {}


def test_a_ribbon_reads_downwards_whatever_is_asked_for(engine: WasmLayout) -> None:
    ring = replace(GRAPHS["ring-10"], direction="LR")
    found = choose(size(ring), engine)
    assert found.flow == "TB"
    assert found.layout.width <= PAGE[0]
    short = replace(GRAPHS["ring-3"], direction="LR")
    assert choose(size(short), engine).flow == "LR"


def test_so_does_one_that_nobody_sees_whole_unless_it_gets_wider_by_that(
    engine: WasmLayout,
) -> None:
    assert choose(size(replace(chain(60), direction="RL")), engine).flow == "TB"
    star = Graph(
        title="",
        nodes=tuple(Node(id=f"n{i}", title=f"Box {i}") for i in range(60)),
        edges=tuple(
            Edge(source=f"n{a}", target=f"n{a + 10}", label="a long label") for a in range(50)
        ),
        direction="LR",
    )
    assert choose(size(star), engine).flow == "LR"


def test_boundaries_are_stacked_also_if_another_row_is_the_widest() -> None:
    """The two stand beside each other in one row only; what makes the widest is a row below it."""
    plan = Plan(
        boxes=tuple(SizedBox(200, 60, group) for group in (1, 1, 1, 2, 2, 2, -1)),
        groups=(SizedGroup(-1, 100, 20), SizedGroup(0, 100, 20), SizedGroup(0, 100, 20)),
        edges=tuple(SizedEdge(a, b) for a, b in [(0, 1), (1, 2), (1, 3), (3, 4), (3, 5), (3, 6)]),
    )
    assert natural_rows(plan).boxes == (0, 1, 2, 2, 3, 3, 3)
    shorter, width = next(narrowed(plan, [760]))
    assert width <= 760
    assert shorter.rows is not None
    assert max(shorter.rows.boxes[:3]) < min(shorter.rows.boxes[3:6])


def test_a_line_back_between_two_boundaries_does_not_keep_them_side_by_side(
    engine: WasmLayout,
) -> None:
    group = {"a": "left", "b": "left", "c": "left", "d": "right", "e": "right", "f": "right"}
    graph = Graph(
        title="Two domains",
        groups=tuple(Group(id=id_, title=id_, role="system") for id_ in ("left", "right")),
        nodes=tuple(
            Node(id=id_, title=f"The long name of {id_}", group=group[id_]) for id_ in group
        ),
        edges=tuple(
            Edge(source=one, target=other, label="Makes API calls to", technology="JSON/HTTPS")
            for one, other in ("ab", "ac", "bd", "ce", "df", "ef", "fa", "cf")
        ),
    )
    chosen = choose(size(graph), engine)
    assert faults(chosen.sized, chosen.layout) == {}
    left, right = (placed.rect for placed in chosen.layout.groups)
    assert left.bottom < right.y
    assert chosen.layout.width <= PAGE[0]
