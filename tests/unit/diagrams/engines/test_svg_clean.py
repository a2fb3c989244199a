"""Foreign SVG: nothing that runs, loads or reaches out comes through, and it stays a picture."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams import svg_rules as rules
from sphinx_archdoc.diagrams.svg import fill
from sphinx_archdoc.diagrams.svg_clean import SvgError, clean
from sphinx_archdoc.diagrams.svg_foreign import adopt
from sphinx_archdoc.diagrams.svg_theme import PARTS

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.drawing import Drawing

SVG = "{http://www.w3.org/2000/svg}"
OPEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 20 10">'
)


def draw(body: str, **facts: str) -> Drawing:
    return adopt(f"{OPEN}{body}</svg>", {"#ffffff": "paper", "#000000": "ink"}, **facts)


def filled(body: str) -> str:
    return fill(draw(body, title="T").svg, {}, "p")


HOSTILE = [
    "<script>alert(1)</script>",
    '<script xlink:href="https://evil.example/x.js"/>',
    "<style>@import url(https://evil.example/x.css); body{display:none}</style>",
    '<g onload="alert(1)"><rect width="1" height="1" onclick="alert(1)"/></g>',
    '<a href="javascript:alert(1)"><rect width="1" height="1"/></a>',
    '<a xlink:href="java&#10;script:alert(1)"><rect width="1" height="1"/></a>',
    '<a href="data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;"><rect/></a>',
    '<a href="vbscript:x"><text>t</text></a>',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml" onclick="a()">x</p></foreignObject>',
    '<image href="https://evil.example/pixel.png" width="1" height="1"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="1" height="1"/>',
    '<use xlink:href="https://evil.example/x.svg#a"/>',
    '<rect style="fill:url(https://evil.example/x)" width="1" height="1"/>',
    '<rect fill="url(https://evil.example/x#a)" width="1" height="1"/>',
    '<rect style="background:url(javascript:alert(1));behavior:url(#x)" width="1" height="1"/>',
    '<rect style="fill:expression(alert(1))" width="1" height="1"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onmouseover" to="alert(1)"/>',
    '<rect width="1" height="1" class="admonition" id="top"/>',
    '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler>',
    '<svg onload="alert(1)"/>',
    '<text font-family="x&quot; onload=&quot;alert(1)">t</text>',
    '<filter id="f"><feImage href="https://evil.example/x"/></filter>',
    '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/>',
    "<?xml-stylesheet href='https://evil.example/x.css'?><rect/>",
    "<text>\x7f&#x202e;</text>",
]


@pytest.mark.parametrize("body", HOSTILE)
def test_hostile_pictures(body: str) -> None:
    svg = filled(body)
    root = fromstring(svg)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in rules.ELEMENTS
        for name, value in element.items():
            assert not name.lower().startswith("on")
            assert name != "style"
            assert "script" not in value.lower()
            assert "evil" not in value
        if "class" in element.attrib:
            assert all(word.startswith("arch-") for word in element.attrib["class"].split())
        if "id" in element.attrib:
            assert element.attrib["id"].startswith("p-")
    assert "evil" not in svg


def test_what_stays() -> None:
    body = (
        '<defs><marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2" orient="auto">'
        '<path d="M0,0L4,2L0,4z"/></marker><marker id="unused"/></defs>'
        '<a xlink:href="https://example.org/?a=1&amp;b=2"><rect width="5" height="5" '
        'style="fill: #fff !important; stroke-width:2px" fill="red"/></a>'
        '<path d="M0,0 L10,10" marker-end="url(#m)" stroke="#000"/>'
        '<text x="1" y="2" xml:space="preserve" font-family="Courier New">a<tspan dy="3"> b</tspan>'
        " c</text>"
    )
    root = fromstring(filled(body))
    assert root.attrib["role"] == "group"  # it holds a link
    assert root.attrib["aria-labelledby"] == "p-t"
    assert root.find(f"{SVG}title").attrib["id"] == "p-t"  # type: ignore[union-attr]
    (link,) = root.iter(f"{SVG}a")
    assert link.attrib["href"] == "https://example.org/?a=1&b=2"
    (rect,) = root.iter(f"{SVG}rect")
    assert rect.attrib == {
        "width": "5",
        "height": "5",
        "fill": PARTS["paper"],
        "stroke-width": "2px",
        "class": "arch-f-paper",
    }
    (marker, unused) = root.iter(f"{SVG}marker")
    assert marker.attrib["id"] == "p-e1"
    assert "id" not in unused.attrib
    assert root.findall(f"{SVG}path")[0].attrib["marker-end"] == "url(#p-e1)"
    (text,) = root.iter(f"{SVG}text")
    assert "".join(text.itertext()) == "a b c"
    assert text.attrib["font-family"] == "monospace"


def test_names_of_the_picture_itself() -> None:
    body = "<title>Own &lt;b&gt;</title><desc>More</desc><g><title>Tip</title></g>"
    root = fromstring(fill(draw(body).svg, {}, "p"))
    assert [e.text for e in root.iter(f"{SVG}title")] == ["Own <b>", "Tip"]
    assert root.attrib["aria-describedby"] == "p-d"
    given_title = fromstring(fill(draw(body, title="Ours", text="Words").svg, {}, "p"))
    assert given_title.findtext(f"{SVG}title") == "Ours"
    assert given_title.findtext(f"{SVG}desc") == "Words"


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 30 40"', (30, 40)),
        ('viewBox="0 0 30 40" width="100%"', (30, 40)),
        ('width="585px" height="381px" viewBox="0 0 585 381"', (585, 381)),
        ('width="12.5" height="7"', (12.5, 7)),
    ],
)
def test_sizes(attributes: str, size: tuple[float, float]) -> None:
    drawn = adopt(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>', {})
    assert (drawn.width, drawn.height) == size
    assert "viewBox=" in drawn.svg


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "well-formed"),
        ("<svg>", "well-formed"),
        ("<html/>", "no SVG"),
        ("<svg/>", "no SVG"),  # not in SVG's namespace
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "no size"),
        (f"{OPEN.replace('0 20', '0 1e9')}</svg>", "no size"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + OPEN + "</svg>", "document type"),
        (OPEN + "<g>" * 300 + "</g>" * 300 + "</svg>", "too many"),
        (OPEN + "\x00</svg>", "well-formed"),
    ],
)
def test_what_is_no_picture(text: str, said: str) -> None:
    with pytest.raises(SvgError, match=said):
        adopt(text, {})


def test_the_same_place_twice_makes_no_double_ids() -> None:
    body = '<clipPath id="c"/><clipPath id="c"/><rect clip-path="url(#c)"/><rect fill="url(#d)"/>'
    svg = filled(body)
    ids = re.findall(r' id="([^"]*)"', svg)
    assert len(ids) == len(set(ids))
    assert 'clip-path="url(#p-e1)"' in svg
    assert "url(#d)" not in svg


# -- colours ---------------------------------------------------------------------------------------


def test_words_on_a_colour_of_the_author_stay_readable() -> None:
    body = (
        '<g transform="translate(5,5)"><rect width="10" height="10" style="fill:#fee"/>'
        '<text x="2" y="8">dark stays</text></g>'
        '<rect x="50" width="10" height="10" fill="#222266"/>'
        '<text x="52" y="8">becomes light</text><rect x="70" width="10" height="10" fill="#fff"/>'
        '<text x="72" y="8" fill="#000">ours</text>'
        '<text x="72" y="58" fill="#000">ours</text><text x="72" y="58" fill="#000">ours</text>'
    )
    words = [*fromstring(filled(body)).iter(f"{SVG}text")]
    assert words[0].attrib["fill"] == "#000000"
    assert words[1].attrib["fill"] == "#ffffff"
    assert all("class" not in word.attrib for word in words[:2])
    assert words[2].attrib["class"] == "arch-f-ink"
    assert words[2].attrib["fill"] == PARTS["ink"]


@pytest.mark.parametrize("value", ["1.2.3", "e", "", "%", "--", "1e999"])
def test_numbers_that_are_none(value: str) -> None:
    box = f'<rect fill="#ff0000" fill-opacity="{value}" width="9" height="9"/>'
    assert 'fill="#ff0000"' in draw(f'{box}<text x="4" y="4">a</text>').svg


def test_greys_are_nobodys_choice() -> None:
    body = (
        '<text y="5" fill="#444">a</text><text y="5" fill="#777777">b</text>'
        '<text y="5" fill="#a00">c</text><line stroke="#999" x2="5"/><line stroke="#090" x2="5"/>'
        '<rect y="40" width="9" height="9" fill="#888"/>'
    )
    root = fromstring(filled(body))
    assert [e.get("class") for e in root.iter(f"{SVG}text")] == ["arch-f-ink", "arch-f-muted", None]
    assert [e.get("class") for e in root.iter(f"{SVG}line")] == ["arch-s-line", None]
    assert [e.get("fill") for e in root.iter(f"{SVG}rect")] == ["#888"]


def test_a_theme_of_the_author_gets_a_plate() -> None:
    text = '<text x="1" y="5" fill="#00ff00">t</text>'
    svg = OPEN.replace(">", ' style="background:#101010">', 1)
    drawn = adopt(f"{svg}{text}</svg>", {"#ffffff": "paper"})
    assert '<rect x="0" y="0" width="20" height="10" rx="6" fill="#101010"/>' in drawn.svg
    assert "arch-f-" not in drawn.svg
    plain = draw(text)
    assert f'fill="{PARTS["paper"]}"/>' in plain.svg


# -- properties ------------------------------------------------------------------------------------

_VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["url(#a)", "javascript:alert(1)", "#fff", "1 2 3", "data:image/png;base64,AA"]
    ),
)
_NAMES = st.sampled_from(
    ["style", "href", "fill", "d", "x", "id", "class", "onload", "points", "transform", "width"]
)


@st.composite
def elements(draw_: st.DrawFn, depth: int = 0) -> str:
    name = draw_(st.sampled_from([*sorted(rules.ELEMENTS), "script", "use", "style"]))
    pairs = draw_(st.dictionaries(_NAMES, _VALUES, max_size=4))
    attributes = "".join(f' {k}="{escape(v)}"' for k, v in pairs.items())
    inner = escape(draw_(st.text(max_size=10)))
    if depth < 3:
        inner += "".join(draw_(st.lists(elements(depth + 1), max_size=3)))
    return f"<{name}{attributes}>{inner}</{name}>"


@given(elements())
def test_any_picture_is_refused_or_clean(body: str) -> None:
    try:
        svg = filled(body)
    except SvgError:
        return
    root = fromstring(svg)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in rules.ELEMENTS
        for name, value in element.items():
            assert name in {
                *rules.ATTRIBUTES, *rules.REFERRING, "href", "id", "class", "role", "font-family",
                "aria-labelledby", "aria-describedby",
                "{http://www.w3.org/XML/1998/namespace}space",
            }  # fmt: skip
            assert not value.lower().startswith("javascript")
    # What was cleaned once is not changed by cleaning it again.
    assert ET.tostring(root) == ET.tostring(fromstring(svg))


@given(st.text(max_size=200))
def test_any_text_is_refused_as_one_error(text: str) -> None:
    with pytest.raises(SvgError):
        clean(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_words_are_drawn_as_they_are(text: str) -> None:
    try:
        fromstring(f"<t>{escape(text)}</t>")
    except ET.ParseError:
        return  # no XML can hold it
    root = fromstring(filled(f"<text>{escape(text)}</text>"))
    (word,) = root.iter(f"{SVG}text")
    assert word.text == fromstring(f"<t>{escape(text)}</t>").text
