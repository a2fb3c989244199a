"""Sections and tables without content, which a document that is complete does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.sphinxext.nodes import archdoc_slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

#: What stands in a section and shows nothing.
_SILENT = (nodes.comment, nodes.target, nodes.substitution_definition, nodes.title)


def empty_places(env: BuildEnvironment) -> Iterator[tuple[str, int, str]]:
    """Yield page, line and what is empty there, for all pages."""
    for docname in sorted(env.found_docs):
        tree = env.get_doctree(docname)
        for section in tree.findall(nodes.section):
            title = section.next_node(nodes.title)
            if title is not None and all(_is_silent(child) for child in section.children):
                line = title.line or section.line or 0
                yield docname, line, f"the section “{title.astext()}” is empty"
        for table in tree.findall(nodes.table):
            bodies = table.findall(nodes.tbody)
            if not _is_filled_later(table) and not any(map(_shows_anything, bodies)):
                line = next((node.line for node in table.findall() if node.line), 0)
                yield docname, line, "the table has heads and no rows"


def _is_silent(node: nodes.Node) -> bool:
    if isinstance(node, nodes.raw):  # how MyST keeps a comment of HTML
        text = node.astext().strip()
        return text.startswith("<!--") and text.endswith("-->")
    return isinstance(node, _SILENT)


def _is_filled_later(table: nodes.table) -> bool:
    return table.next_node(archdoc_slot) is not None


def _shows_anything(body: nodes.tbody) -> bool:
    shows = (nodes.image, nodes.reference)
    return bool(body.astext().strip()) or any(isinstance(node, shows) for node in body.findall())
