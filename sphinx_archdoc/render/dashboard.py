"""Dashboards: a list of numbers, which the style sheet makes tiles; and what is not complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.checks.dashboard import Dashboard
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.render.card import between
from sphinx_archdoc.render.checklist import answer
from sphinx_archdoc.render.links import joined
from sphinx_archdoc.render.sums import segment, sum_line

if TYPE_CHECKING:
    from sphinx_archdoc.checks.dashboard import Completeness, Tile
    from sphinx_archdoc.render.cells import Renderer

_NO_STATUS = mark("no status")
_LEFT = mark("Placeholders left")


def render_data(data: Dashboard | Completeness, render: Renderer) -> list[nodes.Node]:
    """Return the tiles as a list, or the answers of the checks."""
    if isinstance(data, Dashboard):
        tiles = [_tile(tile, render) for tile in data.tiles]
        return [nodes.bullet_list("", *tiles, bullet="-", classes=["arch-tiles"])]
    return _completeness(data, render)


def _tile(tile: Tile, render: Renderer) -> nodes.list_item:
    title = render.translate(tile.title)
    number = nodes.strong("", str(tile.number), classes=["arch-number"])
    # The link leads to the first of them; that one may be superseded, its kind is not.
    first = tile.link._replace(superseded=False) if tile.link else None
    name = render.links.link(first, title) if first else nodes.Text(title)
    made = nodes.list_item("", nodes.paragraph("", "", number, nodes.Text(" "), name))
    if tile.parts:
        bar = [segment(part.number, tile.number, part.tone) for part in tile.parts]
        made += nodes.paragraph("", "", *_words(tile, render))
        made += nodes.container("", nodes.paragraph("", "", *bar), classes=["arch-stack"])
    return made


def _words(tile: Tile, render: Renderer) -> list[nodes.Node]:
    # A line may end between two counts, but not between a number and its word.
    texts = (
        f"{part.number} {render.translate(part.label or _NO_STATUS)}".replace(" ", "\u00a0")
        for part in tile.parts
    )
    parts: list[list[nodes.Node]] = [
        [nodes.inline("", text) if render.styled else nodes.Text(text)] for text in texts
    ]
    return joined(parts, between(render))


def _completeness(data: Completeness, render: Renderer) -> list[nodes.Node]:
    passed = sum(reply.passed for _, reply in data.answers)
    made: list[nodes.Node] = [sum_line(passed, len(data.answers), render.translate)]
    items = [
        nodes.list_item("", nodes.paragraph("", render.translate(asks)), *answer(reply, render))
        for asks, reply in data.answers
    ]
    made.append(nodes.bullet_list("", *items, bullet="-", classes=["arch-list"]))
    if data.pages:
        words = render.translate(_LEFT)
        made.append(nodes.rubric(words, words, classes=["arch-part"]))
        pages = [
            nodes.list_item(
                "", nodes.paragraph("", "", render.links.link(face), nodes.Text(f": {count}"))
            )
            for face, count in data.pages
        ]
        made.append(nodes.bullet_list("", *pages, bullet="-", classes=["arch-list"]))
    return made
