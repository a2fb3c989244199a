"""Colours of PlantUML's boxes become tones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.plantuml_boxes import read_plantuml_boxes


def roles(body: str) -> dict[str, str]:
    graph, problems = read_plantuml_boxes(f"@startuml\n{body}\n@enduml\n")
    assert problems == ()
    assert graph is not None
    return {box.id: str(box.role) for box in (*graph.nodes, *graph.groups)}


@pytest.mark.parametrize(
    ("looks", "written", "role"),
    [
        ("", "component A #LightGreen", "ok"),
        ("", "component A #ffebee", "bad"),
        ("", "component A #back:LightBlue;line:red", "info"),
        ("", "component A #FFE9B3/FFFFFF", "warn"),
        ("", "component A #EEEEEE", "plain"),
        ("", "component A #DDD;line:black", "plain"),
        ("", "[A] <<new>> #lightgreen", "ok"),
        ("", "node A #lightgreen {\n[B]\n}", "ok"),
        ("", "node A {\n[B]\n}", "node"),
        ("", "package A {\n[B]\n}", "group"),
        ("skinparam componentBackgroundColor LightBlue", "component A", "info"),
        ("skinparam ComponentBackgroundColor #e8f5e9", "[A]", "ok"),
        ("skinparam databaseBackgroundColor LightBlue", "component A", "plain"),
        ("skinparam componentBorderColor red", "component A", "plain"),
        ("skinparam backgroundColor pink", "component A", "plain"),
        ("skinparam component {\n  BackgroundColor LightGreen\n}", "component A", "ok"),
        (
            "skinparam component {\n  BackgroundColor pink\n  BackgroundColor<<new>> LightGreen\n}",
            "component A <<New>>",
            "ok",
        ),
        ("skinparam component {\n  BackgroundColor<<new>> LightGreen\n}", "component A", "plain"),
        (
            "skinparam rectangle<< old >> {\n  BackgroundColor #ffcdd2\n}",
            "rectangle A <<old>>",
            "bad",
        ),
        ("skinparam rectangleBackgroundColor<<old>> red", "rectangle A <<old>>", "bad"),
        ("skinparam componentBackgroundColor pink", "component A #LightGreen", "ok"),
        ("skinparam actorBackgroundColor LightGreen", "actor/ A", "ok"),
        ("<style>\ncomponent {\n  BackgroundColor LightGreen\n}\n</style>", "component A", "ok"),
        (
            "<style>\ncomponentDiagram { .new { BackGroundColor #e8f5e9 } }\n</style>",
            "[A] <<New>>",
            "ok",
        ),
        ("<style>\nnode.old { BackgroundColor red }\n</style>", "node A <<old>>", "bad"),
        ("<style>\nnode.old { BackgroundColor red }\n</style>", "[A] <<old>>", "plain"),
        (
            "<style>\n.old { BackgroundColor red }\n</style>",
            "component A #LightGreen <<old>>",
            "ok",
        ),
        (
            "<style>\ncomponent {\n  LineColor red\n  FontSize 20\n}\n</style>",
            "component A",
            "plain",
        ),
        ("<style>\n}}{ BackgroundColor red\n</style>", "component A", "plain"),
        ("skinparam linetype ortho\nskinparam nodesep 20", "component A", "plain"),
        ("skinparam sequence {\n  ArrowColor red\n}", "component A", "plain"),
    ],
)
def test_colours(looks: str, written: str, role: str) -> None:
    assert roles(f"{looks}\n{written}")["A"] == role


def test_what_comes_later_counts_for_boxes_before() -> None:
    """As in PlantUML, where ``skinparam`` is about the whole picture."""
    assert roles("component A\nskinparam componentBackgroundColor LightGreen")["A"] == "ok"


@given(st.text("skinparam BackgroundColor<>#{}09afcomponent \t", max_size=60))
def test_any_text_after_skinparam_is_read(text: str) -> None:
    line = text.replace("{", "")
    assert roles(f"skinparam {line}\ncomponent A")["A"] in {
        "plain", "ok", "info", "warn", "bad", "mute",
    }  # fmt: skip
