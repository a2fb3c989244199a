"""Software systems."""

from __future__ import annotations

from sphinx_archdoc.kinds._element import Element
from sphinx_archdoc.model.kind import kind, mark


@kind(
    "system",
    title=mark("Software system"),
    plural=mark("Software systems"),
    family="element",
    argument="id",
    notation="software system",
    role_css="system",
    shape="box",
)
class System(Element):
    """A software system: the highest level of abstraction, something that delivers value (C4: software system)."""
