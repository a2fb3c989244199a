from __future__ import annotations

import pytest

from sphinx_archdoc.kinds import load
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.level_scales import Levels, tops_below
from sphinx_archdoc.model.options import read_options
from sphinx_archdoc.model.words import scale


@pytest.mark.parametrize(
    ("impact", "likelihood", "steps", "tops"),
    [
        (("Impact", "4 2 3"), ("Probability", "2 2 3"), 3, [5, 5]),
        (("Impact", "1 2"), ("Probability", "4 2"), 3, [5, 5]),
        (("Impact", "3 2"), ("Probability", "1 2"), 3, [0, 0]),
        (("Impact", "4 2"), ("Probability", "2 2"), 5, [0, 0]),
        (("Impact", "5 2"), ("Probability", "2 2"), 4, [5, 5]),
        (("Impact", "7 2"), ("Probability", "4 2"), 3, [10, 10]),
        (("Impact (1-5)", "3 2"), ("Probability", "1 2"), 3, [5, 5]),
        (("Impact (1-3)", "3 2"), ("Probability", "5 2"), 3, [3, 5]),
        (("Impact", "4/5 2"), ("Probability", "2 1"), 3, [5, 5]),
        (("Impact", "4 2"), ("Likelihood (%)", "3 2"), 3, [5, 0]),
        (("Impact", "4 2"), ("Likelihood", "30 2"), 3, [5, 0]),
        (("Impact", "4 high"), ("Likelihood", "low medium"), 3, [5, 5]),
    ],
)
def test_a_table_has_one_scale(
    impact: tuple[str, str], likelihood: tuple[str, str], steps: int, tops: list[int]
) -> None:
    columns = [Levels(header, cells.split()) for header, cells in (impact, likelihood)]
    assert tops_below(columns, steps) == tops


@pytest.mark.parametrize(
    ("impact", "probability", "steps", "words"),
    [
        ("4", "2", 3, ("high", "low")),
        ("2", "4", 3, ("low", "high")),
        ("3", "2", 3, ("high", "medium")),
        ("4", "2", 5, ("high", "low")),
        ("4", "medium", 3, ("high", "medium")),
        ("4", "30 %", 3, ("high", "low")),
        ("4/5", "2", 3, ("high", "low")),
    ],
)
def test_a_record_has_one_scale(
    impact: str, probability: str, steps: int, words: tuple[str, str]
) -> None:
    raw = {"impact": impact, "probability": probability}
    values, problems = read_options(load()["risk"], raw, Settings(levels=scale(steps)))
    assert (values["impact"].key, values["likelihood"].key) == words
    assert not problems
