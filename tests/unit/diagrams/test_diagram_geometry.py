"""Measured, not looked at: what must never happen in a picture."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import diagram_samples as samples
import pytest
from gate_measure import faults
from rectangles import crosses, inside, overlap, pieces

from sphinx_archdoc.diagrams.arrange import lay_out
from sphinx_archdoc.diagrams.boxes import FACES
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.diagrams.layout import Rect
from sphinx_archdoc.diagrams.metrics import text_width
from sphinx_archdoc.diagrams.sizing import size

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Arrangement, Flow
    from sphinx_archdoc.diagrams.sizing import Sized
    from sphinx_archdoc.diagrams.wasm import WasmLayout

GRAPHS = {
    "five": samples.five(),
    "shop": samples.shop(),
    "twelve": samples.twelve(),
    "thirty": samples.thirty(),
    "odd": samples.odd(),
    "dense": samples.dense(16, 30),
}
CASES = [(name, flow) for name in GRAPHS for flow in ("TB", "LR", "BT", "RL")]


@pytest.fixture(params=CASES, ids=lambda c: f"{c[0]}-{c[1]}")
def laid(request: pytest.FixtureRequest, engine: WasmLayout) -> tuple[Sized, Arrangement]:
    name, flow = request.param
    return _lay(engine, GRAPHS[name], flow)


_DONE: dict[tuple[str, str], tuple[Sized, Arrangement]] = {}


def _lay(engine: WasmLayout, graph: Graph, flow: Flow) -> tuple[Sized, Arrangement]:
    key = (graph.title, flow)
    if key not in _DONE:
        sized = size(graph)
        _DONE[key] = sized, lay_out(sized.plan(flow, guests_last=True), engine)
    return _DONE[key]


def test_boxes_do_notoverlap(laid: tuple[Sized, Arrangement]) -> None:
    _, layout = laid
    assert not [1 for a, b in combinations(layout.boxes, 2) if overlap(a, b)]


def test_boxes_lie_inside_their_boundaries_only(laid: tuple[Sized, Arrangement]) -> None:
    sized, layout = laid
    at = {g.id: p for g, p in zip(sized.graph.groups, layout.groups, strict=True)}
    parents = {g.id: g.parent for g in sized.graph.groups}
    for node, rect in zip(sized.graph.nodes, layout.boxes, strict=True):
        around, group = set(), node.group
        while group:
            around.add(group)
            group = parents[group]
        for name, placed in at.items():
            if name in around:
                assert inside(rect, placed.rect), (node.id, name)
                assert not overlap(rect, placed.title), (node.id, name)
            else:
                assert not overlap(rect, placed.rect), (node.id, name)


def test_boundaries_nest(laid: tuple[Sized, Arrangement]) -> None:
    sized, layout = laid
    at = {g.id: p.rect for g, p in zip(sized.graph.groups, layout.groups, strict=True)}
    parents = {g.id: g.parent for g in sized.graph.groups}
    for a, b in combinations(at, 2):
        if parents[a] == b:
            assert inside(at[a], at[b])
        elif parents[b] == a:
            assert inside(at[b], at[a])
        elif parents[a] == parents[b]:
            assert not overlap(at[a], at[b])


def test_lines_keep_out_of_boxes_labels_and_titles(laid: tuple[Sized, Arrangement]) -> None:
    _, layout = laid
    solids = [*layout.boxes, *(e.label for e in layout.edges if e.label)]
    solids += [g.title for g in layout.groups if g.title.height > 0]
    assert not [r for e in layout.edges for r in solids if crosses(e.lines, r)]


def test_labels_touch_nothing(laid: tuple[Sized, Arrangement]) -> None:
    _, layout = laid
    labels = [e.label for e in layout.edges if e.label]
    assert not [1 for a, b in combinations(labels, 2) if overlap(a, b)]
    others = [*layout.boxes, *(g.title for g in layout.groups)]
    assert not [1 for a in labels for b in others if overlap(a, b)]


def test_lines_begin_and_end_at_their_boxes(laid: tuple[Sized, Arrangement]) -> None:
    sized, layout = laid
    at = {n.id: r for n, r in zip(sized.graph.nodes, layout.boxes, strict=True)}
    for edge, placed in zip(sized.edges, layout.edges, strict=True):
        for (x, y), rect in (
            (placed.lines[0][0], at[edge.source]),
            (placed.lines[-1][-1], at[edge.target]),
        ):
            assert rect.x - 0.1 <= x <= rect.right + 0.1
            assert rect.y - 0.1 <= y <= rect.bottom + 0.1


def test_everything_is_inside_the_picture(laid: tuple[Sized, Arrangement]) -> None:
    _, layout = laid
    frame = Rect(0, 0, layout.width, layout.height)
    rects = [*layout.boxes, *(g.rect for g in layout.groups), *(g.title for g in layout.groups)]
    rects += [e.label for e in layout.edges if e.label] + [
        p for e in layout.edges for p in pieces(e.lines)
    ]
    assert all(inside(r, frame) for r in rects)


def test_text_fits_its_box(laid: tuple[Sized, Arrangement]) -> None:
    sized, _ = laid
    for card in (*sized.cards, *sized.labels):
        for line in card.lines:
            px, bold = FACES[line.face]
            half = text_width(line.text, px, bold=bold) / 2
            assert line.x - half >= 0
            assert line.x + half <= card.width
            assert px * 0.7 <= line.y <= card.height - 1


def test_no_line_lies_on_another(laid: tuple[Sized, Arrangement]) -> None:
    _, layout = laid
    parts = [(i, p) for i, e in enumerate(layout.edges) for p in pieces(e.lines)]
    for (i, a), (j, b) in combinations(parts, 2):
        if i == j:
            continue
        if a.width == b.width == 0 and abs(a.x - b.x) < 3:
            assert min(a.bottom, b.bottom) - max(a.y, b.y) <= 2
        if a.height == b.height == 0 and abs(a.y - b.y) < 3:
            assert min(a.right, b.right) - max(a.x, b.x) <= 2


def test_labels_lie_on_no_boundary_line(laid: tuple[Sized, Arrangement]) -> None:
    _, layout = laid
    for label in (e.label for e in layout.edges if e.label):
        for group in layout.groups:
            assert inside(label, group.rect) or not overlap(label, group.rect, by=0)


@pytest.mark.parametrize("flow", ["LR", "RL"])
def test_a_boundary_grows_until_its_title_has_room_beside_the_lines(
    engine: WasmLayout, flow: Flow
) -> None:
    """A line from inside leaves upwards, where the title would be."""
    graph = Graph(
        title="",
        nodes=(
            Node(id="a", title="A"),
            *(Node(id=name, title=name.upper(), group="g") for name in "bc"),
            Node(id="d", title="D", group="h"),
        ),
        groups=(
            Group(id="g", title="A title that is as long as they get"),
            Group(id="h", title="H"),
        ),
        edges=tuple(Edge(source=a, target=b) for a, b in ("ab", "bd", "bc")),
    )
    sized, layout = _lay(engine, graph, flow)
    assert faults(sized, layout) == {}
