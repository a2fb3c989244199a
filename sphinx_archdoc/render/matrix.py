"""The risk matrix as a real table: words in every cell, colour only besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.render.links import joined

if TYPE_CHECKING:
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.matrix import Matrix, MatrixCell


def render_data(matrix: Matrix, render: Renderer) -> list[nodes.Node]:
    """Return header, rows and, below, the risks that have no place."""
    columns = len(matrix.columns)
    group = nodes.tgroup(cols=columns + 1)
    for number in range(columns + 1):
        column = nodes.colspec(colwidth=16)
        if not number:
            column["stub"] = 1  # the impacts are headers of their rows
        group += column
    head = nodes.row()
    head += nodes.entry("", *(nodes.paragraph("", text) for text in _axes(matrix, render)))
    for step in matrix.columns:
        head += nodes.entry("", nodes.paragraph("", render.translate(step.label)))
    group += nodes.thead("", head)
    body = nodes.tbody()
    for impact, cells in zip(matrix.rows, matrix.cells, strict=True):
        row = nodes.row("", nodes.entry("", nodes.paragraph("", render.translate(impact.label))))
        for cell in cells:
            row += _cell(cell, render)
        body += row
    group += body
    return [group]


def after(matrix: Matrix, render: Renderer) -> list[nodes.Node]:
    """Return the risks that lack impact or likelihood, as a line below the matrix."""
    if not matrix.unplaced:
        return []
    said = render.translate("Not placed: {impact} or {likelihood} is missing")
    impact, likelihood = _names(matrix, render)
    said = said.replace("{impact}", impact).replace("{likelihood}", likelihood)
    lead = nodes.Text(f"{said}: ")
    links = joined([render.links.link(face, face.id)] for face in matrix.unplaced)
    return [nodes.paragraph("", "", lead, *links, classes=["arch-unplaced"])]


def _names(matrix: Matrix, render: Renderer) -> tuple[str, str]:
    return render.translate(matrix.impact), render.translate(matrix.likelihood)


def _axes(matrix: Matrix, render: Renderer) -> list[str]:
    """Return what the corner says: which levels stand to the right of it, and which below."""
    impact, likelihood = _names(matrix, render)
    # The fonts of printed books have no arrows for certain.
    return [f"{likelihood} →", f"{impact} ↓"] if render.styled else [f"{impact} / {likelihood}"]


def _cell(cell: MatrixCell, render: Renderer) -> nodes.entry:
    word = f"{cell.score.value} {render.translate(cell.score.label)}"
    entry = nodes.entry(classes=["arch-cell", f"arch-is-{cell.score.tone}"])
    if cell.faces:
        links = joined(([render.links.link(face, face.id)] for face in cell.faces), " ")
        entry += nodes.paragraph("", "", *links)
    entry += nodes.paragraph("", "", nodes.inline(word, word, classes=["arch-band"]))
    return entry
