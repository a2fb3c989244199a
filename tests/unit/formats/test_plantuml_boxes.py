"""PlantUML's component, deployment and use case diagrams as picture data."""

from __future__ import annotations

import pytest
from counting import grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.graph import Edge, Graph
from sphinx_archdoc.formats.plantuml_boxes import read_plantuml_boxes
from sphinx_archdoc.formats.plantuml_boxes_parts import SHAPES
from sphinx_archdoc.model.codes import Code


def read(body: str) -> Graph:
    graph, problems = read_plantuml_boxes(f"@startuml name\n{body}\n@enduml\n")
    assert problems == ()
    assert graph is not None
    return graph


@pytest.mark.parametrize(
    ("written", "id_", "shape", "title", "subtitle"),
    [
        ("[Load Balancer]", "Load-Balancer", "box", "Load Balancer", ""),
        ("[Load Balancer] as lb", "lb", "box", "Load Balancer", ""),
        ('component "Web shop" as web #red', "web", "box", "Web shop", ""),
        ('component web as "Web shop"', "web", "box", "Web shop", ""),
        ("component [Web shop] as web <<app>>", "web", "box", "Web shop", "«app»"),
        ("component web", "web", "box", "web", ""),
        ('database "Orders" as db <<v 16>> #pink;line:red', "db", "cylinder", "Orders", "«v 16»"),
        ("queue q", "q", "queue", "q", ""),
        ("cloud Net", "Net", "cloud", "Net", ""),
        ("actor :Big boss: as boss", "boss", "person", "Big boss", ""),
        ("(Log in) as login", "login", "rounded", "Log in", ""),
        ('usecase "Log in" as login', "login", "rounded", "Log in", ""),
        ('() "HTTP API" as api', "api", "circle", "HTTP API", ""),
        ('() api as "HTTP API"', "api", "circle", "HTTP API", ""),
        ("interface api [[https://example.org]] $tag", "api", "circle", "api", ""),
        ("node n", "n", "node", "n", ""),
        ("artifact app.jar", "app.jar", "document", "app.jar", ""),
        ('rectangle "**Bold**\\n<size:9>[Java]</size>" as r', "r", "box", "Bold", "[Java]"),
        ('rectangle "<U+0022>x<U+0022> " as r', "r", "box", '"x"', ""),
    ],
)
def test_boxes(written: str, id_: str, shape: str, title: str, subtitle: str) -> None:
    (node,) = read(written).nodes
    assert (node.id, node.shape, node.title, node.subtitle) == (id_, shape, title, subtitle)
    assert node.role == ("bad" if "#red" in written else "mute" if "#pink" in written else "plain")


@pytest.mark.parametrize("word", sorted(SHAPES))
def test_every_word_declares(word: str) -> None:
    (node,) = read(f'{word} "Some name" as it').nodes
    assert (node.id, node.title, node.shape) == ("it", "Some name", SHAPES[word])


def test_texts_over_several_lines() -> None:
    plain, marked = read(
        "component one [\nA text\nover lines\n]\nrectangle two [\n**Name**\n----\nmore of\nit\n]"
    ).nodes
    assert (plain.title, plain.description) == ("A text over lines", "")
    assert (marked.title, marked.description) == ("Name more of it", "")


def test_nested_blocks() -> None:
    graph = read(
        'node "Production" as prod {\n package "Cluster" {\n  [Api]\n }\n'
        ' database "Store" as db {\n  folder "data" as d\n }\n}\n'
        "together {\n [Loose]\n}\nrectangle empty {\n}\ncloud c { [In one line] }"
    )
    assert [(g.id, g.title, g.subtitle, g.role, g.parent) for g in graph.groups] == [
        ("prod", "Production", "", "node", ""),
        ("Cluster", "Cluster", "", "group", "prod"),
        ("db", "Store", "[database]", "group", "prod"),
        ("empty", "empty", "", "group", ""),
        ("c", "c", "[cloud]", "group", ""),
    ]
    groups = {node.title: node.group for node in graph.nodes}
    assert groups == {"Api": "Cluster", "data": "db", "Loose": "", "In one line": "c"}


@pytest.mark.parametrize(
    ("arrow", "edge"),
    [
        ("-->", Edge(source="a", target="b")),
        ("->", Edge(source="a", target="b")),
        ("-->>", Edge(source="a", target="b")),
        ("-down->", Edge(source="a", target="b")),
        ("-l->", Edge(source="a", target="b")),
        ("-[#red,thickness=2]->", Edge(source="a", target="b")),
        ("-[#red]up->", Edge(source="a", target="b")),
        ("<--", Edge(source="b", target="a")),
        ("<|--", Edge(source="b", target="a")),
        ("--|>", Edge(source="a", target="b")),
        ("<-->", Edge(source="a", target="b", both_ways=True)),
        ("--", Edge(source="a", target="b", arrow=False)),
        ("*--", Edge(source="a", target="b", arrow=False)),
        ("o--", Edge(source="a", target="b", arrow=False)),
        ("-(0-", Edge(source="a", target="b", arrow=False)),
        ("--(", Edge(source="a", target="b", arrow=False)),
        ("..>", Edge(source="a", target="b", dashed=True)),
        (".[#blue].>", Edge(source="a", target="b", dashed=True)),
        ("-[dashed]->", Edge(source="a", target="b", dashed=True)),
        ("~~>", Edge(source="a", target="b", dashed=True)),
        ("==>", Edge(source="a", target="b", thick=True)),
        ("-[bold]->", Edge(source="a", target="b", thick=True)),
    ],
)
def test_arrows(arrow: str, edge: Edge) -> None:
    graph = read(f"a {arrow} b")
    assert graph.edges == (edge,)
    assert [node.id for node in graph.nodes] == ["a", "b"]


