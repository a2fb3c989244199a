"""A check without a build: what changed is read, the whole is looked at, nothing is written."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from sphinx.addnodes import pending_xref
from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.util.build_phase import BuildPhase

from sphinx_archdoc.sphinxext import quick_pages
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.views.computing import shows_picture

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def check_only(app: Sphinx, quickly: bool) -> None:
    """Report what a build would report (``archdoc-check``).

    ``quickly``: pages that are nothing but a decision are not parsed.
    """
    builder, env = app.builder, app.env
    if quickly:
        quick_pages.read_quickly(app)
    builder.phase = BuildPhase.READING
    changed = builder.read()
    with (builder.doctreedir / ENV_PICKLE_FILENAME).open("wb") as file:
        pickle.dump(env, file, pickle.HIGHEST_PROTOCOL)
    builder.phase = BuildPhase.CONSISTENCY_CHECK
    env.check_consistency()  # Sphinx looks at the tables of contents, then we at the model
    # What is left to go wrong is what cannot be drawn.
    builder.phase = BuildPhase.RESOLVING
    for docname in dict.fromkeys(changed):  # some are named twice
        if _is_drawn_on(env, docname):
            doctree = env.get_doctree(docname)
            _leave_numbers(doctree)
            env.apply_post_transforms(doctree, docname)


def _leave_numbers(doctree: nodes.document) -> None:
    """Leave out references to numbers: only a build counts the figures of all pages."""
    for node in tuple(doctree.findall(pending_xref)):
        if node.get("reftype") == "numref":
            node.replace_self(node.children)


def _is_drawn_on(env: BuildEnvironment, docname: str) -> bool:
    kept = domain_of(env).pages.get(docname)
    return kept is not None and any(
        shows_picture(view.request) or getattr(view.request, "needs_engine", False)
        for view in kept.views
    )
