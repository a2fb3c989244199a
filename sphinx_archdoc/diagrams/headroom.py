"""Room for the titles of boundaries: lines from above pass beside the words, never through them.

For pictures that read downwards. A title stands in the top left corner of its boundary, so a line
into the boundary must come down right of it. Where a box is too far left for that, the boundary
grows on its left side: everything right of that side moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.order import ancestors
from sphinx_archdoc.diagrams.titles import TITLE_CLEAR, TITLE_LEFT

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.layout import Plan
    from sphinx_archdoc.diagrams.rows import Span, Thing, Way


class Headroom:
    """The titles of one layout; boxes, boundaries and lines are changed in place."""

    def __init__(
        self,
        plan: Plan,
        rows: list[list[Thing]],
        inside: dict[str, int],
        first: dict[int, int],
        across: dict[int, Span],
        ways: list[Way],
    ) -> None:
        """``inside`` is the innermost boundary per thing, ``first`` the first row of each."""
        self.rows = rows
        self.across = across
        self.ways = ways
        self.first = first
        self.titled = [
            (g, plan.groups[g].title_width)
            for g in sorted(first, key=lambda g: (len(ancestors(plan, g)), g))
            if plan.groups[g].title_width
        ]
        self.count: dict[str, int] = {}
        for way in ways:
            self.count[way.lower.name] = self.count.get(way.lower.name, 0) + 1
        around = {name: set(ancestors(plan, group)) for name, group in inside.items()}
        #: The things under a title that lines from above lead to.
        self.under = {
            g: [t for t in rows[first[g]] if t.name in self.count and g in around[t.name]]
            for g, _ in self.titled
        }

    def make(self) -> list[list[Span]]:
        """Move what is in the way; return for each row the room of the titles right above it."""
        for group, width in self.titled:
            zone = self._zone_end(group, width)
            missing = max(
                (zone + (self.count[t.name] - 1) * t.apart - t.span[1] for t in self.under[group]),
                default=0.0,
            )
            if missing > 0:
                self._push(self.across[group][0] + 1, missing)
        titles: list[list[Span]] = [[] for _ in self.rows]
        for group, width in self.titled:
            zone = self._zone_end(group, width)
            titles[self.first[group]].append((self.across[group][0] + TITLE_LEFT, zone))
            for thing in self.under[group]:
                thing.clear = max(thing.clear, zone)
        return titles

    def _zone_end(self, group: int, width: float) -> float:
        return self.across[group][0] + TITLE_LEFT + width + TITLE_CLEAR

    def _push(self, cut: float, by: float) -> None:
        """Move everything right of ``cut``; what lies across it goes by its middle."""
        for row in self.rows:
            for thing in row:
                if thing.u >= cut:
                    thing.u += by
        for group, (start, end) in self.across.items():
            self.across[group] = (start + by * (start >= cut), end + by * (end >= cut))
        for way in self.ways:
            way.wanted = [u + by * (u >= cut) for u in way.wanted]
