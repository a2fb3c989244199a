"""The gate of pictures: exact geometry over a fixed corpus, crossings and area against a record.

``gate.json`` holds per graph: width, height, crossings, and the crossings and area of plain
Graphviz with the same boxes and labels. After a change that makes pictures better, write it anew:
``ARCHDOC_GATE=write python -m pytest tests/unit/diagrams/test_gate.py``.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import gate_graphs
import gate_plain
import pytest
from gate_measure import faults

from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.arrange import lay_out
from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.metrics import text_width
from sphinx_archdoc.diagrams.sizing import size
from sphinx_archdoc.diagrams.svg import fill

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Flow
    from sphinx_archdoc.diagrams.wasm import WasmLayout

SVG = "{http://www.w3.org/2000/svg}"
RECORD = Path(__file__).with_name("gate.json")
GRAPHS = gate_graphs.graphs()


@pytest.fixture(scope="module")
def made(engine: WasmLayout) -> dict[str, dict[str, float]]:
    """What the corpus comes to today."""
    out = {}
    for name, graph in GRAPHS.items():
        sized = size(graph)
        found = choose(sized, engine)
        plain, area = gate_plain.plain(sized, engine.run)
        out[name] = {
            "width": found.layout.width,
            "height": found.layout.height,
            "crossings": found.crossings,
            "plain": plain,
            "area": round(found.layout.width * found.layout.height / area, 2),
        }
    if os.environ.get("ARCHDOC_GATE") == "write":
        rows = [f'"{name}": {json.dumps(row)}' for name, row in out.items()]
        RECORD.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    return out


def test_the_corpus_is_large() -> None:
    assert len(GRAPHS) >= 60
    assert max(len(g.nodes) for g in GRAPHS.values()) == 80


@pytest.mark.parametrize("name", GRAPHS)
def test_nothing_overlaps_or_is_cut(engine: WasmLayout, name: str) -> None:
    chosen = choose(size(GRAPHS[name]), engine)
    assert faults(chosen.sized, chosen.layout) == {}


@pytest.mark.parametrize("flow", ["TB", "LR", "BT", "RL"])
def test_every_direction_an_author_asks_for_is_as_clean(engine: WasmLayout, flow: Flow) -> None:
    for name, graph in GRAPHS.items():
        if len(graph.nodes) <= 14:
            sized = size(graph)
            layout = lay_out(sized.plan(flow), engine)
            assert faults(sized, layout) == {}, name


@pytest.mark.parametrize("seed", range(24))
def test_graphs_without_any_sense_are_as_clean(engine: WasmLayout, seed: int) -> None:
    sized = size(gate_graphs.anything(seed))
    flow: Flow = ("TB", "LR", "BT", "RL")[seed % 4]  # type: ignore[assignment]
    layout = lay_out(sized.plan(flow, guests_last=seed % 3 == 0), engine)
    assert faults(sized, layout) == {}


def test_crossings_and_area_are_as_recorded(made: dict[str, dict[str, float]]) -> None:
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    assert made.keys() == record.keys()
    worse = {
        name: (row, record[name])
        for name, row in made.items()
        if row["crossings"] > record[name]["crossings"]
        or row["width"] * row["height"] > 1.02 * record[name]["width"] * record[name]["height"]
    }
    assert not worse


def test_lines_cross_no_more_than_in_plain_graphviz(made: dict[str, dict[str, float]]) -> None:
    ours = sum(row["crossings"] for row in made.values())
    assert ours <= 0.9 * sum(row["plain"] for row in made.values())
    worse = {
        name: row["crossings"] - row["plain"]
        for name, row in made.items()
        if row["crossings"] > row["plain"]
    }
    assert not worse


def test_pictures_suit_the_page(made: dict[str, dict[str, float]]) -> None:
    """Up to a dozen boxes are readable at the width of a page, and no picture is a ribbon."""
    for name, row in made.items():
        boxes = len(GRAPHS[name].nodes)
        assert row["width"] <= 4 * row["height"] or boxes <= 2, name
        if boxes <= 12:
            assert row["width"] <= 1100, name


@pytest.mark.parametrize("name", GRAPHS)
def test_the_svg_shows_all_of_it(engine: WasmLayout, name: str) -> None:
    """Every text lies within the picture, every box is there, every line has its arrow heads."""
    graph = GRAPHS[name]
    drawn = graph_picture.draw(graph, lambda: engine)
    root = ET.fromstring(fill(drawn.svg, {}, "p"))  # noqa: S314 - our own
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for text in root.iter(f"{SVG}text"):
        size_px = float(text.attrib["font-size"])
        bold = "font-weight" in text.attrib
        half = text_width("".join(text.itertext()), size_px, bold=bold) / 2
        x, y = float(text.attrib["x"]), float(text.attrib["y"])
        left = x if text.attrib["text-anchor"] == "start" else x - half
        assert left >= 0
        assert left + 2 * half <= width
        assert size_px * 0.7 <= y <= height - 1
    classes = [part for e in root.iter() for part in e.get("class", "").split()]
    assert classes.count("arch-node") == len(graph.nodes)
    assert classes.count("arch-bound") == len(graph.groups)
    lines = size(graph).edges
    assert classes.count("arch-edge") == len(lines)
    assert classes.count("arch-arrow") == sum(1 + e.both_ways for e in lines)
