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
    """Something that delivers value as a whole: the highest level (C4: software system)."""
