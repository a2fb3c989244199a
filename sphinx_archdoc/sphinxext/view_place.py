"""The place of a view on the page being read: filled when all pages are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.sphinxext.drafts import views
from sphinx_archdoc.sphinxext.kept import ViewPlace
from sphinx_archdoc.sphinxext.nodes import archdoc_slot

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.base import ArchDirective


def place_view(
    directive: ArchDirective,
    name: str,
    request: Any,
    holder: nodes.Element,
    title: str,
    *,
    scope: str = "",
    renderer: str = "",
) -> archdoc_slot:
    """Note the view ``name`` among those of the page; return what its data takes the place of.

    ``holder`` is the table or figure around it, which gets an anchor, made from the name and the
    ``scope``, if it has none. ``title`` is what other pages call the view.
    """
    placed = views(directive.env)
    number = len(placed)
    if not holder["ids"]:
        parts = (name, nodes.make_id(scope), str(number + 1))
        directive.carry(holder, "-".join(filter(None, parts)))
    place = directive.source_place()
    lines = tuple(directive.option_lines.items())
    placed.append(ViewPlace(name, request, holder["ids"][0], title, place, renderer, lines))
    if title:
        holders: Any = directive.env.current_document.setdefault("archdoc_holders", {})
        holders[number] = holder
    slot = archdoc_slot(number=number, docname=directive.env.docname)
    directive.set_source_info(slot)
    return slot
