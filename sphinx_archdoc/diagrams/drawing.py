"""What every kind of picture offers: one module of five functions for each type of picture data.

Picture data is a frozen dataclass (``Graph``, ``Sequence``, ``EntityGraph``, ``Timeline``): what to
draw and never how. The module named here for its type turns it into the four forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.key import KeyEntry
    from sphinx_archdoc.diagrams.layout import Layout
    from sphinx_archdoc.diagrams.outline import Item, Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawn picture. ``svg`` is a template for ``svg.fill``; sizes are px at 100 %."""

    svg: str
    width: float
    height: float
    crossings: int = 0


class PictureType(Protocol):
    """The functions of a module that knows one type of picture data."""

    #: Raised with every change of what is drawn or how: old cache entries are then not found.
    SCHEMA: int
    #: Whether a layout engine has a hand in the picture: then its version shapes the result too.
    USES_ENGINE: bool

    def draw(self, data: Any, engine: Callable[[], Layout]) -> Drawing:
        """Return the picture as SVG; ``engine`` loads a layout engine if one is needed."""

    def key(self, data: Any) -> tuple[KeyEntry, ...]:
        """Return the entries of the key: what is drawn, each look once."""

    def names(self, data: Any) -> tuple[Name, ...]:
        """Return all that may lead to a record: ids and titles of boxes, lanes, bars."""

    def outline(self, data: Any, translate: Callable[[str], str]) -> tuple[Item, ...]:
        """Return the text form."""

    def mermaid(self, data: Any) -> str:
        """Return the picture in Mermaid's language, all labels drawn literally."""

    def plantuml(self, data: Any) -> str:
        """Return the picture in PlantUML's language, all labels drawn literally."""


#: The module for each type of picture data, by the name of its class.
_MODULES = {
    "Graph": "sphinx_archdoc.diagrams.graph_picture",
    "Sequence": "sphinx_archdoc.diagrams.sequence.picture",
    "EntityGraph": "sphinx_archdoc.diagrams.entity.picture",
    "Timeline": "sphinx_archdoc.diagrams.timeline.picture",
}


def is_picture(data: object) -> bool:
    """Tell whether this is picture data."""
    return type(data).__name__ in _MODULES and type(data).__module__.startswith(__package__)


def picture_type(data: object) -> PictureType:
    """Return the functions for this picture data; they are loaded when first asked for."""
    return cast("PictureType", import_module(_MODULES[type(data).__name__]))
