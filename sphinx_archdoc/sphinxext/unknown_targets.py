"""References of our roles that lead nowhere: on an HTML page a reader sees that they are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx import addnodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

UNKNOWN = mark("No record has this id")


def show_unknown(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, shown: nodes.TextElement
) -> nodes.Element | None:
    """Mark a reference that nobody has resolved (``missing-reference``, after intersphinx)."""
    if node.get("refdomain") != "arch" or app.builder.format != "html":
        return None
    from sphinx_archdoc.render.links import unknown_reference

    return unknown_reference(translate(UNKNOWN), shown)
