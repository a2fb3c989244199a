"""The tiles of a dashboard as a table: paper has no tiles, and a list would go over pages."""

from __future__ import annotations

from docutils import nodes


def as_table(tiles: nodes.Element) -> nodes.table:
    """Return a row for each tile: its number, what is counted, and the states if it has some."""
    group = nodes.tgroup("", cols=3)
    group += [nodes.colspec(colwidth=1) for _ in range(3)]
    group += nodes.tbody("", *(_row(tile) for tile in tiles.children))
    return nodes.table("", group, classes=["arch-table", "arch-dashboard"], ids=tiles["ids"])


def _row(tile: nodes.Node) -> nodes.row:
    lead, *rest = tile.children
    number, _space, *name = lead.children
    bar = [node for part in rest if isinstance(part, nodes.container) for node in part.children]
    states = [part for part in rest if not isinstance(part, nodes.container)]
    return nodes.row(
        "",
        nodes.entry("", nodes.paragraph("", "", number)),
        nodes.entry("", nodes.paragraph("", "", *name)),
        nodes.entry("", *states, *bar),
    )
