"""One value as nodes: the same in a card, a table and a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.render.inline import inline_nodes
from sphinx_archdoc.render.links import badge, joined, noted_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.views.cells import Badge, Score


def value_nodes(kind: str, value: Any, translate: Callable[[str], str]) -> list[nodes.Node]:
    """Return a cell (see ``views.cells.cell``) of this type as inline nodes."""
    if not value:
        return []
    if kind in ("choice", "level"):
        return [badge(badge_text(value, translate), value.tone)]
    if kind == "score":
        return [score(value, translate)]
    if kind == "refs":
        return joined(noted_link(face, note) for face, note in value)
    if kind == "tags":
        return joined((chip(tag) for tag in value), " ")
    if kind == "people":
        return [nodes.Text(", ".join(value))]
    if kind == "inline":
        return inline_nodes(value)
    if kind == "flag":
        return [nodes.Text(translate("yes"))]
    if kind == "kind":
        return [nodes.Text(translate(value))]
    return [nodes.Text(str(value))]


def badge_text(value: Badge, translate: Callable[[str], str]) -> str:
    """Return the author's words; where they are ours, or nobody's, the label in this language."""
    if not value.text or value.text.casefold() in (value.key, value.label.casefold()):
        return translate(value.label)
    return value.text


def score(value: Score, translate: Callable[[str], str]) -> nodes.inline:
    """Return a risk score with the word of its band."""
    return badge(f"{value.value} {translate(value.label)}", value.tone)


def chip(text: str) -> nodes.inline:
    """Return a tag."""
    return nodes.inline(text, text, classes=["arch-chip"])
