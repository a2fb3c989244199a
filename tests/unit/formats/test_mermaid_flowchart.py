"""Mermaid flowcharts as picture data."""

from __future__ import annotations

import pytest
from counting import grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.graph import Edge, Graph
from sphinx_archdoc.formats.mermaid_flowchart import read_mermaid_flowchart
from sphinx_archdoc.model.codes import Code


def read(body: str, header: str = "flowchart TB") -> Graph:
    graph, problems = read_mermaid_flowchart(f"{header}\n{body}\n")
    assert problems == ()
    assert graph is not None
    return graph


def arrows(body: str) -> list[str]:
    return [f"{e.source}>{e.target}" for e in read(body).edges]


@pytest.mark.parametrize(
    ("written", "shape", "title"),
    [
        ("a", "box", "a"),
        ("a[Web shop]", "box", "Web shop"),
        ('a["Web (new) [x]"]', "box", "Web (new) [x]"),
        ("a(Round)", "rounded", "Round"),
        ("a([Start])", "rounded", "Start"),
        ("a[[Sub]]", "subroutine", "Sub"),
        ("a[(Data)]", "cylinder", "Data"),
        ("a((C))", "circle", "C"),
        ("a(((C)))", "circle", "C"),
        ("a{Sure?}", "diamond", "Sure?"),
        ("a{{Prepare}}", "hexagon", "Prepare"),
        ("a[/In/]", "slanted", "In"),
        ("a[\\Out\\]", "slanted", "Out"),
        ("a[/Trap\\]", "slanted", "Trap"),
        ("a>Flag]", "note", "Flag"),
        ('a@{ shape: cyl, label: "Data" }', "cylinder", "Data"),
        ("a@{shape: doc}", "document", "a"),
        ("a:::big", "box", "a"),
        ("a[x]:::big", "box", "x"),
        ('a["`**Bold** and _it_`"]', "box", "Bold and it"),
        ('a["#quot;x#quot; &amp; #35;"]', "box", '"x" & #'),
        ('a["fa:fa-car <b>Car</b>"]', "box", "Car"),
        ('a["Two<br/>lines"]', "box", "Two lines"),
        ("ein-id_2.x[Ü]", "box", "Ü"),
    ],
)
def test_boxes(written: str, shape: str, title: str) -> None:
    (node,) = read(written).nodes
    assert (node.shape, node.title, node.role) == (shape, title, "plain")


def test_a_long_text_has_a_name_and_a_description() -> None:
    (node,) = read('a["Order service<br/>[FastAPI]<br/>Takes orders<br>and bills them"]').nodes
    assert (node.title, node.subtitle) == ("Order service", "[FastAPI]")
    assert node.description == "Takes orders and bills them"


def test_blocks_of_html_are_lines() -> None:
    label = "<div style='font-weight: bold'>API</div><div>[FastAPI]</div><p>Orders</p>"
    (node,) = read(f'3["{label}"]').nodes
    assert (node.title, node.subtitle, node.description) == ("API", "[FastAPI]", "Orders")


@pytest.mark.parametrize(
    ("written", "edge"),
    [
        ("a-->b", Edge(source="a", target="b")),
        ("a --- b", Edge(source="a", target="b", arrow=False)),
        ("a ---|text| b", Edge(source="a", target="b", arrow=False, label="text")),
        ("a ----> b", Edge(source="a", target="b")),
        ("a -->|text| b", Edge(source="a", target="b", label="text")),
        ('a -->|"t (x)"|b', Edge(source="a", target="b", label="t (x)")),
        ("a -- some text --> b", Edge(source="a", target="b", label="some text")),
        ('a -- "a --> b" --> b', Edge(source="a", target="b", label="a --> b")),
        ("a -- text --- b", Edge(source="a", target="b", label="text", arrow=False)),
        ("a -.-> b", Edge(source="a", target="b", dashed=True)),
        ("a -.- b", Edge(source="a", target="b", dashed=True, arrow=False)),
        ("a -. text .-> b", Edge(source="a", target="b", dashed=True, label="text")),
        ("a ==> b", Edge(source="a", target="b", thick=True)),
        ("a == text ==> b", Edge(source="a", target="b", thick=True, label="text")),
        ("a <--> b", Edge(source="a", target="b", both_ways=True)),
        ("a x--x b", Edge(source="a", target="b", both_ways=True, tip="cross")),
        ("a --o b", Edge(source="a", target="b", tip="circle")),
        ("a --x b", Edge(source="a", target="b", tip="cross")),
        ("a e1@--> b", Edge(source="a", target="b")),
        (
            'a -->|"Calls<br/>[HTTPS]"| b',
            Edge(source="a", target="b", label="Calls", technology="HTTPS"),
        ),
    ],
)
def test_lines(written: str, edge: Edge) -> None:
    assert read(written).edges == (edge,)


