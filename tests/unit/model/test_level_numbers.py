from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.kinds import load
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.level_numbers import step_of
from sphinx_archdoc.model.options import read_options
from sphinx_archdoc.model.words import scale


@pytest.mark.parametrize(
    ("steps", "top", "found"),
    [
        (3, 5, [0, 0, 1, 2, 2]),
        (4, 5, [0, 1, 2, 2, 3]),
        (5, 5, [0, 1, 2, 3, 4]),
        (3, 10, [0, 0, 0, 1, 1, 1, 1, 2, 2, 2]),
        (5, 3, [0, 2, 4]),
    ],
)
def test_numbers_keep_their_place_on_the_scale(steps: int, top: int, found: list[int]) -> None:
    counted = [step_of(f"{at}/{top}", steps, share=False) for at in range(1, top + 1)]
    assert counted == found


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("0 %", 0), ("33%", 0), ("34 %", 1), ("66 %", 1), ("67 %", 2), ("100 %", 2), ("10-30 %", 0),
        ("0.3", 0), ("0.5", 1), (",9", 2), ("< 10 %", 0), ("120 %", None), ("often", None),
    ],
)  # fmt: skip
def test_a_share_counts_in_equal_parts(text: str, step: int | None) -> None:
    assert step_of(text, 3, share=True) == step
    assert step_of(text, 3, share=False) is None


@pytest.mark.parametrize("text", ["", "0", "6", "7/5", "1/1", "2026", "-1", "high"])
def test_what_is_no_number_of_a_level(text: str) -> None:
    assert step_of(text, 3, share=True) is None


@given(st.integers(1, 100), st.integers(2, 100), st.sampled_from([3, 4, 5]))
def test_more_is_never_a_lower_step(at: int, top: int, steps: int) -> None:
    if at >= top:
        return
    one, other = (step_of(f"{n}/{top}", steps, share=False) for n in (at, at + 1))
    assert one is not None
    assert other is not None
    assert 0 <= one <= other < steps


def test_a_risk_with_numbers_has_its_levels() -> None:
    risk = load()["risk"]
    values, problems = read_options(risk, {"impact": "4/5", "likelihood": "30 %"}, Settings())
    assert problems == []
    assert (values["impact"].key, values["impact"].text) == ("high", "4/5")
    assert values["likelihood"].key == "low"
    _, problems = read_options(risk, {"impact": "30 %"}, Settings())
    assert [problem.message.split(";")[0] for problem in problems] == [
        "impact: '30 %' is no known word"
    ]


def test_numbers_within_the_scale_are_its_steps() -> None:
    values, _ = read_options(load()["risk"], {"impact": "3"}, Settings(levels=scale(3)))
    assert values["impact"].key == "high"
    values, _ = read_options(load()["risk"], {"impact": "4"}, Settings(levels=scale(3)))
    assert values["impact"].key == "high"
