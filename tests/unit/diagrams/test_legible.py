"""The words of a picture on a page: never smaller than 10 px, and seldom cut off by the frame."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import gate_graphs
import pytest

import sphinx_archdoc
from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.boxes import FACES
from sphinx_archdoc.diagrams.legible import LEAST_TEXT, least_width
from sphinx_archdoc.diagrams.score import PAGE
from sphinx_archdoc.diagrams.sequence.words import FACES as SEQUENCE_FACES
from sphinx_archdoc.diagrams.timeline.placed import FACES as TIMELINE_FACES

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.drawing import Drawing
    from sphinx_archdoc.diagrams.wasm import WasmLayout

GRAPHS = {name: g for name, g in gate_graphs.graphs().items() if len(g.nodes) <= 30}
CSS = Path(sphinx_archdoc.__file__).parent / "static" / "archdoc-pictures.css"


@pytest.fixture(scope="module")
def drawn(engine: WasmLayout) -> dict[str, Drawing]:
    return {name: graph_picture.draw(graph, lambda: engine) for name, graph in GRAPHS.items()}


def _smallest(drawing: Drawing) -> float:
    return min(float(size) for size in re.findall(r' font-size="([0-9.]+)"', drawing.svg))


def test_words_are_never_too_small(drawn: dict[str, Drawing]) -> None:
    """A frame in a text column shows a picture between its least and its own width."""
    for name, drawing in drawn.items():
        least = least_width(drawing.svg, drawing.width)
        shown = max(least, min(drawing.width, PAGE[0]))
        assert _smallest(drawing) * shown / drawing.width >= LEAST_TEXT - 0.001, name
        assert least <= drawing.width


def test_pictures_up_to_a_dozen_boxes_hardly_scroll(drawn: dict[str, Drawing]) -> None:
    least = {
        name: least_width(drawing.svg, drawing.width)
        for name, drawing in drawn.items()
        if len(GRAPHS[name].nodes) <= 12
    }
    assert max(least.values()) <= 1.25 * PAGE[0]
    assert sum(width > 1.01 * PAGE[0] for width in least.values()) <= 0.1 * len(least)


def test_even_small_print_may_shrink_a_little() -> None:
    """Whatever is drawn keeps some room between its smallest words and the limit."""
    sizes = [face[0] for face in (*FACES.values(), *SEQUENCE_FACES.values())]
    sizes += [face[0] for face in TIMELINE_FACES.values()]
    assert min(sizes) >= 1.1 * LEAST_TEXT


@pytest.mark.parametrize(
    ("svg", "least"),
    [
        ('<text font-size="20">a</text><text font-size="12.5">b</text>', 800),
        ('<text style="font-size: 16px">a</text>', 625),
        ('<text style="fill:red;font-size:40px">a</text>', 250),
        ('<text font-size="8">a</text>', 1000),
        ('<text font-size="0">a</text>', 1000),
        ("<path/>", 1000),
    ],
)
def test_the_least_width_follows_from_the_smallest_words(svg: str, least: float) -> None:
    assert least_width(svg, 1000) == least


def test_the_style_sheet_keeps_to_it() -> None:
    rules = re.findall(r"\.arch-svg\{([^}]*)\}", CSS.read_text(encoding="utf-8"))
    assert [rule for rule in rules if "min-width" in rule] == [
        "max-width:100%;min-width:var(--arch-least,0);height:auto"
    ]


def test_a_picture_wider_than_its_frame_has_a_bar_that_is_seen() -> None:
    rules = CSS.read_text(encoding="utf-8")
    height = re.search(r"\.arch-canvas::-webkit-scrollbar\{[^}]*height:\.(\d+)rem", rules)
    assert height is not None
    assert float(f"0.{height[1]}") * 16 >= 10
    # A colour or width of the newer properties would switch the drawn bar off.
    inside = rules[rules.index("@supports selector(::-webkit-scrollbar)") :]
    assert ".arch-canvas{scrollbar-width:auto;scrollbar-color:auto}" in inside
