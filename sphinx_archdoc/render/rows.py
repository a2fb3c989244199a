"""Rows of long tables, written as HTML at once.

A table of a thousand rows is tens of thousands of nodes, which every transform and writer walks:
most of the time of writing an overview page. What stands in most rows is text, badges and links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.writers.html5_polyglot import HTMLTranslator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Cell = tuple[str, list[nodes.Node]]

#: Tables with fewer rows stay nodes, for other extensions to work with.
LONG = 200


def ready_rows(
    rows: Iterable[list[Cell]], written: Callable[[str], nodes.Node]
) -> Iterator[nodes.Node]:
    """Yield the rows: plain ones next to each other as one node, others as rows of nodes.

    A cell is its classes, as in HTML, and its content; ``written`` makes a node of rows in HTML.
    """
    ready: list[str] = []
    for cells in rows:
        html = _row(cells)
        if html is not None:
            ready.append(html)
            continue
        if ready:
            yield written("".join(ready))
            ready = []
        yield row_of(cells)
    if ready:
        yield written("".join(ready))


def row_of(cells: Iterable[Cell]) -> nodes.row:
    """Return a row as nodes."""
    made = nodes.row()
    for name, inner in cells:
        entry = nodes.entry("", nodes.paragraph("", "", *inner)) if inner else nodes.entry("")
        if name:
            entry["classes"] += name.split()
        made += entry
    return made


def _row(cells: Iterable[Cell]) -> str | None:
    """Return a row as HTML, None where it holds what only a writer can write."""
    parts = []
    for name, inner in cells:
        written = [_inline(node) for node in inner]
        if None in written:
            return None
        start = f'<td class="{name}">' if name else "<td>"
        parts.append(f"{start}{''.join(filter(None, written))}</td>")
    return f"<tr>{''.join(parts)}</tr>\n"


def _inline(node: nodes.Node) -> str | None:
    """Return a text, a badge or a link as HTML writers write it."""
    if isinstance(node, nodes.Text):
        return _escaped(node)
    if not isinstance(node, nodes.Element) or len(node.children) != 1:
        return None
    text, names = node.children[0], " ".join(node["classes"])
    if not isinstance(text, nodes.Text):
        return None
    # Not what derives from them: others write those.
    if type(node) is nodes.inline:
        return f'<span class="{names}">{_escaped(text)}</span>'
    if type(node) is not nodes.reference or not node.get("internal"):
        return None
    where = node["refuri"] if "refuri" in node else f"#{node['refid']}"
    title = f' title="{_escaped(node["reftitle"])}"' if "reftitle" in node else ""
    names = f"{names} reference internal".lstrip()
    return f'<a class="{names}" href="{_escaped(where)}"{title}>{_escaped(text)}</a>'


def _escaped(text: str) -> str:
    return text.translate(HTMLTranslator.special_characters)
