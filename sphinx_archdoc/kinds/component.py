"""Components."""

from __future__ import annotations

from sphinx_archdoc.kinds._element import Element
from sphinx_archdoc.model.kind import kind, mark


@kind(
    "component",
    title=mark("Component"),
    plural=mark("Components"),
    family="element",
    argument="id",
    notation="component",
    role_css="component",
    shape="box",
)
class Component(Element):
    """A part of an application behind one interface (C4: component)."""
