from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.c4_lines import read_lines
from sphinx_archdoc.formats.c4_macros import read_macros
from sphinx_archdoc.formats.step_lines import read_step_lines
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.values import Ref, read_refs

DEPLOYMENT = """\
deployment-node prod.eu "EU" [AWS]
  deployment-node k8s "Cluster"
    instance shop.api x3
    instance shop.web 2
  instance rds shop.db ×2
infrastructure-node prod.lb "Load balancer"
instance prod.us.box shop.api
prod.lb -> shop.web : Forwards
"""


def test_instances() -> None:
    read = read_lines(DEPLOYMENT)
    assert read.problems == ()
    assert [(i.node, i.element, i.count, i.line) for i in read.instances] == [
        ("prod.eu.k8s", "shop.api", 3, 3),
        ("prod.eu.k8s", "shop.web", 2, 4),
        ("prod.eu.rds", "shop.db", 2, 5),
        ("prod.us.box", "shop.api", 1, 7),
    ]
    kinds = {element.id: element.kind for element in read.elements}
    assert kinds["prod.lb"] == "infrastructure-node"
    assert len(read.relations) == 1


@pytest.mark.parametrize("line", ["instance shop.api", "instance a b c", "instance n e x0"])
def test_wrong_instances(line: str) -> None:
    read = read_lines(line)
    assert [(problem.code, problem.line) for problem in read.problems] == [(Code.SYNTAX, 1)]
    assert "expected 'instance NODE ELEMENT x3'" in read.problems[0].message
    assert read.instances == ()


def test_a_line_that_only_begins_so_is_no_instance() -> None:
    assert len(read_lines("instance.x -> b : c").relations) == 1


def test_numbers_of_instances_in_references() -> None:
    refs, bad = read_refs("shop.api x3, shop.web ×2, shop.db (x4), box3, ax3")
    assert bad == []
    assert refs == (
        Ref("shop.api", "x3"), Ref("shop.web", "×2"), Ref("shop.db", "x4"), Ref("box3"),
        Ref("ax3"),
    )  # fmt: skip


def test_numbers_of_macros() -> None:
    text = 'Person(a, "A")\nSystem(b, "B")\nRelIndex(3, a, b, "x")\nRelIndex(Index(), b, a, "y")\n'
    assert [relation.number for relation in read_macros(text).relations] == ["3", ""]


STEPS = """\
Words before the list.

1. **Build**: compile
   and test
2. Checks

   - Lint
   - `Scan`
     1. Deep
3) Deploy [Argo CD]
"""


def test_steps() -> None:
    steps = read_step_lines(STEPS)
    assert [(step.text, step.line, step.parallel) for step in steps] == [
        ("Build: compile and test", 3, False),
        ("Checks", 5, True),
        ("Deploy [Argo CD]", 10, False),
    ]
    assert [step.text for step in steps[1].below] == ["Lint", "Scan"]
    assert [step.text for step in steps[1].below[1].below] == ["Deep"]
    assert read_step_lines("No list.\n\nAt all.") == ()


@given(
    st.text()
    | st.lists(st.sampled_from(["1. a", "  - b", "\t* c", "", "x", "    9) d"])).map("\n".join)
)
def test_any_text_has_steps_or_none(text: str) -> None:
    for step in read_step_lines(text):
        assert step.line >= 1


def test_steps_nest_only_so_deep() -> None:
    text = "\n".join(f"{'  ' * depth}- s{depth}" for depth in range(500))
    depth, steps = 0, read_step_lines(text)
    while steps:
        depth, steps = depth + 1, steps[-1].below
    assert depth < 20