def test_lines_name_and_declare_their_ends() -> None:
    graph = read(
        "package P {\n [Web shop] --> [Api] : uses\\n[HTTPS]\n}\n:Boss: -> (Log in)\n"
        '"Some thing" ..> Api : **bold** >\nApi "1" -- "0..*" Item : has\na-->b\na -[hidden]- b'
    )
    assert [(n.title, n.shape, n.group) for n in graph.nodes] == [
        ("Web shop", "box", "P"),
        ("Api", "box", "P"),
        ("Boss", "person", ""),
        ("Log in", "rounded", ""),
        ("Some thing", "box", ""),
        ("Item", "box", ""),
        ("a", "box", ""),
        ("b", "box", ""),
    ]
    said = [(e.label, e.technology) for e in graph.edges]
    assert said == [("uses", "HTTPS"), ("", ""), ("bold", ""), ("has (1 – 0..*)", ""), ("", "")]


def test_notes() -> None:
    graph = read(
        "[a]\nnote left : beside\nnote right of a\n two\n lines\nend note\n"
        'note "named" as N1\nN1 .. a\nnote as N2\nfree\nendnote'
    )
    notes = [(n.description, n.shape) for n in graph.nodes[1:]]
    assert notes == [(t, "note") for t in ("beside", "two lines", "named", "free")]
    assert [(e.source, e.target) for e in graph.edges] == [
        ("a", "note-1"),
        ("a", "note-2"),
        ("N1", "a"),
    ]
    assert all(edge.dashed and not edge.arrow for edge in graph.edges)


def test_looks_are_passed_over() -> None:
    graph = read(
        "!theme plain\nskinparam componentStyle rectangle\nskinparam node {\n  FontSize 12\n}\n"
        "<style>\ncard { x }\n</style>\nleft to right direction\ntitle Our **shop**\n' note\n"
        "/' a\nblock '/ [a]\nhide stereotype\nlegend right\n any } text\nend legend\nscale 2"
    )
    assert (graph.title, graph.direction) == ("Our shop", "LR")
    assert [node.title for node in graph.nodes] == ["a"]
    assert read("title\nOne\nTwo\nend title\n[a]").title == "One Two"


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("[a] --> ", Code.SYNTAX, 2),
        ("[a]\npackage x {", Code.SYNTAX, 4),
        ("}\n[a]", Code.SYNTAX, 2),
        ("[a]\nrobust x y z", Code.SYNTAX, 3),
        ("[a]\nnote left of a\ntext", Code.SYNTAX, 3),
        ("!include secret.txt\n[a]", Code.REFUSED, 2),
    ],
)
def test_faults_have_a_line(body: str, code: Code, line: int) -> None:
    graph, (problem,) = read_plantuml_boxes(f"@startuml\n{body}\n@enduml")
    assert graph is None
    assert (problem.code, problem.line) == (code, line)


@pytest.mark.parametrize(
    "body", ["!define X y\n[a]", "!$x = 1\n[a]", "", "note on link : x\n[a]", "[a]\nremove a"]
)
def test_what_only_plantuml_can_draw(body: str) -> None:
    assert read_plantuml_boxes(f"@startuml\n{body}\n@enduml") == (None, ())


_WORDS = st.sampled_from(
    [
        "component",
        "[A b]",
        '"c d"',
        " as ",
        "x",
        " --> ",
        " -[#red]-> ",
        "{",
        "}",
        "\n",
        "[",
        "]",
        " : text",
        "note left of x",
        "end note",
        "<<s>>",
        "#red",
        "together {",
        "(u)",
        ":a:",
        "()",
        "!include x",
        "title",
        "'",
        "/'",
        "'/",
        "database ",
        "..",
        "0)",
        "<|",
        " o-- ",
        "<U+0041>",
    ]
)


@given(st.lists(_WORDS, max_size=30).map("".join) | st.text())
def test_any_text_is_read_without_an_exception(text: str) -> None:
    graph, problems = read_plantuml_boxes(text)
    assert graph is None or not problems
    if graph:
        known = {n.id for n in graph.nodes} | {g.id for g in graph.groups}
        assert len(known) == len(graph.nodes) + len(graph.groups)
        assert {e for edge in graph.edges for e in (edge.source, edge.target)} <= known
        assert {n.group for n in graph.nodes} <= {"", *(g.id for g in graph.groups)}


@pytest.mark.parametrize("piece", ["a --> b\n", "[a]\n", "package x {\n", "note as n\n", "-", '"'])
def test_time_grows_with_the_text(piece: str) -> None:
    grows_linearly(lambda n: lambda: read_plantuml_boxes(piece * n), 300)
