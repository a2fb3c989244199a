"""Real PlantUML accepts every sequence that we write, and shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from sequence_samples import SAMPLES

from sphinx_archdoc.diagrams.sequence import picture
from sphinx_archdoc.diagrams.sequence.data import (
    Message,
    Participant,
    Sequence,
    Style,
    codes_at,
)

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("name", [n for n in SAMPLES if n not in ("nothing", "lanes only")])
def test_all_sorts(real_plantuml: Callable[[str], str], name: str) -> None:
    drawn = real_plantuml(picture.plantuml(SAMPLES[name]))
    assert drawn
    assert all(code in drawn for codes in codes_at(SAMPLES[name]).values() for code in codes)


@pytest.mark.parametrize("style", get_args(Style))
@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize("both", [False, True])
def test_arrows_over_the_border(
    real_plantuml: Callable[[str], str], style: Style, *, lost: bool, both: bool
) -> None:
    ends = [("a", "["), ("[", "a"), ("a", "]"), ("]", "a"), ("a", "b"), ("a", "a")]
    items = tuple(
        Message(source=s, target=t, text=f"to{n}", style=style, lost=lost, both_ways=both)
        for n, (s, t) in enumerate(ends)
    )
    people = (Participant(id="a"), Participant(id="b"))
    drawn = real_plantuml(
        picture.plantuml(Sequence(title="Ends", participants=people, items=items))
    )
    assert all(f"to{n}" in drawn for n in range(len(ends)))
