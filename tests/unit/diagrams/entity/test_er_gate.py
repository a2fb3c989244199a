"""Measured, not looked at: what must never happen in an entity-relationship picture."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot
from typing import TYPE_CHECKING

import pytest
from er_samples import ENDS, GRAPHS
from hypothesis import given, settings
from hypothesis import strategies as st
from rectangles import crosses, overlap

from sphinx_archdoc.diagrams.arrange import lay_out
from sphinx_archdoc.diagrams.boxes import FACES
from sphinx_archdoc.diagrams.entity.data import Column, Entity, EntityGraph, Relation
from sphinx_archdoc.diagrams.entity.feet import REACH, SPREAD
from sphinx_archdoc.diagrams.entity.sizing import size
from sphinx_archdoc.diagrams.entity.table import NAME, PAD, SMALL, SUB, TITLE
from sphinx_archdoc.diagrams.layout import Rect
from sphinx_archdoc.diagrams.metrics import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.entity.sizing import Sized
    from sphinx_archdoc.diagrams.entity.table import Row
    from sphinx_archdoc.diagrams.layout import Arrangement, Flow, Line, PlacedEdge
    from sphinx_archdoc.diagrams.wasm import WasmLayout

FLOWS: tuple[Flow, ...] = ("TB", "LR", "BT", "RL")


def _foot(line: Line) -> Rect:
    """Return the place of the foot at the last point of a line."""
    (ax, ay), (bx, by) = line[-2:]
    length = hypot(bx - ax, by - ay)
    x, y = bx + (ax - bx) / length * REACH, by + (ay - by) / length * REACH
    if ax == bx:
        return Rect(bx - SPREAD, min(y, by), 2 * SPREAD, REACH)
    return Rect(min(x, bx), by - SPREAD, REACH, 2 * SPREAD)


def _ends(edge: PlacedEdge) -> tuple[Line, Line]:
    return edge.lines[0][::-1], edge.lines[-1]


def faults(sized: Sized, layout: Arrangement) -> list[str]:
    """Return what is wrong with a layout."""
    return [*_box_faults(sized, layout), *_line_faults(layout), *_foot_faults(layout)]


def _box_faults(sized: Sized, layout: Arrangement) -> Iterator[str]:
    labels = [e.label for e in layout.edges if e.label]
    yield from ("boxes overlap" for a, b in combinations(layout.boxes, 2) if overlap(a, b))
    yield from ("labels overlap" for a, b in combinations(labels, 2) if overlap(a, b))
    yield from ("label on a box" for a in labels for b in layout.boxes if overlap(a, b))
    feet = [_foot(line) for edge in layout.edges for line in _ends(edge)]
    for rect in (*layout.boxes, *labels, *feet):
        if min(rect.x, rect.y, layout.width - rect.right, layout.height - rect.bottom) < 0:
            yield "something is outside the picture"
    for rect, table in zip(layout.boxes, sized.tables, strict=True):
        if rect.width < table.width - 0.01 or rect.height < table.height - 0.01:
            yield "a table does not fit its box"


def _line_faults(layout: Arrangement) -> Iterator[str]:
    solids = [*layout.boxes, *(e.label for e in layout.edges if e.label)]
    for number, edge in enumerate(layout.edges):
        for line in edge.lines:
            yield from (f"line {number} through {s}" for s in solids if crosses([line], s))
        for line in _ends(edge):
            (ax, ay), (bx, by) = line[-2:]
            if hypot(bx - ax, by - ay) < REACH + 6:
                yield f"line {number} has no room for a foot"


def _foot_faults(layout: Arrangement) -> Iterator[str]:
    labels = [e.label for e in layout.edges if e.label]
    feet = [(i, _foot(line)) for i, edge in enumerate(layout.edges) for line in _ends(edge)]
    for (i, a), (j, b) in combinations(feet, 2):
        if overlap(a, b, by=0.1):
            yield f"the feet of {i} and {j} touch"
    for i, foot in feet:
        yield from (f"foot of {i} on a label" for b in labels if overlap(foot, b))
        yield from (f"foot of {i} in a box" for b in layout.boxes if overlap(foot, b, by=1))
        for j, edge in enumerate(layout.edges):
            if j != i and crosses(edge.lines, foot):
                yield f"line {j} through the foot of {i}"


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("data", GRAPHS, ids=lambda g: g.title)
def test_nothing_touches(data: EntityGraph, flow: Flow, engine: WasmLayout) -> None:
    sized = size(data)
    layout = lay_out(sized.plan(flow), engine)
    assert faults(sized, layout) == []


def _spans(row: Row, at: tuple[float, float, float, float]) -> list[tuple[float, float]]:
    """Return where the texts of a row begin and end, those that are there."""
    texts = ((row.name, NAME), (row.type, SMALL), (row.comment, SMALL))
    spans = [
        (x, x + max(text_width(line, px) for line in lines))
        for (lines, px), x in zip(texts, at[:3], strict=True)
        if lines
    ]
    keys = text_width(row.keys, SMALL)
    return [*spans, (at[3] - keys, at[3])] if keys else spans


@pytest.mark.parametrize("data", GRAPHS, ids=lambda g: g.title)
def test_text_fits_its_place(data: EntityGraph) -> None:
    sized = size(data)
    for table in sized.tables:
        room = table.width - 2 * PAD + 0.01
        assert all(text_width(t, TITLE, bold=True) <= room for t in table.titles)
        assert text_width(table.subtitle, SUB) <= room
        for row in table.rows:
            spans = _spans(row, table.at)
            assert all(before[1] <= after[0] for before, after in pairwise(spans))
            assert spans[0][0] >= PAD
            assert spans[-1][1] <= table.width - PAD + 0.01
    for card in sized.labels:
        for line in card.lines:
            px, bold = FACES[line.face]
            half = text_width(line.text, px, bold=bold) / 2
            assert line.x - half >= 0
            assert line.x + half <= card.width


def test_long_texts_of_a_column_are_drawn_whole() -> None:
    name = "a_column_with_a_name_that_is_much_longer_than_any_name_should_be"
    kind = "enum(requested, confirmed, picked up, on its way, delivered, returned)"
    comment = "As it was when the order was placed, before any voucher or return"
    first = Column(name=name, type=kind, comment=comment, keys=("PK",))
    second = Column(name="b", type="decimal(8,2)")
    drawn = size(
        EntityGraph(title="T", entities=(Entity(id="e", title="E", columns=(first, second)),))
    )
    long, short = drawn.tables[0].rows
    assert ("".join(long.name), " ".join(long.type), " ".join(long.comment)) == (
        name,
        kind,
        comment,
    )
    assert all(line.endswith("_") for line in long.name[:-1])
    assert (short.top, short.height) == (long.height, 20)
    assert drawn.tables[0].height == drawn.tables[0].head + long.height + short.height + 6


_NAMES = st.sampled_from(["a", "b", "c", "d", "e", "f"])
_RELATIONS = st.builds(
    Relation,
    source=_NAMES,
    target=_NAMES,
    source_end=st.sampled_from(ENDS),
    target_end=st.sampled_from(ENDS),
    identifying=st.booleans(),
    label=st.sampled_from(["", "has", "a label of several words", "x" * 40]),
)
_SIZES = st.lists(st.integers(0, 12), min_size=6, max_size=6)


@settings(max_examples=25, deadline=None)
@given(_SIZES, st.lists(_RELATIONS, max_size=12), st.sampled_from(FLOWS))
def test_nothing_touches_in_any_picture(
    engine: WasmLayout, sizes: list[int], relations: list[Relation], flow: Flow
) -> None:
    entities = tuple(
        Entity(
            id=name,
            title=name * count or name,
            columns=tuple(Column(name=f"c{i}", type="int") for i in range(count)),
        )
        for name, count in zip("abcdef", sizes, strict=True)
    )
    sized = size(EntityGraph(title="Any", entities=entities, relations=tuple(relations)))
    layout = lay_out(sized.plan(flow), engine)
    assert faults(sized, layout) == []
