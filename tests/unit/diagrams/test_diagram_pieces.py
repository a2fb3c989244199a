"""Small pieces of pictures on their own: outlines, titles, rows, the key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args
from xml.etree import ElementTree as ET

import pytest

from sphinx_archdoc.diagrams.graph import Graph, Group, Node, Shape
from sphinx_archdoc.diagrams.key import key
from sphinx_archdoc.diagrams.layout import Rect
from sphinx_archdoc.diagrams.palette import ROLES
from sphinx_archdoc.diagrams.passes import BOX_GAP, set_passes
from sphinx_archdoc.diagrams.rows import Border, Thing, Way, curve_at, set_rows
from sphinx_archdoc.diagrams.svg_outlines import meet, outline
from sphinx_archdoc.diagrams.svg_shapes import stroke
from sphinx_archdoc.diagrams.svg_swatch import swatch
from sphinx_archdoc.diagrams.titles import (
    TITLE_CLEAR,
    TITLE_LEFT,
    free_from,
    gap,
    title_spot,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

RECT = Rect(10, 20, 100, 60)


# -- outlines ----------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", get_args(Shape))
def test_outlines_are_svg(shape: Any) -> None:
    made = outline(Node(id="a", title="A", shape=shape, role="external"), RECT)
    root = ET.fromstring(f"<g>{made}</g>")  # noqa: S314 -- our own
    if shape == "start":
        assert root[0].get("class") == "arch-dot"
    else:
        assert root[0].get("class") == "arch-shape"
        assert root[0].get("stroke-dasharray")


@pytest.mark.parametrize("shape", get_args(Shape))
@pytest.mark.parametrize("end", [(35, 20), (35, 80), (10, 35), (110, 35)])
def test_lines_meet_every_shape_on_its_outline(shape: Any, end: Any) -> None:
    x, y = meet(Node(id="a", title="A", shape=shape), RECT, end)
    assert (x == end[0]) or (y == end[1])
    back = abs(x - end[0]) + abs(y - end[1])
    assert 0 <= back <= 26
    if shape == "diamond":
        assert abs(x - RECT.cx) / 50 + abs(y - RECT.cy) / 30 == pytest.approx(1)
    if shape in {"circle", "start", "end"}:
        assert ((x - RECT.cx) / 50) ** 2 + ((y - RECT.cy) / 30) ** 2 == pytest.approx(1)
    if shape in {"box", "person", "node", "rounded"}:
        assert back == 0


@pytest.mark.parametrize(
    ("shape", "end", "met"),
    [
        ("box", (110, 50), (110, 50)),
        ("cylinder", (60, 20), (60, 20)),
        ("cylinder", (60, 80), (60, 80)),
        ("cylinder", (10, 50), (10, 50)),
        ("queue", (110, 50), (110, 50)),
        ("queue", (10, 50), (10, 50)),
        ("queue", (60, 20), (60, 20)),
    ],
)
def test_lines_meet_the_middle_of_a_side(shape: Any, end: Any, met: Any) -> None:
    assert meet(Node(id="a", title="A", shape=shape), RECT, end) == met


def test_lines_reach_into_curved_sides() -> None:
    queue, store = (Node(id="a", title="A", shape=shape) for shape in ("queue", "cylinder"))
    assert 101 < meet(queue, RECT, (110, 30))[0] < 110
    assert 10 < meet(queue, RECT, (10, 30))[0] < 19
    assert 20 < meet(store, RECT, (20, 20))[1] < 29
    assert 71 < meet(store, RECT, (20, 80))[1] < 80


def test_strokes() -> None:
    line = ((0.0, 0.0), (50.0, 0.0), (50.0, 40.0))
    assert stroke(line, dashed=False, head=False, tail=False).count("arch-arrow") == 0
    both = stroke(line, dashed=True, head=True, tail=True)
    assert both.count("arch-arrow") == 2
    assert "stroke-dasharray" in both
    assert "Q50 0 " in both
    assert "nan" not in stroke(((1.0, 1.0), (1.0, 1.0)), dashed=False, head=True, tail=True)


# -- titles of boundaries ----------------------------------------------------------------------


def test_titles_keep_clear_of_lines() -> None:
    free, is_free = title_spot(30, 12, RECT, [])
    assert (free.x, free.y, is_free) == (23, 30, True)
    beside, is_free = title_spot(30, 12, RECT, [[((30.0, 0.0), (30.0, 90.0))]])
    assert beside.x > 30
    assert is_free
    walls = [[((x, 0.0), (x, 90.0))] for x in range(12, 110, 8)]
    assert title_spot(30, 12, RECT, walls) == (free, False)


def test_a_title_may_begin_behind_the_last_line_in_its_way() -> None:
    wall = ((40.0, 0.0), (40.0, 90.0))
    beyond = ((RECT.right + 20, 0.0), (RECT.right + 20, 90.0))
    assert free_from(30, 12, RECT, []) == RECT.x + TITLE_LEFT
    assert free_from(RECT.width, 12, RECT, [wall, beyond]) == 40 + TITLE_CLEAR


def test_lines_have_a_gap_under_words() -> None:
    spot = Rect(10, 10, 20, 10)
    down = ((20.0, 0.0), (20.0, 40.0))
    assert gap(down, spot) == [((20.0, 0.0), (20.0, 10)), ((20.0, 20), (20.0, 40.0))]
    assert gap(down[::-1], spot) == [((20.0, 40.0), (20.0, 20)), ((20.0, 10), (20.0, 0.0))]
    level = ((0.0, 15.0), (40.0, 15.0))
    assert gap(level, spot) == [((0.0, 15.0), (10, 15.0)), ((30, 15.0), (40.0, 15.0))]
    assert gap(level[::-1], spot) == [((40.0, 15.0), (30, 15.0)), ((10, 15.0), (0.0, 15.0))]
    for beside in (
        ((10.0, 0.0), (10.0, 40.0)),
        ((0.0, 10.0), (40.0, 10.0)),
        ((0.0, 5.0), (9.0, 5.0)),
    ):
        assert gap(beside, spot) == [beside]
    ends_inside = ((20.0, 0.0), (20.0, 15.0))
    assert gap(ends_inside, spot) == [((20.0, 0.0), (20.0, 10))]
    assert gap(((20.0, 12.0), (20.0, 18.0)), spot) == [((20.0, 12.0), (20.0, 18.0))]


# -- rows --------------------------------------------------------------------------------------


def test_rows_are_found_by_height() -> None:
    things = [Thing("b", 50, 10, 20, 10), Thing("a", 10, 10, 20, 10), Thing("c", 5, 90, 9, 9)]
    assert [[thing.name for thing in row] for row in set_rows(things)] == [["a", "b"], ["c"]]
    assert [thing.row for thing in things] == [0, 0, 1]


def test_rows_are_sorted_along_themselves() -> None:
    things = [Thing("b", 50, 10, 20, 10), Thing("a", 10, 10.5, 20, 10)]
    assert [[thing.name for thing in row] for row in set_rows(things)] == [["a", "b"]]


def test_curves() -> None:
    straight = [(0.0, 0.0), (0.0, 10.0), (0.0, 20.0), (0.0, 30.0)]
    assert curve_at(straight, 15, default=99) == 0
    assert curve_at(straight, 500, default=99) == 99
    assert curve_at([(7.0, 5.0)] * 4, 5, default=99) == 7
    assert curve_at([], 5, default=99) == 99


def way(upper: Thing, lower: Thing, *wanted: float, groups: Sequence[int] = ()) -> Way:
    return Way(0, upper, lower, list(wanted), frozenset(groups), frozenset(groups))


def test_a_crowded_row_is_passed_in_a_gap() -> None:
    wall = [Thing(f"w{n}", n * 30.0, 50, 22, 10) for n in range(-40, 41)]
    rows = set_rows([Thing("a", 0, 0, 20, 10), *wall, Thing("z", 0, 100, 20, 10)])
    one = way(rows[0][0], rows[2][0], 3.0)
    set_passes(rows, [one], [[], [], []])
    (place,) = one.passes
    assert all(place <= thing.start or place >= thing.end for thing in wall)
    assert abs(place) < 60
    # Inside a boundary the way stays inside, even where there is no room.
    two = way(rows[0][0], rows[2][0], 3.0, groups=[1])
    set_passes(rows, [two], [[], [Border(1, 100, 110, 170)], []])
    assert 110 <= two.passes[0] <= 170
    # A way that belongs to none keeps out.
    three = way(rows[0][0], rows[2][0], 130.0)
    set_passes(rows, [three], [[], [Border(1, 100, 110, 170)], []])
    assert not 100 <= three.passes[0] <= 170


def test_a_straight_way_keeps_its_distance() -> None:
    box = Thing("w", 0, 50, 40, 10)
    rows = set_rows([Thing("a", 0, 0, 20, 10), box, Thing("z", 0, 100, 20, 10)])
    ways = [way(rows[0][0], rows[2][0], 5.0), way(rows[0][0], rows[2][0], 5.0)]
    set_passes(rows, ways, [[], [], []])
    first, second = (passing.passes[0] for passing in ways)
    assert first >= box.end + BOX_GAP or first <= box.start - BOX_GAP
    assert first != second


# -- the key -----------------------------------------------------------------------------------


def test_boundaries_that_are_nodes_are_named_so() -> None:
    node = Group(id="g", title="G", role="node")
    assert [entry.role for entry in key(Graph(title="", groups=(node,)))] == ["node"]
    assert key(Graph(title="")) == ()


def test_the_key_has_the_shapes_and_colours_of_the_picture() -> None:
    nodes = (
        Node(id="db", title="DB", role="store", shape="cylinder"),
        Node(id="q", title="Q", role="store", shape="queue"),
        Node(id="x", title="X", role="external", shape="person"),
        Node(id="y", title="Y", role="external"),
    )
    entries = key(Graph(title="", nodes=nodes, groups=(Group(id="g", title="G", role="system"),)))
    assert [(entry.word, entry.role, entry.shape) for entry in entries] == [
        ("Data store", "store", "cylinder"),
        ("Queue", "store", "queue"),
        ("External", "external", "box"),
        ("Boundary", "system", ""),
    ]
    drawn = [swatch(entry) for entry in entries]
    assert len(set(drawn)) == len(drawn)
    assert ["stroke-dasharray" in svg for svg in drawn] == [False, False, True, True]
    assert ROLES["system"].bd in drawn[-1]
    assert "arch-bound" in drawn[-1]


def test_several_sorts_of_boundaries_have_names_of_their_own() -> None:
    groups = tuple(Group(id=role, title="", role=role) for role in ("system", "group", "node"))
    node = Node(id="a", title="A")
    found = [entry.word for entry in key(Graph(title="", nodes=(node,), groups=groups))]
    assert found == ["Software system", "Deployment node", "Boundary", "System boundary"]
