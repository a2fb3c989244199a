"""C4 macros as Mermaid and C4-PlantUML write them: what each declares."""

from __future__ import annotations

import pytest

from sphinx_archdoc.formats.c4_macros import looks_like_macros, read_macros
from sphinx_archdoc.formats.c4_names import ELEMENTS

MERMAID = """\
C4Container
    title Containers of [Shop]
    %% a comment
    Person(user, "User")
    Container_Boundary(c1, "[Shop]") {
        Container(web, "Web, app (new)", "Next.js", "UI<br/>delivery")
        ContainerDb(db, "Data\\nbase", "PostgreSQL")
        ContainerQueue(q, "Queue", $descr="Jobs")
    }
    System_Ext(mail, "Mail")
    Rel(user, web, "Uses", "HTTPS")
    BiRel(web, db, "Reads/Writes")
    UpdateRelStyle(user, web, $offsetX="5")
"""
PLANTUML = """\
@startuml name
!include https://raw.githubusercontent.com/plantuml-stdlib/C4-PlantUML/master/C4_Deployment.puml
!include <C4/C4_Container>
set separator none
LAYOUT_LEFT_RIGHT()
/' a comment
   of two lines '/
skinparam rectangle<<x>> {
  FontColor red
  Style { a b }
}
title "Live"
AddElementTag("v1", $bgColor="#fff", $shape=EightSidedShape())
Deployment_Node(plc, "Live", "Data centre", "Two sites") {
    Node_L(dn, Server, "Ubuntu",
           $tags="a+v1",
           $link="https://example.org") {
        Container(api, "API", $techn="Java", $descr="Says \\"hello\\"")
    }
}
Rel_Back(plc, api, "Runs in", $tags="async")
RelIndex_D($index-1, api, dn, "Is on", "OS", "More")
Lay_D(plc, dn)
SHOW_LEGEND()
legend right
  Rel(no, such)
endlegend
@enduml
"""


def test_mermaid() -> None:
    read = read_macros(MERMAID)
    assert not read.problems
    assert read.title == "Containers of [Shop]"
    assert [(e.kind, e.id, e.title, e.parent, e.line) for e in read.elements] == [
        ("person", "user", "User", "", 4),
        ("system", "c1", "[Shop]", "", 5),
        ("app", "web", "Web, app (new)", "c1", 6),
        ("datastore", "db", "Data base", "c1", 7),
        ("queue", "q", "Queue", "c1", 8),
        ("system", "mail", "Mail", "", 10),
    ]
    assert [e.boundary for e in read.elements] == [False, True, False, False, False, False]
    assert read.elements[2].description == "UI delivery"
    assert read.elements[4].description == "Jobs"
    assert read.elements[5].external
    assert [(r.label, r.technology, r.both_ways) for r in read.relations] == [
        ("Uses", "HTTPS", False),
        ("Reads/Writes", "", True),
    ]


def test_plantuml() -> None:
    read = read_macros(PLANTUML)
    assert not read.problems
    assert (read.title, read.direction) == ("Live", "LR")
    plc, server, api = read.elements
    assert (plc.kind, plc.technology, plc.description) == (
        "deployment-node", "Data centre", "Two sites",
    )  # fmt: skip
    assert (server.title, server.parent, server.tags) == ("Server", "plc", ("a", "v1"))
    assert (api.parent, api.technology, api.description) == ("dn", "Java", 'Says "hello"')
    back, indexed = read.relations
    assert (back.source, back.target, back.style) == ("api", "plc", "async")
    assert (indexed.source, indexed.target, indexed.label) == ("api", "dn", "Is on")
    assert (indexed.technology, indexed.description) == ("OS", "More")


@pytest.mark.parametrize(
    ("line", "ends", "label", "technology", "both_ways"),
    [
        ("a --> b : Reads", "a b", "Reads", "", False),
        ("a->b:Reads", "a b", "Reads", "", False),
        ("a -down-> b : Reads\\n[SQL]", "a b", "Reads", "SQL", False),
        ("a <-- b : Events", "b a", "Events", "", False),
        ("a <--> b", "a b", "", "", True),
        ('"a" ..> [b] : Reads', "a b", "Reads", "", False),
        ("a -[#red,dashed]-> b : Reads", "a b", "Reads", "", False),
    ],
)
def test_arrows_of_plantuml(
    line: str, ends: str, label: str, technology: str, *, both_ways: bool
) -> None:
    read = read_macros(f'Container(a, "A")\nContainer(b, "B")\n{line}\n')
    assert not read.problems
    (found,) = read.relations
    assert f"{found.source} {found.target}" == ends
    assert (found.label, found.technology, found.both_ways) == (label, technology, both_ways)
    assert found.line == 3


@pytest.mark.parametrize("name", ELEMENTS)
def test_every_element_macro(name: str) -> None:
    read = read_macros(f'{name}(a, "A")')
    (element,) = read.elements
    assert not read.problems
    assert element.external == name.endswith("_Ext")
    assert element.boundary == name.endswith("Boundary")


