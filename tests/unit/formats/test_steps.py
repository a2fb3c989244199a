"""Numbered steps as a pipeline."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.steps import Step, read_steps
from sphinx_archdoc.model.codes import Code


def lines(*steps: Step) -> list[str]:
    graph, problems = read_steps(steps)
    assert problems == ()
    titles = {node.id: node.title for node in graph.nodes}
    return [f"{titles[e.source]}>{titles[e.target]}" for e in graph.edges]


def test_texts() -> None:
    steps = [
        Step("Build: compile and test"),
        Step("Scan [Trivy]"),
        Step("Deploy [Argo CD]: to production"),
        Step("Tell: all who wait [Slack]"),
        Step("See http://example.org: then\nrest"),
    ]
    graph, problems = read_steps(steps, "Release", "LR")
    assert problems == ()
    assert (graph.title, graph.direction) == ("Release", "LR")
    assert [(n.title, n.subtitle, n.description) for n in graph.nodes] == [
        ("Build", "", "compile and test"),
        ("Scan", "[Trivy]", ""),
        ("Deploy", "[Argo CD]", "to production"),
        ("Tell", "[Slack]", "all who wait"),
        ("See http://example.org", "", "then rest"),
    ]


def test_steps_follow_each_other() -> None:
    assert lines(Step("a"), Step("b"), Step("c")) == ["a>b", "b>c"]


def test_steps_below_are_a_boundary() -> None:
    below = Step("Checks", below=(Step("x"), Step("y")))
    graph, _ = read_steps([Step("a"), below, Step("b")])
    assert [(g.title, g.parent) for g in graph.groups] == [("Checks", "")]
    assert [n.group for n in graph.nodes] == ["", graph.groups[0].id, graph.groups[0].id, ""]
    assert sorted(lines(Step("a"), below, Step("b"))) == ["a>x", "x>y", "y>b"]


def test_bullets_below_run_at_the_same_time() -> None:
    below = Step("Checks", below=(Step("x"), Step("y")), parallel=True)
    assert sorted(lines(Step("a"), below, Step("b"))) == ["a>x", "a>y", "x>b", "y>b"]


def test_an_empty_step_is_reported() -> None:
    graph, (problem,) = read_steps([Step("a"), Step(" ", line=4), Step("b")])
    assert (problem.code, problem.line) == (Code.EMPTY, 4)
    assert len(graph.edges) == 1


def test_limits() -> None:
    deep = Step("end")
    for _ in range(30):
        deep = Step("in", below=(deep,))
    _, (problem,) = read_steps([deep])
    assert problem.code is Code.LIMIT
    graph, problems = read_steps([Step(f"s{i}") for i in range(700)])
    assert len(graph.nodes) == 500
    assert {each.code for each in problems} == {Code.LIMIT}


def _trees() -> st.SearchStrategy[Step]:
    leaf = st.builds(Step, st.text(max_size=20))
    below = lambda inner: st.builds(  # noqa: E731 - a recipe, used once
        Step,
        st.text(max_size=9),
        below=st.lists(inner, max_size=3).map(tuple),
        parallel=st.booleans(),
    )
    return st.recursive(leaf, below, max_leaves=8)


@given(st.lists(_trees(), max_size=5))
def test_every_step_with_a_text_is_drawn(steps: list[Step]) -> None:
    graph, _ = read_steps(steps)
    known = {n.id for n in graph.nodes} | {g.id for g in graph.groups}
    assert len(known) == len(graph.nodes) + len(graph.groups)
    assert {e for edge in graph.edges for e in (edge.source, edge.target)} <= known
