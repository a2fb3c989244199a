"""A picture as text: its lines as sentences, for readers without the picture and without SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Graph


@dataclass(frozen=True, slots=True)
class Relation:
    """One line: the ids (for links) and titles of its ends, and what it says."""

    source: str
    source_title: str
    target: str
    target_title: str
    label: str
    technology: str
    both_ways: bool

    def sentence(self) -> str:
        """Return for example ``Customer → Web app: Browses [HTTPS]``."""
        arrow = "↔" if self.both_ways else "→"
        said = " ".join(p for p in (self.label, self.technology and f"[{self.technology}]") if p)
        ends = f"{self.source_title} {arrow} {self.target_title}"
        return f"{ends}: {said}" if said else ends


def _line(text: str) -> str:
    return " ".join(text.split())


def relations(graph: Graph) -> tuple[Relation, ...]:
    """Return the lines of a picture in drawing order, with their whole texts."""
    titles = {n.id: _line(n.title) or n.id for n in graph.nodes}
    return tuple(
        Relation(
            source=e.source,
            source_title=titles[e.source],
            target=e.target,
            target_title=titles[e.target],
            label=_line(e.label),
            technology=_line(e.technology),
            both_ways=e.both_ways,
        )
        for e in graph.edges
    )


def unrelated(graph: Graph) -> tuple[tuple[str, str], ...]:
    """Return the (id, title) of the boxes that no line touches, in drawing order."""
    touched = {end for e in graph.edges for end in (e.source, e.target)}
    return tuple((n.id, _line(n.title) or n.id) for n in graph.nodes if n.id not in touched)
