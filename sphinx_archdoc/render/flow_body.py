"""The steps of a flow as a numbered list, and its error cases as a table."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.words import mark
from sphinx_archdoc.render.outline import render_outline

if TYPE_CHECKING:
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.flow_body import ShownFlow

_STEP = mark("Step")
_HEADS = (mark("Error"), _STEP, mark("What happens"))
_WIDTHS = (18, 12, 70)
_ERRORS = mark("Errors")


def render_body(shown: ShownFlow, render: Renderer) -> list[nodes.Node]:
    """Return the steps and error cases of a flow."""
    made: list[nodes.Node] = []
    if shown.steps:
        made.append(_heading(shown.heading, render))
        made += render_outline(shown.steps, shown.links, render)
    if shown.errors:
        made += [_heading(_ERRORS, render), _table(shown, render)]
    return made


def _heading(words: str, render: Renderer) -> nodes.rubric:
    words = render.translate(words)
    return nodes.rubric(words, words, classes=["arch-part"])


def _table(shown: ShownFlow, render: Renderer) -> nodes.table:
    stepped = any(error.step for error in shown.errors)  # else the column would be empty
    shows = [words != _STEP or stepped for words in _HEADS]
    group = nodes.tgroup(cols=sum(shows))
    group += [nodes.colspec(colwidth=width) for width in compress(_WIDTHS, shows)]
    head = nodes.row()
    for words in compress(_HEADS, shows):
        head += nodes.entry("", nodes.paragraph("", render.translate(words)))
    group += nodes.thead("", head)
    body = nodes.tbody()
    for error in shown.errors:
        known = shown.codes.get(error.code)
        code = render.links.link(known, error.code) if known else nodes.literal("", error.code)
        row = nodes.row("", nodes.entry("", nodes.paragraph("", "", code)))
        for text in (error.step, error.text) if stepped else (error.text,):
            row += nodes.entry("", *([nodes.paragraph("", text)] if text else []))
        body += row
    group += body
    return nodes.table("", group, classes=["arch-table", "arch-errors"])