def test_stores_of_each_level() -> None:
    read = read_macros("SystemDb(a)\nContainerDb_Ext(b)\nComponentQueue(c, $tags='x')")
    assert [(e.kind, e.tags) for e in read.elements] == [
        ("system", ("database",)),
        ("datastore", ()),
        ("component", ("queue", "x")),
    ]


def test_boundaries() -> None:
    read = read_macros(
        "Enterprise_Boundary(e, 'E') {\n System_Boundary(s, 'S')\n {\n"
        "  Container_Boundary(c, 'C') { Component(x, 'X') }\n }\n}\n"
        "Container_Boundary(outer, 'O') {\n Container_Boundary(inner, 'I') {\n"
        "  Component(y, 'Y')\n }\n}\nBoundary(b, 'B', 'team') { Person(p, 'P') }"
    )
    assert not read.problems
    assert [(e.id, e.kind, e.parent) for e in read.elements] == [
        ("e", "group", ""), ("s", "system", "e"), ("c", "app", "s"), ("x", "component", "c"),
        ("outer", "system", ""), ("inner", "app", "outer"), ("y", "component", "inner"),
        ("b", "group", ""), ("p", "person", "b"),
    ]  # fmt: skip
    assert read.elements[7].technology == "team"


def test_boundaries_without_braces_end_by_a_call() -> None:
    read = read_macros('Container_Boundary(b, "B")\n Component(c, "C")\nBoundary_End()\nPerson(p)')
    assert not read.problems
    assert [e.parent for e in read.elements] == ["", "b", ""]


def test_boundaries_that_structurizr_names_after_what_is_in_them() -> None:
    read = read_macros(
        'System_Boundary("Shop_boundary", "Shop", $tags="") {\n'
        '  Container(Shop.Web, "Web")\n'
        '  Container_Boundary("Shop.API_boundary", "API") {\n'
        '    Component(Shop.API.Orders, "Orders")\n  }\n}\n'
        "Rel(Shop.Web, Shop.API_boundary, 'Calls')"
    )
    assert not read.problems
    assert [(e.id, e.kind, e.parent) for e in read.elements] == [
        ("Shop", "system", ""), ("Shop.Web", "app", "Shop"), ("Shop.API", "app", "Shop"),
        ("Shop.API.Orders", "component", "Shop.API"),
    ]  # fmt: skip
    assert [(r.source, r.target) for r in read.relations] == [("Shop.Web", "Shop.API")]


@pytest.mark.parametrize(
    "text",
    [
        "System_Boundary(a_boundary, 'A') { Container(web, 'W') }",  # somebody's own name
        "System_Boundary(a_boundary, 'A') { Container(a.b, 'B')\n Container(c, 'C') }",
        "System(a, 'A')\nSystem_Boundary(a_boundary, 'A') { Container(a.b, 'B') }",  # taken
        "System_Boundary(a_boundary, 'A') {\n}",
        "System(a_boundary, 'A')",
    ],
)
def test_boundaries_that_keep_their_name(text: str) -> None:
    assert "a_boundary" in [e.id for e in read_macros(text).elements]


def test_a_description_where_a_sprite_belongs() -> None:
    read = read_macros('System(a, "A", "Java", "Does it all")\nSystem(b, "B", "All of it", "icon")')
    assert [(e.technology, e.description) for e in read.elements] == [
        ("Java", "Does it all"),
        ("", "All of it"),
    ]


def test_aliases_that_are_no_ids() -> None:
    read = read_macros(
        'System(büro, "B")\nSystem("bü ro", "B")\nSystem(buero, "C")\nSystem(系统, "D")\n'
        'Rel(büro, buero, "x")\nRel("bü ro", 系统, "y")'
    )
    assert not read.problems
    assert [e.id for e in read.elements] == ["buero", "bue-ro", "buero-2", "u7cfb-u7edf"]
    assert [(r.source, r.target) for r in read.relations] == [
        ("buero", "buero-2"),
        ("bue-ro", "u7cfb-u7edf"),
    ]


def test_front_matter_directives_and_directions() -> None:
    read = read_macros("---\ntitle: 'T'\n---\n%%{init: {\n'x': 1}}%%\nC4Context\nPerson(a)")
    assert (read.title, read.problems, len(read.elements)) == ("T", (), 1)
    assert read_macros("left to right direction").direction == "LR"
    assert read_macros("direction TD").direction == "TB"
    assert read_macros("LAYOUT_TOP_DOWN()").direction == "TB"
    assert read_macros("title\n A\n B\nend title\nPerson(p)").title == "A B"


def test_looks_like_macros() -> None:
    for text in (MERMAID, PLANTUML, "C4Context", "\n%% x\n C4Dynamic\n", '\nPerson (a, "A")'):
        assert looks_like_macros(text)
    for text in ("", "person a\nsystem b", "sequenceDiagram\nA->>B: C4Context", "@startuml\na->b"):
        assert not looks_like_macros(text)
