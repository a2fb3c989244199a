"""A matrix of records, or of roles and permissions, as a real table: marks have words.

On paper and in plain text nobody can scroll: there a wide matrix becomes a list of what each row
has a mark for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.words import mark
from sphinx_archdoc.render.links import joined, yes_or_no
from sphinx_archdoc.views.faces import Face, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.crossing import Crossing, Mark

#: More columns than this do not fit on a page with words that can be read.
_MOST_PRINTED = 9
_WITH = mark("Connected with")
_WITHOUT = mark("Not connected: {names}")


def render_data(data: Crossing, render: Renderer) -> list[nodes.Node]:
    """Return the columns, header and rows; a sentence when there is nothing to cross."""
    if not data.rows or not data.columns:
        return [nodes.paragraph("", render.translate("There are none."), classes=["arch-empty"])]
    if _is_told(data, render):
        return [_told(data, render)]
    group = nodes.tgroup(cols=len(data.columns) + 1)
    for number in range(len(data.columns) + 1):
        column = nodes.colspec(colwidth=24 if not number else 12)
        if not number:
            column["stub"] = 1
        group += column
    head = nodes.row("", nodes.entry("", nodes.paragraph("", render.translate(data.corner))))
    for heading in data.columns:
        head += nodes.entry("", nodes.paragraph("", "", _heading(data, heading, render)))
    group += nodes.thead("", head)
    body = nodes.tbody()
    for heading, marks in zip(data.rows, data.cells, strict=True):
        name = nodes.paragraph("", "", _heading(data, heading, render))
        row = nodes.row("", nodes.entry("", name))
        row.extend(_cell(mark, render) for mark in marks)
        body += row
    group += body
    return [group]


def after(data: Crossing, render: Renderer) -> list[nodes.Node]:
    """Return the lines below: how many rows are covered, and columns that a list does not name."""
    if not data.total or not data.columns:
        return []
    made: list[nodes.Node] = []
    if _is_told(data, render):
        marked = {at for line in data.cells for at, one in enumerate(line) if one.key}
        bare = [at for at in range(len(data.columns)) if at not in marked]
        before, _, behind = render.translate(_WITHOUT).partition("{names}")
        names = (nodes.Text(before), *_names(data, bare, render), nodes.Text(behind))
        made += [nodes.paragraph("", "", *names)] if bare else []
    share = round(100 * data.covered / data.total)
    text = render.translate("{covered} of {total} covered ({share} %)").format(
        covered=data.covered, total=data.total, share=share
    )
    return [*made, nodes.paragraph("", text, classes=["arch-unplaced"])]


def _is_told(data: Crossing, render: Renderer) -> bool:
    """Tell whether a matrix is shown as a list; one that says no, or more than yes, is not."""
    plain = all(one.key != "no" and not one.note for line in data.cells for one in line)
    return plain and not render.styled and len(data.columns) > _MOST_PRINTED


def _told(data: Crossing, render: Renderer) -> nodes.tgroup:
    """Return a table of two columns: a row, and all that it has a mark for."""
    group = nodes.tgroup("", nodes.colspec(colwidth=24, stub=1), nodes.colspec(colwidth=76), cols=2)
    heads = (nodes.paragraph("", render.translate(word)) for word in (data.corner, _WITH))
    group += nodes.thead("", nodes.row("", *(nodes.entry("", head) for head in heads)))
    body = nodes.tbody()
    for heading, line in zip(data.rows, data.cells, strict=True):
        named = _names(data, (at for at, one in enumerate(line) if one.key), render)
        name = nodes.paragraph("", "", _heading(data, heading, render))
        said = [nodes.paragraph("", "", *named)] if named else []
        body += nodes.row("", nodes.entry("", name), nodes.entry("", *said))
    group += body
    return group


def _names(data: Crossing, columns: Iterable[int], render: Renderer) -> list[nodes.Node]:
    return joined([_heading(data, data.columns[at], render)] for at in columns)


def _heading(data: Crossing, heading: Face | str, render: Renderer) -> nodes.Node:
    if isinstance(heading, str):
        return nodes.Text(heading)
    shown = heading.title if data.titled else label(heading)
    return render.links.link(heading, shown, *(["arch-key-id"] if shown == heading.id else []))


def _cell(mark: Mark, render: Renderer) -> nodes.entry:
    if not mark.key:
        return nodes.entry("")
    yes = mark.key == "yes"
    said = render.translate("yes") if yes else render.translate("no")
    text = f"{said} ({mark.note})" if mark.note else said
    return nodes.entry("", nodes.paragraph("", "", yes_or_no(text, yes=yes)))
