"""Boxes that PlantUML or a flowchart draws, as building blocks."""

from __future__ import annotations

from sphinx_archdoc.formats.box_model import read_boxes

PLANTUML = """\
@startuml
node "Production" {
  package "Cluster" {
    [API pods] as API
    node "Sidecar" as SIDE
  }
  database "Orders" as DB
}
actor Customer
cloud "Cards" as CARDS
Customer --> API
API --> DB : reads
API -> CARDS
@enduml
"""
FLOWCHART = """\
flowchart TB
    Client[Web client]
    DB[(Orders)]
    Check{Is it paid?}
    Client -->|HTTPS| DB
    Client --> Check
"""


def test_nodes_hold_what_runs_in_them() -> None:
    graph, found = read_boxes(PLANTUML, "deployment")
    assert graph is not None
    assert {item.id: (item.kind, item.line) for item in found.elements} == {
        "Production": ("deployment-node", 2),
        "Cluster": ("group", 3),
        "API": ("app", 4),
        "SIDE": ("deployment-node", 5),
        "DB": ("datastore", 7),
        "Customer": ("person", 9),
        "CARDS": ("system", 10),
    }
    assert {item.id for item in found.elements if item.external} == {"CARDS"}
    assert {item.id: item.parent for item in found.elements}["SIDE"] == "Production"
    runs = [(item.node, item.element, item.line) for item in found.instances]
    assert runs == [("Production", "API", 2), ("Production", "DB", 2)]
    joined = [(item.source, item.target, item.label, item.line) for item in found.relations]
    assert joined == [
        ("Customer", "API", "", 11),
        ("API", "DB", "reads", 12),
        ("API", "CARDS", "", 13),
    ]


def test_the_level_says_what_a_plain_box_is_and_a_decision_is_none() -> None:
    for level, kind in (("container", "app"), ("context", "system"), ("component", "component")):
        graph, found = read_boxes(FLOWCHART, level)
        assert graph is not None
        assert {item.id: item.kind for item in found.elements} == {
            "Client": kind,
            "DB": "datastore",
        }
        assert [(item.label, item.line) for item in found.relations] == [("HTTPS", 5)]


def test_a_text_without_boxes_declares_nothing() -> None:
    graph, found = read_boxes("sequenceDiagram\n  A->>B: x\n", "context")
    assert graph is None
    assert not found.elements


def test_lines_are_those_of_whole_names() -> None:
    text = "flowchart TB\n    capital --> api2\n    api2 --> b\n    api --> b\n    b --> api\n"
    _, found = read_boxes(text, "container")
    lines = {item.id: item.line for item in found.elements}
    assert lines == {"capital": 2, "api2": 2, "b": 3, "api": 4}
    assert [item.line for item in found.relations] == [2, 3, 4, 4]
