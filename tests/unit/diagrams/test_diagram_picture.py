from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import diagram_samples as samples
import pytest
from counting import grows_linearly
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.command import CommandLayout
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.diagrams.graph_outline import outline
from sphinx_archdoc.diagrams.key import key
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.picture import digest, engine_id, fill, picture
from sphinx_archdoc.diagrams.svg_shapes import clean
from sphinx_archdoc.diagrams.wasm import WasmLayout

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinx_archdoc.diagrams.layout import Placed, Plan

SVG = "{http://www.w3.org/2000/svg}"


class Counting:
    """An engine that counts how often it is asked."""

    name = "counting"
    version = "1"

    def __init__(self, engine: WasmLayout) -> None:
        self.engine = engine
        self.calls = 0

    def place(self, plans: Sequence[Plan]) -> list[Placed]:
        self.calls += 1
        return self.engine.place(plans)


def _texts(svg: str) -> list[str]:
    return ["".join(t.itertext()) for t in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def test_same_input_same_bytes(engine: WasmLayout, tmp_path: Path) -> None:
    once = picture(samples.twelve(), engine=engine)
    again = picture(samples.twelve(), engine=WasmLayout(tmp_path))
    assert once == again


def test_what_nobody_sees_whole_is_laid_out_once(engine: WasmLayout) -> None:
    """Few boxes, and very many lines."""
    counting = Counting(engine)
    picture(samples.dense(20, 90), engine=counting)
    assert counting.calls == 1


def test_links_ids_and_names(engine: WasmLayout) -> None:
    drawn = picture(samples.five(), engine=engine)
    svg = fill(drawn.svg, {"api": '#a"&<', "shop": "shop.html"}, "arch 1")
    root = ET.fromstring(svg)  # noqa: S314
    assert root.get("role") == "group"
    assert root.get("aria-labelledby") == "arch-1-t"
    assert [e.text for e in root.iter() if e.get("id") == "arch-1-t"] == ["Containers of Web shop"]
    assert root.get("aria-describedby") == "arch-1-d"
    hrefs = {a.get("href"): a for a in root.iter(f"{SVG}a")}
    assert set(hrefs) == {'#a"&<', "shop.html"}
    assert hrefs['#a"&<'].get("class") == "arch-node arch-c4-container arch-as-box"
    assert hrefs['#a"&<'][0].text == "API — [container: FastAPI] — Orders, payments, accounts"
    assert "\x02" not in svg
    assert "url(" not in svg


def test_shapes_have_literal_colours(engine: WasmLayout) -> None:
    root = ET.fromstring(fill(picture(samples.twelve(), engine=engine).svg, {}, "p"))  # noqa: S314
    for tag in ("path", "rect", "text"):
        for shape in root.iter(f"{SVG}{tag}"):
            assert shape.get("fill"), ET.tostring(shape)
    for text in root.iter(f"{SVG}text"):
        assert text.get("font-family") == "sans-serif"


def test_cache(engine: WasmLayout, tmp_path: Path) -> None:
    counting = Counting(engine)
    graph = samples.five()
    first = picture(graph, engine=counting, cache_dir=tmp_path)
    assert picture(graph, engine=counting, cache_dir=tmp_path) == first
    assert counting.calls == 1
    (entry,) = tmp_path.iterdir()
    assert entry.name == f"{digest(graph, engine_id(counting))}.json"
    for junk in (b"", b"{", b"[]", b'{"svg": 1}', entry.read_bytes()[:-40]):
        entry.write_bytes(junk)
        assert picture(graph, engine=counting, cache_dir=tmp_path) == first
    assert counting.calls == 6
    picture(replace(graph, title="Other"), engine=counting, cache_dir=tmp_path)
    assert counting.calls == 7


def test_limits_are_clear_and_ask_no_engine(engine: WasmLayout) -> None:
    counting = Counting(engine)
    with pytest.raises(LayoutError, match="300 boxes and boundaries, more than the limit of 150"):
        picture(samples.dense(300, 900), engine=counting)
    with pytest.raises(LayoutError, match="900 lines, more than the limit of 300"):
        picture(samples.dense(100, 900), engine=counting)
    assert counting.calls == 0


def test_too_slow_is_an_error(engine: WasmLayout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph_picture, "MAX_NODES", 999)
    monkeypatch.setattr(graph_picture, "MAX_EDGES", 999)
    with monkeypatch.context() as impatient:
        impatient.setattr(engine, "timeout", 0.1)
        with pytest.raises(LayoutError, match=r"more than 0.1 seconds"):
            picture(samples.dense(300, 900), engine=engine)
    # The engine is usable afterwards.
    assert picture(samples.five(), engine=engine).width > 100


def test_commands_that_fail(tmp_path: Path) -> None:
    plan = ["--x"]
    with pytest.raises(LayoutError, match="cannot be started"):
        picture(samples.five(), engine=CommandLayout((str(tmp_path / "no-such-dot"),)))
    with pytest.raises(LayoutError, match=r"failed \(1\)"):
        CommandLayout(("false",))._run(plan, "")
    with pytest.raises(LayoutError, match=r"more than 0\.1 seconds"):
        CommandLayout(("sleep", "5"), timeout=0.1)._run([], "")
    with pytest.raises(LayoutError, match="answered 0 of"):
        picture(samples.five(), engine=CommandLayout(("true",)))
    with pytest.raises(LayoutError, match="not understood"):
        picture(samples.five(), engine=CommandLayout(("echo", "hello")))


def test_contradictions_are_named(engine: WasmLayout) -> None:
    a = Node(id="a", title="A")
    with pytest.raises(ValueError, match="'b', which is not in the picture"):
        picture(Graph(title="", nodes=(a,), edges=(Edge(source="a", target="b"),)), engine=engine)
    with pytest.raises(ValueError, match="twice"):
        picture(Graph(title="", nodes=(a, a)), engine=engine)
    circle = (Group(id="g", title="", parent="h"), Group(id="h", title="", parent="g"))
    with pytest.raises(ValueError, match="lies in itself"):
        picture(Graph(title="", nodes=(a,), groups=circle), engine=engine)


@pytest.mark.parametrize(
    "graph", [Graph(title=""), Graph(title="G", groups=(Group(id="g", title=""),))]
)
def test_almost_nothing_is_drawn(engine: WasmLayout, graph: Graph) -> None:
    root = ET.fromstring(fill(picture(graph, engine=engine).svg, {}, "p"))  # noqa: S314
    assert root.tag == f"{SVG}svg"
    assert float(root.get("width", 0)) > 0
    assert float(root.get("height", 0)) > 0


def huge_graph(size: int) -> Graph:
    huge = "x" * size
    return Graph(
        title=huge,
        description=huge,
        groups=(Group(id="g", title=huge, subtitle=huge),),
        nodes=(
            Node(
                id="a",
                title=huge,
                subtitle=huge,
                description="y " * (size // 2),
                badges=(huge,),
                group="g",
            ),
        ),
        edges=(Edge(source="a", target="a", label=huge, technology=huge),),
    )


def test_huge_texts_are_cut(engine: WasmLayout) -> None:
    drawn = picture(huge_graph(1_000_000), engine=engine)
    assert len(drawn.svg) < 20_000
    assert drawn.width < 500


def test_the_effort_does_not_grow_with_the_texts(engine: WasmLayout) -> None:
    def make(size: int) -> object:
        graph = huge_graph(size)
        return lambda: picture(graph, engine=engine)

    grows_linearly(make, 20_000)


def test_key_and_text() -> None:
    graph = samples.odd()
    assert [e.word for e in key(samples.twelve())] == [
        "Person", "Container", "Data store", "Queue", "External",
        "Container boundary", "System boundary",
    ]  # fmt: skip
    sentences = [item.text() for item in outline(graph, str)]
    assert "A → B: Asks [HTTP]" in sentences
    assert "A → C (both ways)" in sentences
    lone = [s for s in sentences if s.startswith("Lone")]
    assert [s.partition(" (")[0] for s in lone] == [f"Lone {i}" for i in range(7)]
    assert "Lone 1 (ADR-1)" in lone


_WORDS = st.text(max_size=12) | st.sampled_from(
    [
        '"]; n0 -> n1 [',
        "]]>",
        "</title><script>",
        "&amp;",
        "\x02p\x03",
        "\\N",
        "\ud800",
        "<b>&lt;",
        "🎉 日本",
    ]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_WORDS, min_size=9, max_size=9))
def test_any_text_is_read_back_literally(engine: WasmLayout, words: list[str]) -> None:
    title, desc, node, sub, text, badge, group, label, tech = words
    graph = Graph(
        title=title,
        description=desc,
        groups=(Group(id=tech, title=group or "g"),) if tech else (),
        nodes=(
            Node(
                id=f"1{node}",
                title=node,
                subtitle=sub,
                description=text,
                badges=(badge,),
                group=tech,
            ),
            Node(id="2", title="two"),
        ),
        edges=(Edge(source=f"1{node}", target="2", label=label, technology=tech),),
        direction="TB",
    )
    svg = fill(picture(graph, engine=engine).svg, {f"1{node}": "#x"}, "p")
    root = ET.fromstring(svg)  # noqa: S314
    drawn = "".join("".join(t.split()) for t in _texts(svg))
    for word in (node, sub, text, badge, label, tech):
        for part in clean(word).split():
            assert part in drawn or "…" in drawn
    assert [a.get("href") for a in root.iter(f"{SVG}a")] == ["#x"]
    assert "".join(root[0].itertext()) == " ".join(clean(" ".join(title.split())).split(" "))
