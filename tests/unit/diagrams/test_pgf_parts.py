"""Where a high picture is cut: between its rows, where only upright lines pass."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from diagram_samples import thirty
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.pgf import Part, parts, pgf
from sphinx_archdoc.diagrams.svg import fill

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.wasm import WasmLayout


def picture(body: str, height: float) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 {height}">{body}</svg>'


def box(top: float, height: float = 40) -> str:
    return f'<rect x="10" y="{top}" width="80" height="{height}" fill="#ffffff" stroke="#000000"/>'


LINE = '<path d="M50 {}L50 {}" fill="none" stroke="#000000"/>'
FRAME = '<rect x="1" y="1" width="98" height="{}" fill="#eeeeee" stroke="#000000"/>'


def test_boxes_and_words_stay_whole() -> None:
    body = FRAME.format(398) + "".join(box(n * 100 + 30) for n in range(4))
    body += "".join(LINE.format(n * 100 + 70, n * 100 + 130) for n in range(3))
    body += '<text x="50" y="100" font-size="12">calls</text>'
    (first, second) = parts(picture(body, 400), 250)
    assert first == Part(0, second.top)
    assert second == Part(first.bottom, 400)
    assert 170 < first.bottom < 230


def test_where_fewer_lines_pass_is_better() -> None:
    body = box(10) + box(100) + box(190)
    many = "".join(f'<path d="M{x} 50L{x} 100" stroke="#000" fill="none"/>' for x in range(20, 60))
    few = "".join(f'<path d="M{x} 140L{x} 190" stroke="#000" fill="none"/>' for x in range(20, 60))
    assert 50 < parts(picture(body + few, 240), 180)[0].bottom < 190
    assert parts(picture(body + many, 240), 180)[0].bottom > 140


def test_what_fits_and_what_cannot_be_cut_stays_one() -> None:
    assert parts(picture(box(10), 100), 100) == [Part(0, 100)]
    nothing = '<path d="" fill="#000000"/><polyline points="" stroke="#000000"/>'
    assert parts(picture(nothing, 400), 150) == [Part(0, 400)]
    steps = "".join(f'<path d="M0 {y}L100 {y + 9}" stroke="#000000"/>' for y in range(0, 400, 5))
    assert parts(picture(steps, 400), 150) == [Part(0, 400)]


@given(st.lists(st.floats(10, 60), min_size=1, max_size=20), st.floats(150, 400))
def test_parts_follow_each_other_and_cut_no_box(heights: list[float], most: float) -> None:
    body, top, boxes = "", 0.0, []
    for height in heights:
        boxes.append((top + 12, top + 12 + height))
        body += box(top + 12, height)
        top += height + 24
    found = parts(picture(body, top), most)
    assert (found[0].top, found[-1].bottom) == (0, top)
    for one, two in pairwise(found):
        assert one.bottom == two.top
        assert one.bottom - one.top <= most
        assert not any(first < one.bottom < last for first, last in boxes)


def test_each_word_and_link_is_in_one_part(engine: WasmLayout) -> None:
    drawn = graph_picture.draw(thirty(), lambda: engine)
    ids = re.findall(r"\x00(\w[^\x00]*)\x00", drawn.svg)
    svg = fill(drawn.svg, dict.fromkeys(ids, "#there"), "p")

    def words(part: Part | None) -> list[str]:
        made = pgf(svg, escape=str, link=lambda to: f"\\to[{to}]", part=part)
        return sorted(re.findall(r"\\archdoctext\{.*?\{\{(.*)\}\}$", made, re.MULTILINE))

    found = parts(svg, drawn.height / 1.9)
    assert len(found) > 1
    assert sorted(word for part in found for word in words(part)) == words(None)
    for part in found:
        size = f"{{{(part.bottom - part.top) * 0.75:.3f}".rstrip("0").rstrip(".")
        first = pgf(svg, escape=str, link=str, part=part).splitlines()[0]
        assert size in first
        assert "clip" in first
