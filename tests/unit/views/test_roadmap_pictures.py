"""Roadmaps: their dates, and spans of time as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views_help import Build, made

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.spans import read_span
from sphinx_archdoc.views.roadmap import RoadmapRequest


def plan() -> Build:
    return (
        Build()
        .add("milestone", "M-1", "One", start="2026-01", end="2026-Q1", status="done", owner="A")
        .add("milestone", "M-2", "Two", start="2026-Q2", depends_on="M-1", owner="B")
        .add("milestone", "M-3", "Three", end="2026-H2", status="wip", owner="A")
        .add("milestone", "M-4", "Four")
    )


def test_a_roadmap_of_nothing_says_so() -> None:
    _, wrong = made(Build(), RoadmapRequest())
    assert [problem.message for problem in wrong] == [
        "there is nothing to show: no such milestones"
    ]


def test_roadmap() -> None:
    data, wrong = made(plan(), RoadmapRequest(today="2026-05-12"))
    assert wrong == ()
    spans = {"M-1": "2026-Q1", "M-2": "2026-Q2"}
    for bar in data.bars[:2]:
        assert (bar.start, bar.end) == read_span(spans[bar.id])
    assert [(bar.id, bar.status, bar.tone) for bar in data.bars] == [
        ("M-1", "Done", "ok"), ("M-2", "", "neutral"), ("M-3", "wip", "info"),
    ]  # fmt: skip
    assert data.bars[1].after == ("M-1",)
    assert data.bars[2].start == data.bars[2].end
    assert [item.id for item in data.undated] == ["M-4"]
    assert (data.today, data.today) == read_span("2026-05-12")
    data, _ = made(plan(), RoadmapRequest(group="owner"))
    assert [(bar.lane, bar.id) for bar in data.bars] == [("A", "M-1"), ("A", "M-3"), ("B", "M-2")]


def test_wrong_dates_of_a_roadmap() -> None:
    build = (
        Build()
        .add("milestone", "M-1", start="soon")
        .add("milestone", "M-2", start="2026-05", end="2026-04")
    )
    data, wrong = made(build, RoadmapRequest(today="now"))
    assert [problem.code for problem in wrong] == [Code.DATE, Code.VALUE]
    assert "M-1: start 'soon' is no time" in wrong[0].message
    assert [item.id for item in data.undated] == ["M-1"]
    assert (len(data.bars), data.today) == (1, 0)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-04-15", 1), ("2026-04", 30), ("2026-Q2", 91), ("q1 2027", 90), ("H2 2026", 184),
        ("2026", 365), ("2024", 366), ("15 April 2026", 1), ("April 2026", 30), ("9999-Q4", 92),
    ],
)  # fmt: skip
def test_spans(text: str, days: int) -> None:
    found = read_span(text)
    assert found is not None
    assert found[1] - found[0] + 1 == days


@pytest.mark.parametrize("text", ["", "soon", "2026-Q5", "2026-H3", "0000", "Q2", "2026-13"])
def test_no_spans(text: str) -> None:
    assert read_span(text) is None


@given(st.text() | st.from_regex(r"[0-9QH /-]{1,12}"))
def test_any_text_is_a_span_or_none(text: str) -> None:
    found = read_span(text)
    assert found is None or 0 < found[0] <= found[1]
