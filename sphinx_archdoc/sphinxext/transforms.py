"""Filling the slots of a page when all pages are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_archdoc.diagrams.graph import Graph
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.nodes import archdoc_slot

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinx_archdoc.render.cells import Renderer


class FillSlots(SphinxPostTransform):
    """Replace every slot by standard nodes with ready links.

    Priority 5: before references are resolved (MyST 9, Sphinx 10), so that references inside
    stored markup are resolved like any others, and before themes wrap tables (furo 500).
    """

    default_priority = 5

    def run(self, **_kwargs: Any) -> None:
        """Fill all slots of the document."""
        slots = list(self.document.findall(archdoc_slot))
        if not slots:
            return
        self.document["arch_used"] = True
        renderers: dict[str, Renderer] = {}
        for slot in slots:
            docname = slot["docname"]
            if docname not in renderers:
                renderers[docname] = _renderer(domain_of(self.env).builder, docname)
            filled = self._fill(slot, renderers[docname])
            holder = slot.parent
            slot.replace_self(filled)
            if isinstance(holder, nodes.table) and not any(
                isinstance(child, nodes.tgroup) for child in holder.children
            ):
                _unwrap(holder)

    def _fill(self, slot: archdoc_slot, render: Renderer) -> list[nodes.Node]:
        pages = domain_of(self.env).computed
        docname, number = slot["docname"], slot["number"]
        if slot["part"] == "view":
            return self._view(slot, pages.view(docname, number), render)
        record = pages.record(docname, number)
        if record is None:
            return []
        if slot["part"] == "head":
            from sphinx_archdoc.render.card import render_card

            return render_card(pages.card(record), render)
        from sphinx_archdoc.render.backlinks import render_backlinks

        return render_backlinks(pages.backlinks(record), render)

    def _view(self, slot: archdoc_slot, data: object, render: Renderer) -> list[nodes.Node]:
        if isinstance(data, Graph):
            from sphinx_archdoc.sphinxext.pictures import picture_nodes

            return picture_nodes(self.env, slot, data, render)
        from sphinx_archdoc.render.matrix import render_matrix, unplaced
        from sphinx_archdoc.render.table import render_table
        from sphinx_archdoc.views.matrix import Matrix
        from sphinx_archdoc.views.table import Table

        if isinstance(data, Matrix):
            table = slot.parent
            table.parent.insert(table.parent.index(table) + 1, unplaced(data, render))
            return render_matrix(data, render)
        assert isinstance(data, Table)  # noqa: S101 -- there are three sorts of views
        return render_table(data, render)


def _renderer(builder: Builder, from_docname: str) -> Renderer:
    """Return what makes the nodes of one page, with addresses as the builder sees them."""
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.render.links import Linker

    addresses: dict[str, str] = {}

    def address(docname: str, anchor: str) -> dict[str, str]:
        if docname == from_docname and anchor:
            return {"refid": anchor}
        if docname not in addresses:
            try:
                addresses[docname] = builder.get_relative_uri(from_docname, docname)
            except NoUri as error:
                raise LookupError(docname) from error
        uri = addresses[docname]
        if uri.startswith("#") and anchor:  # all pages in one: the anchor alone is the address
            return {"refuri": f"#{anchor}"}
        return {"refuri": f"{uri}#{anchor}" if anchor else uri}

    return Renderer(Linker(address), translate)


def _unwrap(table: nodes.table) -> None:
    """Replace a table without rows by a block that keeps its anchor and caption."""
    parts: list[nodes.Node] = []
    for child in table.children:
        if isinstance(child, nodes.title):
            parts.append(nodes.rubric("", "", *child.children))
        else:
            parts.append(child)
    table.replace_self(nodes.container("", *parts, ids=table["ids"], names=table["names"]))
