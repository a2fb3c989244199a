from __future__ import annotations

import re
from math import hypot
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape as xml

import pytest
from diagram_samples import five, odd, shop, thirty, twelve
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.pgf import PgfError, pgf
from sphinx_archdoc.diagrams.pgf.geometry import Matrix, steps, transform
from sphinx_archdoc.diagrams.svg import fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.graph import Graph
    from sphinx_archdoc.diagrams.wasm import WasmLayout

POINT = re.compile(r"\\pgfqpoint\{(-?[\d.]+)bp\}\{(-?[\d.]+)bp\}")
TEXT = re.compile(
    r"\\archdoctext\{(.*?)\}\{(.*?)bp\}\{(.*?)bp\}\{(.*?)bp\}\{(.*?)bp\}\{(.*)\}", re.DOTALL
)


SMALL = '<rect width="10" height="5"/>'


def picture(body: str, *, size: str = "0 0 100 100") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}">{body}</svg>'


def lines(body: str, **more: str) -> list[str]:
    made = pgf(picture(body, **more), escape=lambda text: text, link=lambda to: f"\\to[{to}]")
    return made.splitlines()


def points(line: str) -> list[tuple[float, float]]:
    """Return the points of a line of PGF in px, y downwards."""
    return [(float(x) / 0.75, 100 - float(y) / 0.75) for x, y in POINT.findall(line)]


# -- shapes ------------------------------------------------------------------------------------


def test_size_is_that_of_the_picture() -> None:
    first = lines("", size="0 0 400 200")[0]
    assert "{\\pgfpointorigin}{\\pgfqpoint{300bp}{150bp}}\\pgfusepath{use as bounding box}" in first


def test_a_line_with_its_pen() -> None:
    found = lines(
        '<path d="M10 20L30 40" fill="none" stroke="#8a909b" stroke-width="2" '
        'stroke-dasharray="6 4" stroke-linecap="round"/>'
    )
    assert "\\definecolor{archdoc8A909B}{HTML}{8A909B}" in found
    assert "\\pgfsetlinewidth{1.5bp}" in found
    assert "\\pgfsetdash{{4.5bp}{3bp}}{0pt}" in found
    assert "\\pgfsetroundcap" in found
    assert points(found[-1]) == [(10, 20), (30, 40)]
    assert found[-1].endswith("\\pgfusepath{stroke}")


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        ('<rect x="10" y="20" width="30" height="40"/>', (10, 20, 40, 60)),
        ('<rect x="10" y="20" width="30" height="40" rx="7"/>', (10, 20, 40, 60)),
        ('<rect x="10" y="20" width="30" height="40" rx="90" ry="3"/>', (10, 20, 40, 60)),
        ('<circle cx="50" cy="50" r="20"/>', (30, 30, 70, 70)),
        ('<ellipse cx="50" cy="50" rx="20" ry="10"/>', (30, 40, 70, 60)),
        ('<polygon points="10,10 30,10 20,40"/>', (10, 10, 30, 40)),
        ('<polyline points="10 10 30 10 20 40"/>', (10, 10, 30, 40)),
        ('<line x1="5" y1="6" x2="7" y2="80"/>', (5, 6, 7, 80)),
        ('<path d="M10 10h20v30H10z"/>', (10, 10, 30, 40)),
        ('<path d="m10,10 20,0 0,30-20,0Z"/>', (10, 10, 30, 40)),
        (f'<g transform="translate(5 6) scale(2)">{SMALL}</g>', (5, 6, 25, 16)),
        (f'<g transform="rotate(90 10 10)">{SMALL}</g>', (15, 0, 20, 10)),
        (f'<svg x="9" y="9" width="20" height="20" viewBox="0 0 10 10">{SMALL}</svg>',
         (9, 9, 29, 19)),
        ('<rect style="fill:red" x="1" y="2" width="3" height="4"/>', (1, 2, 4, 6)),
    ],
)  # fmt: skip
def test_shapes_cover_what_they_cover_in_svg(shape: str, box: tuple[float, ...]) -> None:
    found = points(lines(shape)[-1])
    xs, ys = zip(*found, strict=True)
    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx(box, abs=0.01)


@given(
    rx=st.floats(1, 50), ry=st.floats(1, 50), turn=st.floats(0, 360), large=st.booleans(),
    sweep=st.booleans(), x=st.floats(-40, 40), y=st.floats(-40, 40),
)  # fmt: skip
def test_arcs_run_where_they_run_in_svg(
    rx: float, ry: float, turn: float, large: bool, sweep: bool, x: float, y: float
) -> None:
    from svg.path import Arc

    if hypot(x, y) < 1:
        return
    arc = Arc(0j, complex(rx, ry), turn, large, sweep, complex(x, y))
    data = f"M0 0A{rx} {ry} {turn} {int(large)} {int(sweep)} {x} {y}"
    made = steps("path", {"d": data})[1:]
    at = 0j
    for number, step in enumerate(made):
        one, two, end = (complex(*point) for point in step.points)
        middle = (at + 3 * one + 3 * two + end) / 8
        expected = arc.point((number + 0.5) / len(made))
        radius = max(rx, ry) * arc.radius_scale
        assert abs(middle - expected) < 0.001 * radius + 0.01
        at = end
    assert abs(at - complex(x, y)) < 0.01


def test_looks_are_inherited_and_style_wins() -> None:
    found = "\n".join(
        lines(
            '<g fill="#fff" stroke="rgb(255,0,0)" opacity=".5">'
            '<rect width="9" height="9" fill="#000" style="fill:#00f;stroke-opacity:.5"/></g>'
        )
    )
    assert "\\pgfsetfillcolor{archdoc0000FF}" in found
    assert "\\pgfsetfillopacity{0.5}" in found
    assert "\\pgfsetstrokecolor{archdocFF0000}" in found
    assert "\\pgfsetstrokeopacity{0.25}" in found
    assert found.endswith("\\pgfusepath{fill,stroke}")


