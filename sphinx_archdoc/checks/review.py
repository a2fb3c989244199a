"""What checks may know beside the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from sphinx_archdoc.rules import Checks, Given

if TYPE_CHECKING:
    from sphinx_archdoc.model.shown import ShownView

_EMPTY: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Review:
    """The circumstances of a review.

    given      what rules may know
    rules      which of them are on
    views      what the pages show
    leftovers  how many placeholders each page has left, by page
    """

    given: Given = field(default_factory=Given)
    rules: Checks = field(default_factory=Checks)
    views: tuple[ShownView, ...] = ()
    leftovers: Mapping[str, int] = _EMPTY
