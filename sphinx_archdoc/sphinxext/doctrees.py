"""Pages that were read are let go until they are written: they are on disk.

Sphinx keeps every page of a build as nodes from reading to writing. Loading them again costs a
fiftieth of a first build, and keeping them would be a quarter of its memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: So many pages may stay: a small project is built without loading any page again.
KEPT = 20


def let_go_before(app: Sphinx, docname: str, content: list[str]) -> None:
    """Let go of earlier pages (``source-read``)."""
    _let_go(app.env)


def let_go(app: Sphinx, env: BuildEnvironment) -> None:
    """Let go of the last pages (``env-updated``)."""
    _let_go(env)


def _let_go(env: BuildEnvironment) -> None:
    # Sphinx has no setting for it. Without this attribute, all is as Sphinx does it.
    kept: dict[str, nodes.document] = getattr(env, "_write_doc_doctree_cache", {})
    if len(kept) > KEPT:
        kept.clear()


def forget_bytes(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Forget the stored form of a page that is being written (``html-page-context``)."""
    getattr(app.env, "_pickled_doctree_cache", {}).pop(pagename, None)
