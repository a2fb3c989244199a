"""Applications and services."""

from __future__ import annotations

from sphinx_archdoc.kinds._element import Element
from sphinx_archdoc.model.kind import kind, mark


@kind(
    "app",
    title=mark("Application"),
    plural=mark("Applications"),
    family="element",
    argument="id",
    type_words=("container", "service"),
    notation="container",
    role_css="container",
    shape="box",
)
class App(Element):
    """An application or service inside a system: something that runs (C4: container)."""
