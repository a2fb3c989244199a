"""Places in books that links lead to and the writers leave out.

LaTeX passes over the anchors of lists, boxes and paragraphs; one page of all has none of the first.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.nodes import tex

#: What the writer of LaTeX gives no label, whatever ids it has.
_UNLABELLED = (
    nodes.bullet_list, nodes.enumerated_list, nodes.list_item, nodes.definition_list,
    nodes.definition_list_item, nodes.field_list, nodes.container, nodes.compound,
    nodes.block_quote, nodes.paragraph, nodes.rubric,
)  # fmt: skip
#: What it labels with its own ids; a target before one of these is not written.
_LABELLED = (nodes.section, nodes.literal_block, nodes.table, nodes.figure)


class BookTargets(SphinxPostTransform):
    """Put a target where a record begins, so that links and page numbers lead there."""

    default_priority = 7  # when all slots are filled
    formats: tuple[str, ...] = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Label the records of the document."""
        domain = domain_of(self.env)
        if not domain.pages:
            return
        anchors = {record.at.anchor for record in domain.store.written}
        for node in [*self.document.findall(nodes.Element)]:
            if isinstance(node, _UNLABELLED):
                found = [id_ for id_ in node["ids"] if id_ in anchors]
                if found:
                    _label(node, found)


class RootTarget(SphinxPostTransform):
    """Put an anchor at the beginning of a document that is one page.

    Sphinx marks where each of its pages begins but the first, and yet leads links there.
    """

    default_priority = 7
    builders: tuple[str, ...] = ("singlehtml", "simplepdf")

    def run(self, **_kwargs: Any) -> None:
        """Mark the beginning of the first page."""
        root = self.config.root_doc
        if self.env.current_document.docname == root:
            self.document.insert(0, nodes.target("", "", ids=[f"document-{root}"]))


def _label(node: nodes.Element, ids: list[str]) -> None:
    for inner in node.findall(nodes.Element):
        if isinstance(inner, _LABELLED):
            inner["ids"] += ids
            return
        if isinstance(inner, nodes.TextElement):
            inner.insert(0, nodes.target("", "", ids=ids))
            if isinstance(inner, nodes.rubric):  # the writer leaves the place out of titles
                inner.insert(0, tex("\\phantomsection"))
            return
    node.insert(0, nodes.target("", "", ids=ids))
