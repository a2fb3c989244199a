"""Facts under names of the author's own: ``**Classification:** Internal``, a row of two cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.reading.leadins import Label, split
from sphinx_archdoc.reading.metadata import says_what_rows_are
from sphinx_archdoc.reading.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COLUMNS = 2


def own_facts(blocks: Iterable[nodes.Node]) -> Iterator[tuple[str, nodes.Element]]:
    """Yield the names and values of tables of two columns, lists, fields and labelled lines.

    The blocks stay as they are. What has no value is no fact.
    """
    for block in blocks:
        for name, value in _facts_of(block):
            name = name.rstrip(" :")  # noqa: PLW2901 -- the same without what ends it
            if name and value.astext().strip():
                yield name, value


def _facts_of(block: nodes.Node) -> Iterator[tuple[str, nodes.Element]]:
    if isinstance(block, nodes.table):
        for row in block.findall(nodes.row):
            cells = [cell for cell in row.children if isinstance(cell, nodes.entry)]
            if len(cells) == _COLUMNS and not says_what_rows_are(row):
                yield text_of([cells[0]]), cells[1]
    elif isinstance(block, nodes.field_list):
        for body in block.findall(nodes.field_body):
            yield body.parent.children[0].astext(), body
    elif isinstance(block, nodes.bullet_list | nodes.line_block):
        for item in block.children:
            inner = item.children if isinstance(item, nodes.list_item) else [item]
            yield from _labelled(inner[0]) if len(inner) == 1 else ()
    else:
        yield from _labelled(block)


def _labelled(block: nodes.Node) -> Iterator[tuple[str, nodes.Element]]:
    if not isinstance(block, nodes.paragraph | nodes.line):
        return
    # A sentence may have a colon; bold words before one are a name.
    for piece in split(block.deepcopy(), _is_name):
        if piece.label is not None and piece.body is not None:
            yield piece.label.text, piece.body


def _is_name(label: Label) -> str | None:
    return "name" if label.strong and label.colon and label.starts_line else None
