"""Box-and-line pictures in all their forms."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.c4_plantuml import c4_plantuml, is_c4
from sphinx_archdoc.diagrams.choose import choose
from sphinx_archdoc.diagrams.drawing import is_picture, picture_type
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.diagrams.graph_mermaid import mermaid
from sphinx_archdoc.diagrams.graph_plantuml import boxes_plantuml
from sphinx_archdoc.diagrams.group_lines import anchored, cut
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.outline import Name, plain
from sphinx_archdoc.diagrams.sizing import size
from sphinx_archdoc.diagrams.svg import fill

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Layout, Rect

SHOP = Graph(
    title="Containers",
    direction="LR",
    groups=(
        Group(id="shop", title="Web shop", subtitle="[software system]", role="system"),
        Group(id="data", title="Data", parent="shop", count=2),
    ),
    nodes=(
        Node(id="user", title="Customer", subtitle="[person]", shape="person", role="person"),
        Node(
            id="api", title="API", subtitle="[container: FastAPI]", role="container", group="shop"
        ),
        Node(
            id="db",
            title="Orders",
            subtitle="[container: PostgreSQL]",
            description='All "orders"',
            shape="cylinder",
            role="store",
            group="data",
        ),
        Node(id="mail", title="Mail", subtitle="[external system]", role="external", count=3),
    ),
    edges=(
        Edge(source="user", target="api", label="Buys", technology="HTTPS", number="1"),
        Edge(source="api", target="db", both_ways=True, count=2),
        Edge(source="user", target="shop", label="Knows", dashed=True),
    ),
)


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


# -- lines to boundaries -----------------------------------------------------------------------


def _arranged(
    graph: Graph, engine: Layout
) -> tuple[list[Edge], list[list[tuple[float, float]]], Rect]:
    found = anchored(graph)
    sized = size(found.graph)
    chosen = choose(sized, engine)
    sized, layout = cut(found, chosen.sized, chosen.layout)
    points = [[p for line in placed.lines for p in line] for placed in layout.edges]
    return list(sized.edges), points, layout.groups[0].rect


@pytest.mark.parametrize("direction", ["TB", "LR", "BT", "RL"])
@pytest.mark.parametrize("label", ["", "Deploys"])
def test_lines_end_at_the_rim(engine: Layout, direction: str, label: str) -> None:
    inside = tuple(Node(id=f"n{i}", title=f"Box {i}", group="g") for i in range(3))
    graph = Graph(
        title="",
        nodes=(Node(id="dev", title="Developer"), *inside),
        groups=(Group(id="g", title="Cluster"),),
        edges=(Edge(source="dev", target="g", label=label), Edge(source="n0", target="n1")),
        direction=direction,  # type: ignore[arg-type]  # one of four
    )
    edges, lines, rect = _arranged(graph, engine)
    assert [edge.target for edge in edges][1:] == ["n1"]
    x, y = lines[0][-1]
    on_side = min(abs(x - rect.x), abs(x - rect.right)), min(abs(y - rect.y), abs(y - rect.bottom))
    assert min(on_side) < 0.01
    assert rect.x - 0.01 <= x <= rect.right + 0.01
    assert rect.y - 0.01 <= y <= rect.bottom + 0.01
    assert not any(rect.x < a < rect.right and rect.y < b < rect.bottom for a, b in lines[0][:-1])


def test_the_boundary_comes_after_what_leads_to_it(engine: Layout) -> None:
    inside = tuple(Node(id=f"n{i}", title=f"Box {i}", group="g") for i in range(3))
    graph = Graph(
        title="",
        nodes=(*inside, Node(id="dev", title="Developer")),
        groups=(Group(id="g", title="Cluster"),),
        edges=(Edge(source="dev", target="g"),),
        direction="TB",
    )
    _, lines, rect = _arranged(graph, engine)
    assert lines[0][0][1] < lines[0][-1][1] == pytest.approx(rect.y)


def test_between_boundaries_and_to_empty_ones(engine: Layout) -> None:
    graph = Graph(
        title="",
        nodes=(Node(id="a", title="A", group="g"), Node(id="b", title="B", group="h")),
        groups=(
            Group(id="g", title="G"),
            Group(id="h", title="H"),
            Group(id="e", title="Empty"),
            Group(id="f", title="In it", parent="e"),
        ),
        edges=(
            Edge(source="g", target="h", label="x"),
            Edge(source="g", target="e"),
            Edge(source="a", target="g"),
            Edge(source="g", target="g"),
        ),
    )
    found = anchored(graph)
    assert [(e.source, e.target) for e in found.graph.edges] == [("a", "b"), ("a", "e")]
    assert [n.id for n in found.graph.nodes] == ["a", "b", "e"]
    assert [g.id for g in found.graph.groups] == ["g", "h"]
    svg = fill(graph_picture.draw(graph, lambda: engine).svg, {}, "p")
    assert svg.count('class="arch-e"') == 3  # one of them in two parts, with its text between


def test_graphs_without_such_lines_stay_as_they_are() -> None:
    graph = Graph(title="", nodes=SHOP.nodes, groups=SHOP.groups, edges=SHOP.edges[:2])
    assert anchored(graph).graph == graph


# -- other languages -------------------------------------------------------------------------------


def test_mermaid() -> None:
    assert mermaid(SHOP).splitlines()[:16] == [
        "flowchart LR",
        "    accTitle: #67;ontainers",
        '    n_user("Customer<br/>#91;person#93;"):::archPerson',
        '    n_mail["Mail #215;3<br/>#91;external system#93;"]:::archExternal',
        '    subgraph n_shop["Web shop<br/>#91;software system#93;"]',
        '        n_api["API<br/>#91;container#58; FastAPI#93;"]:::archContainer',
        '        subgraph n_data["Data #215;2"]',
        (
            '            n_db[("Orders<br/>#91;container#58; PostgreSQL#93;'
            '<br/>All #34;orders#34;")]:::archStore'
        ),
        "        end",
        "    end",
        '    n_user -->|"1#58; Buys<br/>#91;HTTPS#93;"| n_api',
        '    n_api <-->|"#215;2"| n_db',
        '    n_user -.->|"Knows"| n_shop',
        "    classDef archSystem fill:#e2efff,stroke:#2f7bd1,color:#123a6b",
        "    classDef archGroup fill:#f8f9fb,stroke:#8a909b,color:#454b55,stroke-dasharray:5 4",
        "    classDef archPerson fill:#dbe6ff,stroke:#3f6fe0,color:#16306e",
    ]


def test_c4_plantuml() -> None:
    assert is_c4(SHOP)
    assert graph_picture.plantuml(SHOP) == c4_plantuml(SHOP)
    assert c4_plantuml(SHOP).splitlines() == [
        "@startuml",
        "!include <C4/C4_Container>",
        'AddRelTag("dashed", $lineStyle=DashedLine())',
        "LAYOUT_LEFT_RIGHT()",
        "title Containers",
        'Person(n_user, "Customer")',
        'System_Ext(n_mail, "Mail <U+00D7>3")',
        'System_Boundary(n_shop, "Web shop") {',
        '  Container(n_api, "API", $techn="FastAPI")',
        '  Boundary(n_data, "Data <U+00D7>2") {',
        (
            '    ContainerDb(n_db, "Orders", $techn="PostgreSQL",'
            ' $descr="All <U+0022>orders<U+0022> ")'
        ),
        "  }",
        "}",
        'Rel(n_user, n_api, "1<U+003A> Buys", $techn="HTTPS")',
        'BiRel(n_api, n_db, "<U+00D7>2")',
        'Rel(n_user, n_shop, "Knows", $tags="dashed")',
        "@enduml",
    ]


@pytest.mark.parametrize(
    ("role", "shape", "subtitle", "macro"),
    [
        ("person", "person", "[person]", "Person"),
        ("system", "box", "[software system]", "System"),
        ("system", "cylinder", "[software system]", "SystemDb"),
        ("container", "box", "[container: Go]", "Container"),
        ("store", "queue", "[container: Kafka]", "ContainerQueue"),
        ("component", "box", "[component]", "Component"),
        ("component", "cylinder", "[component]", "ComponentDb"),
        ("node", "node", "[deployment node: Linux]", "Deployment_Node"),
        ("external", "person", "[external person]", "Person_Ext"),
        ("external", "box", "[external system]", "System_Ext"),
        ("external", "cylinder", "[external container: x]", "ContainerDb_Ext"),
        ("external", "box", "[external component]", "Component_Ext"),
    ],
)
def test_macros(role: str, shape: str, subtitle: str, macro: str) -> None:
    node = Node(id="x", title="X", role=role, shape=shape, subtitle=subtitle)  # type: ignore[arg-type]
    text = c4_plantuml(Graph(title="", nodes=(node,)))
    assert f"\n{macro}(n_x, " in text
    assert ("C4_Component" in text) == macro.startswith("Component")
    assert ("C4_Deployment" in text) == (role == "node")


def test_other_graphs_in_plantuml() -> None:
    free = Graph(
        title="Steps",
        direction="LR",
        nodes=(
            Node(id="a", title="Build", description="compile", role="plain", group="g"),
            Node(id="b", title="", role="plain", shape="end"),
        ),
        groups=(Group(id="g", title="Stage", role="group"),),
        edges=(
            Edge(source="a", target="b", label="x", technology="t", dashed=True),
            Edge(source="b", target="a", thick=True, arrow=False),
        ),
    )
    assert graph_picture.plantuml(free) == boxes_plantuml(free)
    text = re.sub(" #[0-9a-f]{6};[a-z0-9:;.]*", "", boxes_plantuml(free))
    assert text.splitlines() == [
        "@startuml",
        "skinparam defaultTextAlignment center",
        "title Steps",
        "left to right direction",
        'circle "<U+0020>" as n_b',
        'rectangle "Stage" as n_g {',
        r'  rectangle "Build\ncompile" as n_a',
        "}",
        r"n_a ..> n_b : x\n<U+005B>t<U+005D> ",
        "n_b -[bold]- n_a",
        "@enduml",
    ]


def test_boundaries_in_a_circle_are_written_once() -> None:
    odd = Graph(
        title="",
        nodes=(Node(id="n", title="N", group="nowhere"),),
        groups=(Group(id="a", title="A", parent="b"), Group(id="b", title="B", parent="a")),
    )
    assert mermaid(odd).count("subgraph") == 2
    assert 'n_n["N"]' in mermaid(odd)
