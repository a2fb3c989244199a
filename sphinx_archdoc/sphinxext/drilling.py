"""Where a picture leads: its boxes to more detailed pictures or to their records, and its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.views.faces import page_face

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.sphinxext.nodes import archdoc_picture
    from sphinx_archdoc.views.drill import Drill, PlacedView
    from sphinx_archdoc.views.faces import Face


def lead_on(
    node: archdoc_picture, links: Mapping[str, Face], drill: Drill, render: Renderer
) -> None:
    """Put links on the boxes of a picture and the way to it above it.

    ``links`` are the records of the boxes by the ids in the picture.
    """
    found = {id_: render.links.link(face) for id_, face in links.items()}
    inside = {id_: _to(view, render) for id_, view in drill.inside if id_ in links}
    leads = {**found, **inside}
    node.leads = {id_: made for id_, made in leads.items() if isinstance(made, nodes.reference)}
    node.drills = frozenset(inside)
    node.crumbs = tuple(
        _to(crumb.place, render, crumb.title) if crumb.place else nodes.Text(crumb.title)
        for crumb in drill.crumbs
    )


def _to(view: PlacedView, render: Renderer, title: str = "") -> nodes.Node:
    return render.links.link(page_face(view.docname, view.anchor, title or view.docname))
