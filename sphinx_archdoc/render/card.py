"""The card of a record as nodes: one line of badges and facts, and the banner of a superseded one.

A line and not a field list: it is the shortest in every format, and pages have many cards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.words import mark
from sphinx_archdoc.render.inline import inline_nodes
from sphinx_archdoc.render.links import badge, joined, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.card import Card

#: Between facts in a line, where no style sheet keeps them apart.
SEPARATOR = " · "
#: The banner says these.
_IN_BANNER = ("superseded-by",)
_BY, _IN_PART_BY = mark("Superseded by"), mark("Superseded in part by")


def render_card(card: Card, render: Renderer, shown_id: str = "") -> list[nodes.Node]:
    """Return the header of a record, or nothing when it has nothing to say.

    ``shown_id`` is the id where the title does not say it.
    """
    badges = [[badge] for badge in _badges(card, render)]
    if shown_id:
        badges.insert(0, [nodes.inline(shown_id, shown_id, classes=["arch-id"])])
    parts = [joined(badges, " ")] if badges else []
    told = whole if render.styled else fact
    parts += [told(name, value) for name, value in _facts(card, render)]
    made: list[nodes.Node] = []
    if card.banner and not render.styled:
        made.append(_banner(card, render))
    if parts:
        line = joined(parts, between(render))
        made.append(nodes.paragraph("", "", *line, classes=["arch-head"]))
    if card.banner and render.styled:
        made.append(_banner(card, render))
    return made


def between(render: Renderer) -> str:
    """Return what stands between two facts."""
    return " " if render.styled else SEPARATOR


def apart() -> list[nodes.Node]:
    """Return what stands between two facts, made before the format is known.

    A style sheet hides the sign.
    """
    blank, sign = SEPARATOR[0], SEPARATOR[1:]
    return [nodes.Text(blank), nodes.inline("", sign, classes=["arch-between"])]


def _badges(card: Card, render: Renderer) -> Iterator[nodes.Node]:
    if card.status is not None:
        yield badge(render.badge_text(card.status), card.status.tone)
    if card.score is not None:
        yield render.score(card.score)
    for tag in card.tags:
        yield nodes.inline(tag, tag, classes=["arch-chip"])


def _facts(card: Card, render: Renderer) -> Iterator[tuple[str, list[nodes.Node]]]:
    translate = render.translate
    if card.notation:
        words = [translate(card.kind_title)]
        words += [translate("external")] if card.external else []
        yield translate("Type"), [nodes.Text(", ".join(words))]
    if card.parent is not None:
        yield translate("Part of"), render.links.noted(card.parent, "")
    if card.technology:
        yield translate("Technology"), [nodes.Text(card.technology)]
    for fact in card.facts:
        if fact.name not in _IN_BANNER:
            yield translate(fact.label), render.value(fact.type, fact.value)
    for name, value in card.extra:
        yield name, inline_nodes(value)


def fact(name: str, value: list[nodes.Node]) -> list[nodes.Node]:
    """Return a label and a value."""
    return [nodes.inline("", f"{name}:", classes=["arch-label"]), nodes.Text(" "), *value]


def whole(name: str, value: list[nodes.Node]) -> list[nodes.Node]:
    """Return a label and a value as one, which a narrow page puts on a line of its own.

    Without classes: a large project has thousands, and the style sheet knows them by their place.
    """
    return [nodes.inline("", "", nodes.inline("", f"{name}:"), nodes.Text(" "), *value)]


def _banner(card: Card, render: Renderer) -> nodes.paragraph:
    parts = []
    for face, note in card.banner:
        text = f"{face.id}: {face.title}" if face.title else face.id
        found = [render.links.link(face, text)]
        parts.append([*found, nodes.Text(f" ({note})")] if note else found)
    lead = render.translate(_BY if card.replaced else _IN_PART_BY)
    words = [nodes.Text(f"{lead} "), *listed(parts), nodes.Text(".")]
    return nodes.paragraph("", "", *words, classes=["arch-note", "arch-is-mute"])