def test_nothing_is_drawn_of_what_shows_nothing() -> None:
    hidden = (
        '<rect width="9" height="9" fill="none"/><g display="none"><circle r="4"/></g>'
        '<rect width="0" height="9"/><title>t</title><desc>d</desc><!-- c --><defs><path/></defs>'
        '<text visibility="hidden">x</text>'
    )
    assert lines(hidden) == lines("")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<image href="x.png"/>', "<image>"),
        ("<foreignObject><b>x</b></foreignObject>", "<foreignObject>"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "colour 'url"),
        ('<path d="M0 0 L broken"/>', "path"),
        ('<g transform="spin(3)"><rect/></g>', "transformation"),
        ('<text><textPath href="#p">x</textPath></text>', "along a path"),
        ('<path d="M0 0L99999 0" stroke="red"/>', "larger than LaTeX"),
    ],
)
def test_what_cannot_be_drawn_is_said(body: str, why: str) -> None:
    with pytest.raises(PgfError, match=why):
        lines(body)


@pytest.mark.parametrize(
    "body",
    [
        '<path d="z"/>',
        '<path d="A0 0 1 1 1"/>',
        '<g transform="rotate(1e400)"><rect width="1" height="1"/></g>',
        '<g transform="skewX(-1e400)"><rect width="1" height="1"/></g>',
        '<line x1="1e400" x2="1" stroke="red"/>',
        '<line x2="9" stroke="red" stroke-width="1e400"/>',
        '<text font-size="1e400">a</text>',
    ],
)
def test_numbers_without_end_and_broken_paths_are_said(body: str) -> None:
    with pytest.raises(PgfError):
        lines(body)


@pytest.mark.parametrize("text", ["", "<svg", "no xml", "<svg viewBox='0 0 0 0'/>"])
def test_no_picture(text: str) -> None:
    with pytest.raises(PgfError):
        pgf(text, escape=str, link=str)


# -- texts and links ---------------------------------------------------------------------------


def test_text_stands_at_its_place_in_its_look() -> None:
    found = lines(
        '<text x="50" y="30" text-anchor="middle" font-size="12" font-weight="600" '
        'fill="#123456">Web shop</text>'
    )
    anchor, x, y, size, room, words = TEXT.fullmatch(found[-1]).groups()  # type: ignore[union-attr]
    assert (anchor, x, y, size) == ("center", "37.5", "52.5", "9")
    assert float(room) > 30
    assert words == "{\\color{archdoc123456}\\bfseries Web shop}"


def test_runs_and_lines() -> None:
    found = lines(
        '<text x="5" y="10">a<tspan font-weight="bold">b</tspan>'
        '<tspan x="5" dy="1.2em">c</tspan><tspan x="5" y="50">d</tspan></text>'
    )
    said = [TEXT.fullmatch(line).groups() for line in found if "archdoctext" in line]  # type: ignore[union-attr]
    assert [re.findall(r" (\w)\}", words) for *_, words in said] == [["a", "b"], ["c"], ["d"]]
    assert [100 - float(y) / 0.75 for _, _, y, *_ in said] == pytest.approx([10, 29.2, 50])


def test_turned_text() -> None:
    found = lines('<g transform="rotate(-90 20 30)"><text x="20" y="30">up</text></g>')
    assert found[-1].startswith("\\archdoctext{left,rotate=90}")


def test_a_link_covers_what_it_holds() -> None:
    found = lines('<a href="#page:api"><rect x="10" y="20" width="40" height="20"/></a>')
    assert found[-1] == "\\archdoclink{7.5bp}{45bp}{30bp}{15bp}{\\to[#page:api]}"
    assert lines('<a><rect width="9" height="9"/></a>') == lines('<rect width="9" height="9"/>')


@given(st.text(min_size=1))
def test_text_is_given_to_the_escape_and_nowhere_else(text: str) -> None:
    safe = "".join(char for char in text if char.isprintable())
    seen: list[str] = []
    pgf(
        picture(f'<text x="1" y="1">{xml(safe)}</text>'),
        escape=lambda words: seen.append(words) or "",
        link=str,
    )
    assert "".join(seen).split() == safe.split()
    made = pgf(picture(f'<text x="1" y="1">{xml(safe)}</text>'), escape=lambda _: "W", link=str)
    assert made.isascii()


def test_transformations() -> None:
    assert transform("") == Matrix()
    assert transform("translate(3)").of((1, 1)) == (4, 1)
    assert transform("matrix(1 2 3 4 5 6)").of((1, 1)) == (9, 12)
    assert transform("skewX(45) scale(2 3)").of((1, 1)) == pytest.approx((5, 3))


# -- whole pictures ----------------------------------------------------------------------------


@pytest.mark.parametrize("make", [five, shop, twelve, thirty, odd], ids=lambda make: make.__name__)
def test_whole_pictures_can_be_drawn(make: Callable[[], Graph], engine: WasmLayout) -> None:
    graph = make()
    svg = fill(graph_picture.draw(graph, lambda: engine).svg, {}, "p")
    made = pgf(svg, escape=str, link=str)
    assert made == pgf(svg, escape=str, link=str)
    assert made.count("{") == made.count("}")
    words = " ".join(re.findall(r"(?<= )[^{}\\]+(?=\})", made))
    for node in graph.nodes:
        assert node.title.split()[0] in words
