"""Real PlantUML accepts every entity graph that we write, and shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from er_samples import GRAPHS

from sphinx_archdoc.diagrams.entity import picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.entity.data import EntityGraph


@pytest.mark.parametrize("data", GRAPHS[:30], ids=lambda data: data.title)
def test_all_sorts(real_plantuml: Callable[[str], str], data: EntityGraph) -> None:
    drawn = real_plantuml(picture.plantuml(data))
    assert "".join(data.title.split()) in drawn
    for entity in data.entities:
        assert "".join((entity.title or entity.id).split()) in drawn
