"""A data file as a table of nodes, read on like a table in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.formats.data_files import read_rows
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.base import ArchDirective


def file_table(directive: ArchDirective, name: str, data: bytes) -> nodes.table | None:
    """Return the rows of a CSV, YAML or JSON file as a table; cells are plain text.

    Rows know their file and line, so that warnings about a value point into the file.
    """
    config = directive.domain.config
    found = read_rows(data, name, max_bytes=config.max_file_bytes, max_rows=config.max_rows)
    path = directive.env.relfn2path(name)[1]
    for problem in found.problems:
        place = f"{path}:{problem.line}" if problem.line else path
        warn(problem.code, f"{name}: {problem.message}", place)
    if not found.header:
        return None
    group = nodes.tgroup(cols=len(found.header))
    for _title in found.header:
        group += nodes.colspec(colwidth=max(1, 100 // len(found.header)))
    group += nodes.thead("", _row(found.header, path, 1))
    body = nodes.tbody()
    for line, cells in found.rows:
        body += _row(cells, path, line)
    group += body
    table = nodes.table("", group)
    directive.set_source_info(table)
    return table


def _row(cells: tuple[str, ...], path: str, line: int) -> nodes.row:
    row = nodes.row()
    row.source, row.line = path, line
    for text in cells:
        paragraph = nodes.paragraph(text, text)
        paragraph.source, paragraph.line = path, line
        row += nodes.entry("", paragraph)
    return row
