"""The text form of a picture: its relations as sentences, and what has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.diagrams.text import relations, unrelated
from sphinx_archdoc.render.links import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.diagrams.graph import Graph
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.faces import Face


def render_relations(graph: Graph, links: Mapping[str, Face], render: Renderer) -> list[nodes.Node]:
    """Return boundaries with what they hold, then every relation, each name a link."""

    def name(id_: str, title: str) -> nodes.Node:
        return render.links.link(links[id_], title) if id_ in links else nodes.strong(title, title)

    listed = nodes.bullet_list(bullet="-")
    for group in graph.groups:
        held: list[tuple[str, str]] = [
            *((inner.id, inner.title) for inner in graph.groups if inner.parent == group.id),
            *((node.id, node.title) for node in graph.nodes if node.group == group.id),
        ]
        if held:
            parts = joined([name(id_, title)] for id_, title in held)
            listed += _item(name(group.id, group.title), nodes.Text(": "), *parts)
    for line in relations(graph):
        said = " ".join(filter(None, (line.label, line.technology and f"[{line.technology}]")))
        ends = (
            name(line.source, line.source_title),
            nodes.Text(" → "),
            name(line.target, line.target_title),
        )
        both = f" ({render.translate('both ways')})" if line.both_ways else ""
        rest = both + (f": {said}" if said else "")
        listed += _item(*ends, *([nodes.Text(rest)] if rest else []))
    for id_, title in unrelated(graph):
        listed += _item(name(id_, title))
    if listed.children:
        return [listed]
    return [
        nodes.paragraph("", render.translate("There is nothing to show."), classes=["arch-empty"])
    ]


def _item(*parts: nodes.Node) -> nodes.list_item:
    return nodes.list_item("", nodes.paragraph("", "", *parts))
