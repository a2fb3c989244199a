"""Box-and-line pictures as Mermaid and PlantUML."""

from __future__ import annotations

import re

import pytest
from shop_graph import SHOP

from sphinx_archdoc.diagrams import graph_picture
from sphinx_archdoc.diagrams.c4_plantuml import c4_plantuml, is_c4
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.diagrams.graph_mermaid import mermaid
from sphinx_archdoc.diagrams.graph_plantuml import boxes_plantuml

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
