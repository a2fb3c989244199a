"""Filling the slots of a page when all pages are known."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_archdoc.diagrams.graph import Graph
from sphinx_archdoc.render.backlinks import render_backlinks
from sphinx_archdoc.render.card import render_card
from sphinx_archdoc.render.matrix import render_matrix, unplaced
from sphinx_archdoc.render.table import render_table
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.nodes import archdoc_slot
from sphinx_archdoc.sphinxext.pictures import picture_nodes
from sphinx_archdoc.views.matrix import Matrix
from sphinx_archdoc.views.table import Table


class FillSlots(SphinxPostTransform):
    """Replace every slot by standard nodes, with references still to be resolved.

    Priority 5: before references are resolved (MyST 9, Sphinx 10) and before themes wrap tables
    (furo 500), so that both treat what is put in like anything else on the page.
    """

    default_priority = 5

    def run(self, **_kwargs: Any) -> None:
        """Fill all slots of the document."""
        slots = list(self.document.findall(archdoc_slot))
        if slots:
            self.document["arch_used"] = True
        for slot in slots:
            filled = self._fill(slot)
            for node in filled:
                for reference in node.findall(nodes.Element):
                    if reference.tagname == "pending_xref":
                        reference["refdoc"] = slot["docname"]
            holder = slot.parent
            slot.replace_self(filled)
            if isinstance(holder, nodes.table) and not any(
                isinstance(child, nodes.tgroup) for child in holder.children
            ):
                _unwrap(holder)

    def _fill(self, slot: archdoc_slot) -> list[nodes.Node]:
        pages = domain_of(self.env).computed
        docname, number = slot["docname"], slot["number"]
        if slot["part"] == "view":
            return self._view(slot, pages.view(docname, number))
        record = pages.record(docname, number)
        if record is None:
            return []
        if slot["part"] == "head":
            return render_card(pages.card(record), translate)
        return render_backlinks(pages.backlinks(record), translate)

    def _view(self, slot: archdoc_slot, data: object) -> list[nodes.Node]:
        if isinstance(data, Table):
            return render_table(data, translate)
        if isinstance(data, Matrix):
            table = slot.parent
            table.parent.insert(table.parent.index(table) + 1, unplaced(data, translate))
            return render_matrix(data, translate)
        assert isinstance(data, Graph)  # noqa: S101 -- there are three sorts of views
        return picture_nodes(self.env, slot, data)


def _unwrap(table: nodes.table) -> None:
    """Replace a table without rows by a block that keeps its anchor and caption."""
    parts: list[nodes.Node] = []
    for child in table.children:
        if isinstance(child, nodes.title):
            parts.append(nodes.rubric("", "", *child.children))
        else:
            parts.append(child)
    table.replace_self(nodes.container("", *parts, ids=table["ids"], names=table["names"]))
