"""Box-and-line pictures: outline, names, key, and what is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from shop_graph import SHOP

from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.drawing import is_picture, picture_type
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.outline import Name, plain
from sphinx_archdoc.diagrams.svg import fill

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Layout


def same(text: str) -> str:
    return text


def test_it_is_the_picture_type_of_graphs() -> None:
    assert is_picture(SHOP)
    assert picture_type(SHOP) is graph_picture
    assert graph_picture.USES_ENGINE


@pytest.mark.parametrize(
    ("tip", "said", "drawn", "mermaid", "plantuml"),
    [
        ("lost", "A → B: asks (does not arrive)", 'stroke-width="1.8"', "--x", "--x"),
        ("cross", "A → B: asks (ends in a cross)", 'stroke-width="1.8"', "--x", "--x"),
        ("circle", "A → B: asks (ends in a circle)", "<circle", "--o", "--0"),
    ],
)
def test_lines_that_end_in_something_else(
    engine: Layout, tip: Any, said: str, drawn: str, mermaid: str, plantuml: str
) -> None:
    nodes = (Node(id="a", title="A"), Node(id="b", title="B", shape="subroutine"))
    edge = Edge(source="a", target="b", label="asks", tip=tip)
    graph = Graph(title="T", nodes=nodes, edges=(edge,))
    assert said in [item.text() for item in graph_picture.outline(graph, same)]
    svg = graph_picture.draw(graph, lambda: engine).svg
    assert drawn in svg
    assert "arch-arrow" not in svg
    assert f"{mermaid}|" in graph_picture.mermaid(graph)
    assert f"n_a {plantuml} n_b : asks" in graph_picture.plantuml(graph)
    shown = [replace(node, subtitle="[container: Go]", shape="box") for node in nodes]
    in_c4 = graph_picture.plantuml(replace(graph, nodes=tuple(shown)))
    assert f"n_a {plantuml} n_b : **asks**" in in_c4
    assert "C4_Container" in in_c4


def test_outline() -> None:
    assert plain(graph_picture.outline(SHOP, same)).splitlines() == [
        "- Web shop [software system]: Data ×2, API",
        "- Data ×2: Orders",
        "1. Customer → API: Buys [HTTPS]",
        "- API → Orders (both ways): ×2",
        "- Customer → Web shop: Knows",
        "- Customer [person]",
        "- API [container: FastAPI]",
        '- Orders [container: PostgreSQL]: All "orders"',
        "- Mail ×3 [external system]",
    ]
    (line,) = graph_picture.outline(
        Graph(
            title="",
            nodes=(Node(id="a", title=" A\nb "), Node(id="c", title="")),
            edges=(Edge(source="a", target="c", arrow=False),),
        ),
        same,
    )
    assert line.pieces == (Name("a", "A b"), " – ", Name("c", "c"))
    assert graph_picture.outline(Graph(title=""), same) == ()


def test_names_and_key() -> None:
    assert [n.id for n in graph_picture.names(SHOP)] == [
        "shop",
        "data",
        "user",
        "api",
        "db",
        "mail",
    ]
    assert "External" in [entry.word for entry in graph_picture.key(SHOP)]
    free = Graph(
        title="",
        nodes=(Node(id="a", title="A", role="plain", group="g"),),
        groups=(Group(id="g", title="G"),),
    )
    assert graph_picture.key(free) == ()


def test_too_large_a_picture_is_refused(engine: Layout) -> None:
    nodes = tuple(Node(id=str(i), title="x") for i in range(graph_picture.MAX_NODES + 1))
    with pytest.raises(LayoutError, match="151 boxes"):
        graph_picture.draw(Graph(title="", nodes=nodes), lambda: engine)
    edges = (Edge(source="0", target="1"),) * (graph_picture.MAX_EDGES + 1)
    with pytest.raises(LayoutError, match="301 lines"):
        graph_picture.draw(Graph(title="", nodes=nodes[:2], edges=edges), lambda: engine)


def test_drawing(engine: Layout) -> None:
    drawing = graph_picture.draw(SHOP, lambda: engine)
    root = ET.fromstring(fill(drawing.svg, {}, "p"))  # noqa: S314 - our own
    assert float(root.get("width", "")) == pytest.approx(drawing.width, abs=0.01)
    words = " ".join("".join(e.itertext()) for e in root.iter())
    assert all(text in words for text in ("Customer", "Knows", "Web shop", "Orders"))
    assert drawing == graph_picture.draw(SHOP, lambda: engine)
