"""Parts of records whose text has a format, see ``model.body``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_archdoc.render.cells import Renderer


def render_body(body: str, shown: Any, render: Renderer) -> list[nodes.Node]:
    """Return what is shown of a text in the format ``body``, by its module ``<body>_body``."""
    module = import_module(f"{__package__}.{body}_body")
    made: list[nodes.Node] = module.render_body(shown, render)
    return made
