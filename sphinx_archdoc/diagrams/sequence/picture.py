"""The forms of a sequence, see ``diagrams.drawing.PictureType``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.drawing import Drawing
from sphinx_archdoc.diagrams.outline import Name
from sphinx_archdoc.diagrams.sequence.layout import lay_out
from sphinx_archdoc.diagrams.sequence.mermaid import mermaid
from sphinx_archdoc.diagrams.sequence.plantuml import plantuml
from sphinx_archdoc.diagrams.sequence.svg import template
from sphinx_archdoc.diagrams.sequence.text import outline

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.key import KeyEntry
    from sphinx_archdoc.diagrams.layout import Layout
    from sphinx_archdoc.diagrams.sequence.data import Sequence

#: Raised with every change of what is drawn or how: old cache entries are then not found.
SCHEMA = 5
#: A ladder needs no layout engine.
USES_ENGINE = False


def draw(data: Sequence, engine: Callable[[], Layout]) -> Drawing:
    """Return the picture as SVG; a sequence needs no layout engine."""
    placed = lay_out(data)
    return Drawing(svg=template(data, placed), width=placed.width, height=placed.height)


def key(data: Sequence) -> tuple[KeyEntry, ...]:
    """Return nothing: every lane says below its name what it is."""
    return ()


def names(data: Sequence) -> tuple[Name, ...]:
    """Return the participants."""
    return tuple(Name(p.id, p.title or p.id) for p in data.participants)


__all__ = ["SCHEMA", "draw", "key", "mermaid", "names", "outline", "plantuml"]