def test_chains_and_several_at_once() -> None:
    assert arrows("a --> b --> c") == ["a>b", "b>c"]
    assert arrows("a & b--> c & d") == ["a>c", "a>d", "b>c", "b>d"]
    assert arrows("a[One] --> b; b --> c;\n%% no\nc-->d") == ["a>b", "b>c", "c>d"]
    graph = read("a ~~~ b")
    assert graph.edges == ()
    assert len(graph.nodes) == 2


def test_subgraphs() -> None:
    graph = read(
        "x --> a\nsubgraph out [Outer one]\n direction LR\n a --> b\n subgraph in\n  b\n  c\n end\n"
        'end\nsubgraph "Just a title"\n d\nend\nout --> d'
    )
    assert [(g.id, g.title, g.parent) for g in graph.groups] == [
        ("out", "Outer one", ""),
        ("in", "in", "out"),
        ("Just-a-title", "Just a title", ""),
    ]
    groups = {node.id: node.group for node in graph.nodes}
    # What an inner one names is inside of it, also when the outer one names it first.
    assert groups == {"x": "", "a": "out", "b": "in", "c": "in", "d": "Just-a-title"}
    assert [(e.source, e.target) for e in graph.edges][-1] == ("out", "d")


def test_a_line_before_its_subgraph() -> None:
    graph = read("dev --> docker\nsubgraph docker\n api\nend")
    assert [node.id for node in graph.nodes] == ["dev", "api"]
    assert [group.id for group in graph.groups] == ["docker"]


@pytest.mark.parametrize(
    ("header", "direction"),
    [
        ("graph LR", "LR"),
        ("flowchart TD", "TB"),
        ("graph", "TB"),
        ("flowchart BT;", "BT"),
        ("graph >", "LR"),
    ],
)
def test_directions(header: str, direction: str) -> None:
    assert read("a --> b", header).direction == direction


def test_looks_are_passed_over() -> None:
    graph = read(
        "accTitle: Our shop\naccDescr { What it\nis }\na --> b\nclassDef big fill:#f9f;\n"
        "class a,b big\nstyle a fill:#fff\nlinkStyle 0 stroke:#f00\n"
        'click a "https://example.org" "tip" _blank\nclick b call run()'
    )
    assert (graph.title, graph.description) == ("Our shop", "What it is")
    assert [node.id for node in graph.nodes] == ["a", "b"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("a --> ", 2),
        ("a[open", 2),
        ("a --> b\nb c", 3),
        ("a\nend", 3),
        ("subgraph x\n a", 4),
        ('a["x', 2),
        ("a -- text b", 2),
        ("a[x) --> b", 2),
    ],
)
def test_faults_have_a_line(body: str, line: int) -> None:
    graph, (problem,) = read_mermaid_flowchart(f"flowchart LR\n{body}\n")
    assert graph is None
    assert (problem.code, problem.line) == (Code.SYNTAX, line)


@pytest.mark.parametrize("body", ['a["$$x^2$$"]', 'a@{ img: "x.png" }', "a@{ shape: bolt }"])
def test_what_only_mermaid_can_draw(body: str) -> None:
    assert read_mermaid_flowchart(f"graph TB\n{body}\n") == (None, ())


_WORDS = st.sampled_from(
    [
        "a",
        "b",
        "-->",
        "---",
        "-.->",
        "==>",
        "--",
        "|",
        '"',
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "{{",
        "&",
        "subgraph x",
        "end",
        "\n",
        ";",
        " ",
        "%%",
        ":::c",
        "@{",
        "~~~",
        "<br/>",
        "`",
        "classDef",
        "x",
        "direction LR",
        ">",
        "o--o",
        "click",
        "accTitle: t",
        "e@",
        "#35;",
        "$$",
    ]
)


@given(st.lists(_WORDS, max_size=30).map("".join) | st.text())
def test_any_text_is_read_without_an_exception(text: str) -> None:
    for whole in (text, f"flowchart LR\n{text}"):
        graph, problems = read_mermaid_flowchart(whole)
        assert graph is None or not problems
        if graph:
            known = {n.id for n in graph.nodes} | {g.id for g in graph.groups}
            assert len(known) == len(graph.nodes) + len(graph.groups)
            assert {e for edge in graph.edges for e in (edge.source, edge.target)} <= known
            assert {n.group for n in graph.nodes} <= {"", *(g.id for g in graph.groups)}


@pytest.mark.parametrize("piece", ["a --> b\n", "a[", "a -- x ", "subgraph x\n", '"', "a & ", "-"])
def test_time_grows_with_the_text(piece: str) -> None:
    grows_linearly(lambda n: lambda: read_mermaid_flowchart("graph LR\n" + piece * n), 300)
