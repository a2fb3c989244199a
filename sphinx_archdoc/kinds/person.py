"""People who use or run a system."""

from __future__ import annotations

from sphinx_archdoc.kinds._element import Element
from sphinx_archdoc.model.kind import kind, mark


@kind(
    "person",
    title=mark("Person"),
    plural=mark("People"),
    family="element",
    argument="id",
    notation="person",
    role_css="person",
    shape="person",
)
class Person(Element):
    """A person or role that uses, runs or is affected by a system (C4: person)."""
