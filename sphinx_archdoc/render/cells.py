"""One value as nodes: the same in a card, a table and a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.render.inline import inline_nodes
from sphinx_archdoc.render.links import badge, joined, link
from sphinx_archdoc.views.faces import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.views.card import Badge, LinkedRef


def value_nodes(kind: str, value: Any, translate: Callable[[str], str]) -> list[nodes.Node]:
    """Return a value of this field type as inline nodes."""
    if not value:
        return []
    if kind in ("choice", "level"):
        return [badge(value.text, value.tone)]
    if kind == "score":
        return [score(value, translate)]
    if kind in ("refs", "incoming", "parent"):
        return joined(_reference(ref) for ref in value)
    if kind == "tags":
        return joined((chip(tag) for tag in value), " ")
    if kind == "people":
        return [nodes.Text(", ".join(value))]
    if kind in ("inline", "extra"):
        return inline_nodes(value)
    if kind == "flag":
        return [nodes.Text(translate("yes"))]
    if kind == "label":
        return [nodes.Text(", ".join(translate(word) for word in value))]
    if kind == "kind":
        return [nodes.Text(translate(value))]
    return [nodes.Text(str(value))]


def score(value: Badge, translate: Callable[[str], str]) -> nodes.inline:
    """Return a risk score with the word of its band."""
    return badge(f"{value.text} {translate(value.label)}", value.tone)


def chip(text: str) -> nodes.inline:
    """Return a tag."""
    return nodes.inline(text, text, classes=["arch-chip"])


def _reference(ref: LinkedRef) -> nodes.Node:
    found = link(ref.face, label(ref.face))
    if not ref.note:
        return found
    return nodes.inline("", "", found, nodes.Text(f" ({ref.note})"))
