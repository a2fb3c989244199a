"""The card of a record as nodes: badges, facts, and the banner of a superseded one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.render.cells import chip, score, value_nodes
from sphinx_archdoc.render.links import badge, joined, link
from sphinx_archdoc.views.faces import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.views.card import Card


def render_card(card: Card, translate: Callable[[str], str]) -> list[nodes.Node]:
    """Return the header of a record, or nothing when it has nothing to say."""
    head = nodes.container(classes=["arch-head"])
    row = _row(card, translate)
    if row.children:
        head += row
    if card.successors:
        head += _banner(card, translate)
    facts = nodes.field_list(classes=["arch-facts"])
    if card.parent is not None:
        facts += _fact(translate("Part of"), [link(card.parent, label(card.parent))])
    for fact in card.facts:
        facts += _fact(translate(fact.label), value_nodes(fact.type, fact.value, translate))
    if facts.children:
        head += facts
    return [head] if head.children else []


def _row(card: Card, translate: Callable[[str], str]) -> nodes.paragraph:
    row = nodes.paragraph(classes=["arch-row"])
    parts: list[nodes.Node] = []
    if card.badge is not None:
        text = card.badge.text
        if card.badge.label and text.casefold() == card.badge.label.casefold():
            text = translate(card.badge.label)
        parts.append(badge(text, card.badge.tone))
    if card.score is not None:
        parts.append(score(card.score, translate))
    parts += [chip(tag) for tag in card.tags]
    row.extend(joined(parts, " "))
    return row


def _fact(name: str, value: list[nodes.Node]) -> nodes.field:
    return nodes.field(
        "", nodes.field_name("", name), nodes.field_body("", nodes.paragraph("", "", *value))
    )


def _banner(card: Card, translate: Callable[[str], str]) -> nodes.container:
    parts = []
    for ref in card.successors:
        text = f"{ref.face.id}: {ref.face.title}"
        found = nodes.inline("", "", link(ref.face, text))
        if ref.note:
            found += nodes.Text(f" ({ref.note})")
        parts.append(found)
    partial = all(ref.note for ref in card.successors)
    lead = translate("Superseded in part by") if partial else translate("Superseded by")
    text = nodes.paragraph("", "", nodes.Text(f"{lead} "), *joined(parts), nodes.Text("."))
    return nodes.container("", text, classes=["arch-note", "arch-is-mute"])
