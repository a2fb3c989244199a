"""Navigation that does not pay for records: site-wide lists of page titles skip their entries.

Themes such as furo ask, for every page, for the titles of all pages. Sphinx answers by copying
the whole table of contents of every page, records included, and then throws all but the titles
away: with 1,700 records that was an eighth of a build. Here the entries of records stand in an
``only`` node of the stored contents; it holds everywhere except in that one question, whose answer
is the same with and without them.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.adapters.toctree import global_toctree_for_doc
from sphinx.util.tags import Tags

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: A tag that no build has, except while page titles are collected.
TITLES_ONLY = "archdoc_titles_only"
#: Sphinx before 9.0 has no way to ask with other tags; there, nothing is skipped.
_CAN_SKIP = "tags" in inspect.signature(global_toctree_for_doc).parameters


def wrap_entries(app: Sphinx, document: nodes.document) -> None:
    """Put the entries of records in the page's contents under the condition (``doctree-read``)."""
    env = app.env
    if not _CAN_SKIP or "archdoc_drafts" not in env.current_document:
        return
    from sphinx_archdoc.sphinxext.drafts import drafts

    anchors = {f"#{draft.at.anchor}" for draft in drafts(env) if draft.origin == "block"}
    if not anchors:
        return
    toc = env.tocs[env.current_document.docname]
    for item in [*toc.findall(nodes.list_item)]:
        if _anchor(item) in anchors and not any(True for _ in item.findall(addnodes.toctree)):
            parent = item.parent
            place = parent.index(item)
            before = parent[place - 1] if place else None
            if isinstance(before, addnodes.only) and before["expr"] == f"not {TITLES_ONLY}":
                parent.remove(item)
                before.append(item)
            else:
                parent[place] = addnodes.only("", item, expr=f"not {TITLES_ONLY}")


def _anchor(item: nodes.Element) -> str:
    for reference in item[0].findall(nodes.reference):
        return str(reference.get("anchorname", ""))
    return ""


def skip_entries(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Answer the question for page titles without the entries of records.

    For ``html-page-context``, before themes ask.
    """
    usual = context.get("toctree")
    if not _CAN_SKIP or usual is None:
        return
    builder, tags = app.builder, Tags([*app.tags, TITLES_ONLY])

    def toctree(**asked: Any) -> Any:
        if not asked.get("titles_only"):
            return usual(**asked)
        wanted = {"includehidden": False, "collapse": True, **asked}
        if wanted.get("maxdepth") == "":
            del wanted["maxdepth"]
        found = global_toctree_for_doc(app.env, pagename, builder, tags=tags, **wanted)
        # Only HTML builders ask for the context of a page.
        return builder.render_partial(found)["fragment"]  # type: ignore[attr-defined]

    context["toctree"] = toctree
