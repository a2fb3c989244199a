"""The gate can fail: each kind of fault is found where it is made on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import diagram_samples as samples
import pytest
from gate_measure import faults

from sphinx_archdoc.diagrams.arrange import lay_out
from sphinx_archdoc.diagrams.layout import PlacedEdge, PlacedGroup, Rect
from sphinx_archdoc.diagrams.sizing import size

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.layout import Arrangement
    from sphinx_archdoc.diagrams.wasm import WasmLayout

SIZED = size(samples.shop())


@pytest.fixture(scope="module")
def layout(engine: WasmLayout) -> Arrangement:
    return lay_out(SIZED.plan("TB"), engine)


def _moved(rect: Rect, x: float, y: float) -> Rect:
    return rect._replace(x=rect.x + x, y=rect.y + y)


def _box(index: int, rect: Callable[[Arrangement], Rect]) -> Callable[[Arrangement], Arrangement]:
    def change(made: Arrangement) -> Arrangement:
        boxes = list(made.boxes)
        boxes[index] = rect(made)
        return made._replace(boxes=tuple(boxes))

    return change


def _edge(index: int, edge: Callable[[PlacedEdge], PlacedEdge]) -> Callable[..., Arrangement]:
    def change(made: Arrangement) -> Arrangement:
        edges = list(made.edges)
        edges[index] = edge(edges[index])
        return made._replace(edges=tuple(edges))

    return change


def _title(made: Arrangement) -> Arrangement:
    (group,) = made.groups
    box = made.boxes[2]
    title = group.title._replace(x=box.x + 2, y=box.y + 2)
    return made._replace(groups=(PlacedGroup(group.rect, title),))


FAULTS: dict[str, Callable[[Arrangement], Arrangement]] = {
    "box on box": _box(3, lambda made: _moved(made.boxes[2], 5, 5)),
    "box outside its boundary": _box(2, lambda made: _moved(made.boxes[2], 4000, 0)),
    "box on a boundary": _box(0, lambda made: _moved(made.boxes[2], 0, -30)),
    "line through box": _edge(0, lambda e: e._replace(lines=(((0, 40), (700, 40)),))),
    "line ends nowhere": _edge(0, lambda e: e._replace(lines=(((0, 0), (0, 50)),))),
    "line with a gap": _edge(0, lambda e: e._replace(lines=(*e.lines, ((0, 0), (0, 50))))),
    "line on line": lambda made: made._replace(edges=(made.edges[1], *made.edges[1:])),
    "label on label": lambda made: made._replace(
        edges=(made.edges[0]._replace(label=made.edges[1].label), *made.edges[1:])
    ),
    "label on box": lambda made: _edge(0, lambda e: e._replace(label=made.boxes[0]))(made),
    "label on boundary": lambda made: _edge(
        0, lambda e: e._replace(label=_moved(made.groups[0].rect, -9, -9))
    )(made),
    "title on box": _title,
    "text outside its box": _box(0, lambda made: made.boxes[0]._replace(width=20)),
    "outside the picture": lambda made: made._replace(width=made.width - 40),
    "arrow head hidden": _edge(
        0, lambda e: e._replace(lines=(*e.lines[:-1], (*e.lines[-1], e.lines[-1][-1])))
    ),
}


def test_the_picture_itself_is_clean(layout: Arrangement) -> None:
    assert faults(SIZED, layout) == {}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(layout: Arrangement, name: str) -> None:
    assert name in faults(SIZED, FAULTS[name](layout))
