"""Risk scores: impact times likelihood on the project's scale, and the band a score falls in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.model.words import Term, Vocabulary, mark, scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.words import Word

#: The bands, lowest first; their tones colour badges and cells.
BANDS = Vocabulary(
    Term(key="low", label=mark("Low"), tone="s1"),
    Term(key="medium", label=mark("Medium"), tone="s2"),
    Term(key="high", label=mark("High"), tone="s3"),
    Term(key="critical", label=mark("Critical"), tone="s4"),
)

#: Lowest scores of medium, high and critical, by the number of steps of the scale.
DEFAULT_THRESHOLDS = {3: (3, 6, 9), 4: (4, 8, 12), 5: (5, 10, 17)}


@dataclass(frozen=True, slots=True)
class Scoring:
    """How impact and likelihood become a score. Steps count from 1, so a score is 1 to n²."""

    levels: Vocabulary
    thresholds: tuple[int, int, int]

    def score(self, impact: Word | None, likelihood: Word | None) -> int:
        """Return impact × likelihood, or 0 when either is missing or no known level."""
        if not impact or not likelihood or not impact.key or not likelihood.key:
            return 0
        return (self.levels.rank(impact.key) + 1) * (self.levels.rank(likelihood.key) + 1)

    def band(self, score: int) -> Term | None:
        """Return the band of a score; None for no score."""
        if not score:
            return None
        return BANDS.terms[sum(score >= threshold for threshold in self.thresholds)]


def scoring_of(steps: int = 3, thresholds: Sequence[int] | None = None) -> Scoring:
    """Return how risks are scored on a scale of so many steps, with its usual thresholds or others.

    ``thresholds`` are the lowest scores of medium, high and critical.
    """
    medium, high, critical = thresholds or DEFAULT_THRESHOLDS[steps]
    return Scoring(scale(steps), (medium, high, critical))
