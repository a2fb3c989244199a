"""Saying that a picture shows too much, and what to show instead."""

from __future__ import annotations

from sphinx_archdoc.diagrams.density import MOST_BOXES, too_dense
from sphinx_archdoc.diagrams.graph import Graph
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem


def dense(data: object) -> tuple[Problem, ...]:
    """Return a problem for a graph that nobody can take in at once."""
    found = too_dense(data) if isinstance(data, Graph) else None
    if found is None:
        return ()
    parts = ", ".join(f"{part.title or part.id!r} ({part.boxes} boxes)" for part in found.parts)
    many = f"the picture has {found.boxes} boxes and {found.lines} lines"
    if found.boxes > MOST_BOXES:
        many += f", more than {MOST_BOXES} boxes are hard to take in"
    hint = f"; pictures of a part would be clearer, for example of {parts}" if parts else ""
    return (Problem(Code.DENSE, many + (hint or "; show less with filter, tags or exclude")),)
