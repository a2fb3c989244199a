"""What rules may know beside the model: the day, and what counts as too long or as high."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.model.scores import Scoring, scoring_of

if TYPE_CHECKING:
    from sphinx_archdoc.model.shown import ShownView


@dataclass(frozen=True, slots=True)
class Given:
    """The circumstances of a check.

    today       the day as ``2026-01-20``; empty: rules about time say nothing
    stale_days  days after which a proposal is stale
    shown       ids of the building blocks that a picture shows; None: not known
    scoring     how risks are scored
    views       the views that pages show; None: not known
    elsewhere   kind and id of records in other projects that this one links to
    """

    today: str = ""
    stale_days: int = 90
    shown: frozenset[str] | None = None
    scoring: Scoring = field(default_factory=scoring_of)
    views: tuple[ShownView, ...] | None = None
    elsewhere: frozenset[tuple[str, str]] = frozenset()
