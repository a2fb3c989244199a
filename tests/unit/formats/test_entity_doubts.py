from __future__ import annotations

import pytest

from sphinx_archdoc.diagrams.entity.data import Column
from sphinx_archdoc.formats.entity_body import read_body


@pytest.mark.parametrize(
    ("bullet", "words"),
    [
        ("- total: money =", "no default behind '='"),
        ("- total: money default", "no default behind 'default'"),
        ("- id uuid PK", "'id: uuid PK'"),
        ("- id uuid", "'id: uuid'"),
        ("- state OrderState NOT NULL", "'state: OrderState NOT NULL'"),
        ("- has lots: Lines", "did you mean 'has"),
    ],
)
def test_what_nearly_says_something_is_reported_once(bullet: str, words: str) -> None:
    found = read_body(f"Words.\n\n- name: text\n{bullet}\n")
    assert [problem.line for problem in found.problems] == [4]
    assert words in found.problems[0].message
    fenced = read_body(f"Words.\n\n```text\n- name: text\n{bullet}\n```\n")
    assert [problem.line for problem in fenced.problems] == [5]


@pytest.mark.parametrize(
    "bullet",
    [
        "- Email is unique",
        "- order date",
        "- The total must be positive",
        "- has limits: 3 per user",
        "- Orders belong to one user: Ann",
        "- status history is optional",
    ],
)
def test_sentences_are_not_reported(bullet: str) -> None:
    assert read_body(f"- name: text\n{bullet}\n").problems == ()


def test_a_missing_default_is_no_word_of_the_type() -> None:
    assert read_body("- total: money =").data.columns == (Column(name="total", type="money"),)
