"""Inline nodes as plain data, to be stored with a record and shown again elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.inline import Span
from sphinx_archdoc.reading.text import parts_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.inline import Inline

_STYLES: tuple[tuple[type[nodes.Element], str], ...] = (
    (nodes.strong, "strong"),
    (nodes.emphasis, "emphasis"),
    (nodes.title_reference, "emphasis"),
    (nodes.literal, "literal"),
    (nodes.math, "literal"),
)
_SILENT = (nodes.raw, nodes.comment, nodes.system_message, nodes.target)
_BLANK = Span(" ")


def spans(parts: Iterable[nodes.Node]) -> Inline:
    """Return inline nodes as a text, or as spans where there is markup.

    Blocks are taken as well: their texts are joined by blanks.
    """
    found: list[Span] = []
    for part in parts:
        _read(part, (), "", (), found)
    merged = _merged(found)
    if all(not (span.styles or span.uri or span.xref) for span in merged):
        return "".join(span.text for span in merged)
    return tuple(merged)


def _read(
    node: nodes.Node,
    styles: tuple[str, ...],
    uri: str,
    xref: tuple[tuple[str, str], ...],
    found: list[Span],
) -> None:
    if isinstance(node, nodes.Text):
        found.append(Span(node.astext(), styles, uri, xref))
    elif isinstance(node, nodes.image):
        found.append(Span(str(node.get("alt", "")), styles, uri, xref))
    elif parts_words(node):
        found.append(_BLANK)
    elif isinstance(node, nodes.Element) and not isinstance(node, _SILENT):
        style = next((name for kind, name in _STYLES if isinstance(node, kind)), "")
        if style and style not in styles:
            styles = (*styles, style)
        if isinstance(node, nodes.reference):
            uri = str(node.get("refuri") or (f"#{node['refid']}" if node.get("refid") else ""))
        elif node.tagname == "pending_xref":
            xref = _attributes(node)
        block = not isinstance(node, nodes.Inline)
        if block and found:
            found.append(_BLANK)
        for child in node.children:
            _read(child, styles, uri, xref, found)


def _attributes(node: nodes.Element) -> tuple[tuple[str, str], ...]:
    # Flags as "1" and "": what is rebuilt asks for truth only.
    kept = [
        (name, ("1" if value else "") if isinstance(value, bool) else str(value))
        for name, value in node.attributes.items()
        if isinstance(value, bool | str | int)
    ]
    return tuple(sorted(kept))


def _merged(found: list[Span]) -> list[Span]:
    # Blanks collapse as HTML would; neighbours of one kind become one.
    result: list[Span] = []
    open_end = False
    for span in found:
        text = span.text
        if "literal" not in span.styles:
            words = " ".join(text.split())
            lead = " " if text[:1].isspace() and open_end else ""
            trail = " " if words and text[-1:].isspace() else ""
            text = f"{lead}{words}{trail}"
        if not text:
            continue
        open_end = not text[-1].isspace()
        last = result[-1] if result else None
        if last is not None and last[1:] == span[1:]:
            result[-1] = last._replace(text=last.text + text)
        else:
            result.append(span._replace(text=text))
    if result and "literal" not in result[-1].styles:
        result[-1] = result[-1]._replace(text=result[-1].text.rstrip())
        if not result[-1].text:
            result.pop()
    return result
