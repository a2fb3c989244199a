"""The entries of definition lists and field lists, both seen as title and content."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from sphinx_archdoc.reading.text import line_of, text_of, title_nodes


@dataclass(slots=True)
class Entry:
    """One item of a definition list or field list."""

    name: str
    title: tuple[nodes.Node, ...]
    content: list[nodes.Node]
    origin: nodes.Node
    line: int


def definition(item: nodes.Node) -> Entry:
    """Return the entry of a definition list item, with classifiers as part of its title."""
    title: list[nodes.Node] = []
    content: list[nodes.Node] = []
    for part in item.children:
        if isinstance(part, nodes.term):
            title += [nodes.Text(", "), *part.children] if title else part.children
        elif isinstance(part, nodes.classifier):
            title += [nodes.Text(" : "), *part.children]
        elif isinstance(part, nodes.definition):
            content += part.children
        else:
            content.append(part)
    return Entry(text_of(title), title_nodes(title), content, item, line_of(item))


def field(item: nodes.Node) -> Entry:
    """Return the entry of one field."""
    name, content = item.children
    title = title_nodes(name.children)
    return Entry(text_of(title), title, list(content.children), item, line_of(item))
