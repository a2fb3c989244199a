"""Colours of Mermaid flowcharts as tones, and where a click leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.mermaid_flowchart import read_mermaid_flowchart
from sphinx_archdoc.formats.mermaid_looks import tone_of

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Graph


def read(body: str) -> Graph:
    graph, problems = read_mermaid_flowchart(f"flowchart TB\n{body}\n")
    assert problems == ()
    assert graph is not None
    return graph


def roles(body: str) -> dict[str, str]:
    graph = read(body)
    nodes = {node.id: str(node.role) for node in graph.nodes}
    return nodes | {group.id: str(group.role) for group in graph.groups}


@pytest.mark.parametrize(
    ("style", "tone"),
    [
        ("fill:#fdd", "bad"),
        ("fill:#ffebee,stroke:#c62828", "bad"),
        ("fill: #ffe9b3", "warn"),
        ("fill:#e8f5e9", "ok"),
        ("fill:#e1f5fe,stroke:#01579b,stroke-width:2px", "info"),
        ("fill:#f3e5f5", "mute"),
        ("fill:#ff000080", "bad"),
        ("fill:rgb(220, 255, 220)", "ok"),
        ("fill:hsl(210, 50%, 90%)", "info"),
        ("fill:lightgreen", "ok"),
        ("fill:LightCoral", "bad"),
        ("fill:#fff,stroke:#090", "ok"),
        ("stroke:red", "bad"),
        ("fill:#eee,stroke:#333", None),
        ("fill:none", None),
        ("fill:hsl(210, 0%, 90%)", None),
        ("color:red", None),
        ("", None),
    ],
)
def test_tones(style: str, tone: str | None) -> None:
    assert tone_of(style) == tone


@given(st.text("filstroke:#rgbahs(), .%0123456789f\u0661", max_size=40))
def test_any_style_has_a_tone_or_none(style: str) -> None:
    assert tone_of(f"fill:{style}") in {None, "bad", "warn", "ok", "info", "mute"}


def test_classes_in_both_notations() -> None:
    body = "a:::red --> b & c\nclassDef red,rot fill:#fdd\nclass b,c rot;"
    assert roles(body) == dict.fromkeys("abc", "bad")


def test_a_style_counts_more_than_a_class_and_a_class_more_than_the_default() -> None:
    body = (
        "a --> b:::red --> c:::red\nclassDef default fill:#dfd\nclassDef red fill:#fdd\n"
        "style c fill:#ddf,stroke:#333,color:#000"
    )
    assert roles(body) == {"a": "ok", "b": "bad", "c": "info"}


def test_subgraphs_have_looks_too() -> None:
    body = "subgraph one\na --> b\nend\nstyle one fill:#fdd\nclassDef default fill:#dfd"
    assert roles(body) == {"a": "ok", "b": "ok", "one": "bad"}


def test_grey_and_unknown_classes_are_plain() -> None:
    body = "a:::grey --> b:::nowhere\nclassDef grey fill:#eee,stroke:#999"
    assert roles(body) == {"a": "plain", "b": "plain"}


@pytest.mark.parametrize(
    ("click", "links"),
    [
        ('click a "https://example.org/x?y=1;z" "Tip" _blank', "https://example.org/x?y=1;z"),
        ('click a href "page.html#part"', "page.html#part"),
        ('click a "javascript:alert(1)"', ""),
        ('click a "JaVa\tScript:alert(1)"', ""),
        ('click a "data:text/html,x" "tip"', ""),
        ('click a call run("x")', ""),
        ('click a run "tip"', ""),
        ('click nowhere "https://example.org"', ""),
        ('click a ""', ""),
    ],
)
def test_a_click_is_a_link_where_that_is_safe(click: str, links: str) -> None:
    assert read(f"a --> b\n{click}").links == ((("a", links),) if links else ())
