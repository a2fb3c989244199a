"""The card of a record as nodes: badges, facts, and the banner of a superseded one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.render.cells import badge_text, chip, score, value_nodes
from sphinx_archdoc.render.inline import inline_nodes
from sphinx_archdoc.render.links import badge, joined, link
from sphinx_archdoc.views.faces import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_archdoc.views.card import Card

#: The banner says these.
_IN_BANNER = ("superseded-by",)


def render_card(card: Card, translate: Callable[[str], str]) -> list[nodes.Node]:
    """Return the header of a record, or nothing when it has nothing to say."""
    head = nodes.container(classes=["arch-head"])
    row = _row(card, translate)
    if row.children:
        head += row
    if card.banner:
        head += _banner(card, translate)
    facts = nodes.field_list("", *_facts(card, translate), classes=["arch-facts"])
    if facts.children:
        head += facts
    return [head] if head.children else []


def _row(card: Card, translate: Callable[[str], str]) -> nodes.paragraph:
    row = nodes.paragraph(classes=["arch-row"])
    parts: list[nodes.Node] = []
    if card.status is not None:
        parts.append(badge(badge_text(card.status, translate), card.status.tone))
    if card.score is not None:
        parts.append(score(card.score, translate))
    parts += [chip(tag) for tag in card.tags]
    row.extend(joined(parts, " "))
    return row


def _facts(card: Card, translate: Callable[[str], str]) -> Iterator[nodes.field]:
    if card.notation:
        words = [translate(card.kind_title)]
        words += [translate("external")] if card.external else []
        yield _fact(translate("Type"), [nodes.Text(", ".join(words))])
    if card.parent is not None:
        yield _fact(translate("Part of"), [link(card.parent, label(card.parent))])
    if card.technology:
        yield _fact(translate("Technology"), [nodes.Text(card.technology)])
    for fact in card.facts:
        if fact.name not in _IN_BANNER:
            yield _fact(translate(fact.label), value_nodes(fact.type, fact.value, translate))
    for name, value in card.extra:
        yield _fact(name, inline_nodes(value))


def _fact(name: str, value: list[nodes.Node]) -> nodes.field:
    return nodes.field(
        "", nodes.field_name("", name), nodes.field_body("", nodes.paragraph("", "", *value))
    )


def _banner(card: Card, translate: Callable[[str], str]) -> nodes.container:
    parts: list[nodes.Node] = []
    for face, note in card.banner:
        found = nodes.inline("", "", link(face, f"{face.id}: {face.title}" if face.title else face.id))
        if note:
            found += nodes.Text(f" ({note})")
        parts.append(found)
    lead = translate("Superseded by") if card.replaced else translate("Superseded in part by")
    text = nodes.paragraph("", "", nodes.Text(f"{lead} "), *joined(parts), nodes.Text("."))
    return nodes.container("", text, classes=["arch-note", "arch-is-mute"])
