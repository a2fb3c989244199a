"""Things closer together where a picture would be wider than its page, and labels in boundaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gate_graphs
import pytest
from gate_measure import faults
from gate_shapes import hub, layered, tree

from sphinx_archdoc.diagrams.arrange import arrange, lay_out
from sphinx_archdoc.diagrams.candidates import labels_kept_inside
from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.layout import Plan, SizedBox, SizedGroup
from sphinx_archdoc.diagrams.rows import Thing, Way, set_rows
from sphinx_archdoc.diagrams.score import PAGE
from sphinx_archdoc.diagrams.sizing import size
from sphinx_archdoc.diagrams.squeeze import squeeze

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Graph
    from sphinx_archdoc.diagrams.layout import Flow
    from sphinx_archdoc.diagrams.wasm import WasmLayout

NARROW = {name: g for name, g in gate_graphs.graphs().items() if len(g.nodes) <= 16}


def _plan(room: float, *, groups: tuple[SizedGroup, ...] = ()) -> Plan:
    return Plan(boxes=(SizedBox(100, 40),), groups=groups, edges=(), room=room)


def _things(*places: tuple[float, float]) -> list[Thing]:
    return [Thing(f"n{i}", u, v, 100, 40) for i, (u, v) in enumerate(places)]


def test_things_move_as_little_as_they_must() -> None:
    things = _things((0, 0), (300, 0), (600, 0), (300, 90))
    squeeze(_plan(500), set_rows(things), [], {}, {})
    assert [thing.u for thing in things] == [50, 250, 450, 250]


def test_no_row_gets_shorter_than_what_is_in_it() -> None:
    things = _things((0, 0), (300, 0), (600, 0))
    squeeze(_plan(200), set_rows(things), [], {}, {})
    assert [thing.u for thing in things] == [50, 168, 286]


def test_what_is_narrow_enough_stays() -> None:
    things = _things((0, 0), (300, 0))
    squeeze(_plan(400), set_rows(things), [], {}, {})
    assert [thing.u for thing in things] == [0, 300]


def test_lines_that_pass_a_row_keep_their_place_in_it() -> None:
    things = _things((300, 0), (0, 90), (600, 90), (300, 180))
    way = Way(0, things[0], things[3], [300.0], frozenset(), frozenset())
    squeeze(_plan(100), set_rows(things), [way], {}, {})
    assert things[1].u + 50 < way.wanted[0] < things[2].u - 50


def test_boundaries_stay_round_what_they_hold_and_their_titles() -> None:
    things = [Thing("n0", 300, 0, 100, 40), Thing("n1", 700, 0, 100, 40)]
    across = {0: (100.0, 500.0)}
    plan = _plan(100, groups=(SizedGroup(-1, 180, 20),))
    squeeze(plan, set_rows(things), [], across, {0: (0, 0)})
    start, end = across[0]
    assert start <= things[0].u - 50 - 14
    assert end >= things[0].u + 50 + 14
    assert end - start == 180 + 28
    assert things[1].u - 50 >= end + 14


@pytest.mark.parametrize("name", NARROW)
@pytest.mark.parametrize("room", [300, 500, 696])
def test_squeezed_pictures_are_as_clean(engine: WasmLayout, name: str, room: float) -> None:
    sized = size(NARROW[name])
    plan = sized.plan("TB")
    (placed,) = engine.place([plan])
    wide, close = arrange(plan, placed), arrange(plan._replace(room=room), placed)
    assert faults(sized, close) == {}
    assert close.width <= max(wide.width, room + 20)


@pytest.mark.parametrize("seed", range(24))
def test_so_are_graphs_without_any_sense(engine: WasmLayout, seed: int) -> None:
    sized = size(gate_graphs.anything(seed))
    flow: Flow = "TB" if seed % 2 else "BT"
    plan = sized.plan(flow, guests_last=seed % 3 == 0)._replace(room=400, labels_inside=True)
    assert faults(sized, lay_out(plan, engine)) == {}


@pytest.mark.parametrize(
    "graph", [hub(16), tree(13, 3), *(layered(12, seed) for seed in range(1, 5))]
)
def test_middling_pictures_fit_a_page_without_scrolling(engine: WasmLayout, graph: Graph) -> None:
    assert choose(size(graph), engine).layout.width <= 1.1 * PAGE[0]


def test_a_label_stays_in_the_boundary_that_its_line_leaves(engine: WasmLayout) -> None:
    sized = size(NARROW["layered-12-4"])
    base = sized.plan("TB", guests_last=True)
    (kept,) = labels_kept_inside([base])
    beside, inside = (
        sum(
            placed.label is not None
            and layout.groups[0].rect.x < placed.label.x
            and placed.label.bottom < layout.groups[0].rect.bottom
            and placed.label.right < layout.groups[0].rect.right
            and placed.label.y > layout.groups[0].rect.y
            for placed in layout.edges
        )
        for layout in (lay_out(plan, engine) for plan in (base, kept))
    )
    leaving = sum(
        e.source not in sized.guests and e.target in sized.guests for e in base.edges
    )  # fmt: skip
    assert inside == beside + leaving
    assert not labels_kept_inside([size(hub(7)).plan("TB")])
