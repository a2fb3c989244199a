"""Of a layout and its mirror image, the one nearer to the order of declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gate_graphs
import pytest
from gate_measure import faults

from sphinx_archdoc.diagrams.arrange import arrange
from sphinx_archdoc.diagrams.layout import Part, Placed, Plan, SizedBox, SizedGroup
from sphinx_archdoc.diagrams.mirror import as_declared
from sphinx_archdoc.diagrams.sizing import size

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Flow
    from sphinx_archdoc.diagrams.wasm import WasmLayout

NARROW = {name: g for name, g in gate_graphs.graphs().items() if 3 <= len(g.nodes) <= 14}


def _placed(*xs: float, sideways: bool = False) -> tuple[Plan, Placed]:
    centres = {f"n{i}": (7.0, x) if sideways else (x, 7.0) for i, x in enumerate(xs)}
    curve = ((1.0, 2.0), (3.0, 4.0))
    plan = Plan(
        boxes=(SizedBox(10, 10),) * len(xs), groups=(), edges=(), flow="LR" if sideways else "TB"
    )
    groups = {} if sideways else {0: (1.0, 2.0, 5.0, 9.0)}
    return plan, Placed(90, centres, groups, (Part(0, "n0", "n1", curve),))


def test_a_row_that_is_declared_from_right_to_left_is_turned() -> None:
    plan, placed = _placed(40, 20, 10, 30)
    made = as_declared(plan, placed)
    assert [made.centres[f"n{i}"][0] for i in range(4)] == [-40, -20, -10, -30]
    assert made.groups == {0: (-5, 2, -1, 9)}
    assert made.parts[0].points == ((-1, 2), (-3, 4))


def test_in_a_picture_to_the_right_first_means_above() -> None:
    plan, placed = _placed(30, 20, 10, sideways=True)
    made = as_declared(plan, placed)
    assert made.centres["n0"] == (7, -30)
    assert made.parts[0].points == ((1, -2), (3, -4))


def test_there_a_title_keeps_its_room_above_its_boundary() -> None:
    plan, placed = _placed(30, 20, 10, sideways=True)
    titled = plan._replace(groups=(SizedGroup(-1, 80, 20),))
    assert as_declared(titled, placed) is placed


@pytest.mark.parametrize("xs", [(10, 20, 30), (20, 10), (10,), (10, 30, 20)])
def test_else_nothing_changes(xs: tuple[float, ...]) -> None:
    plan, placed = _placed(*xs)
    made = as_declared(plan, placed)
    assert (made is placed) == (xs != (20, 10))


@pytest.mark.parametrize("name", NARROW)
def test_mirror_images_are_as_clean(engine: WasmLayout, name: str) -> None:
    sized = size(NARROW[name])
    flow: Flow = "LR" if len(name) % 2 else "TB"
    plan = sized.plan(flow)
    (placed,) = engine.place([plan])
    made = as_declared(plan, placed)
    assert as_declared(plan, made) == made
    assert faults(sized, arrange(plan, made)) == {}
