"""Stored inline text back to nodes: the inverse of ``reading.inline.spans``."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from sphinx_archdoc.model.uris import is_relative, safe_uri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.inline import Inline, Span

_NODES: dict[str, type[nodes.TextElement]] = {
    "strong": nodes.strong,
    "emphasis": nodes.emphasis,
    "literal": nodes.literal,
}
_FLAGS = frozenset({"refexplicit", "refwarn", "support_smartquotes"})


def inline_nodes(value: Inline) -> list[nodes.Node]:
    """Return the nodes of a stored text, with cross-references still to be resolved."""
    if isinstance(value, str):
        return [nodes.Text(value)] if value else []
    made: list[nodes.Node] = []
    for (uri, xref), group in groupby(value, key=lambda span: (span.uri, span.xref)):
        parts = [_styled(span) for span in group]
        if xref:
            made.append(_reference(xref, parts))
        elif uri and safe_uri(uri):
            inside = {"refid": uri[1:]} if uri.startswith("#") else {"refuri": uri}
            made.append(nodes.reference("", "", *parts, **inside, internal=is_relative(uri)))
        else:
            made += parts
    return made


def _styled(span: Span) -> nodes.Node:
    node: nodes.Node = nodes.Text(span.text)
    for style in reversed(span.styles):
        node = _NODES[style]("", "", node) if style in _NODES else node
    if isinstance(node, nodes.TextElement):
        node.rawsource = span.text
    return node


def _reference(xref: Iterable[tuple[str, str]], parts: list[nodes.Node]) -> pending_xref:
    attributes: dict[str, str | bool] = {
        name: value == "1" if name in _FLAGS else value for name, value in xref
    }
    domain, type_ = str(attributes.get("refdomain", "")), str(attributes.get("reftype", ""))
    classes = ["xref", domain, f"{domain}-{type_}"] if domain else ["xref", type_]
    # Sphinx takes the first child as the content of the link.
    first = parts[0]
    if len(parts) != 1 or not isinstance(first, nodes.Element):
        first = nodes.inline("", "", *parts)
    first["classes"] += classes
    return pending_xref("", first, **attributes)
