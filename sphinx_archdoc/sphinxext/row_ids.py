"""The ids of the rows of an author's table."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.values import is_id
from sphinx_archdoc.sphinxext.base import id_from
from sphinx_archdoc.sphinxext.columns import ID, NUMBER
from sphinx_archdoc.sphinxext.row_cells import data_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tables import RawRow
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.columns import Columns


def wanted_id(kind: Kind, prefix: str, columns: Columns, texts: Mapping[int, str]) -> str:
    """Return the id that a row has by its column, if it has one.

    A decision is known by its number. Of other records a number only counts the rows of one table,
    and the next table begins at 1 again; with a prefix of their own it is an id.
    """
    id_at, number_at = columns.at(ID), columns.at(NUMBER)
    if id_at is not None:
        return texts.get(id_at, "")
    told = texts.get(number_at, "").rstrip(".") if number_at is not None else ""
    if told and not prefix and kind.family == "decision":
        return f"{kind.prefix}{told}"
    return told if prefix else ""


def row_id(
    directive: ArchDirective,
    kind: Kind,
    inside: str,
    wanted: str,
    title: str,
    number: int,
    row: RawRow,
) -> str:
    """Return the id of a row: the one that it has, else one made from its title."""
    path = f"{inside}." if inside else ""
    if wanted and is_id(wanted):
        return wanted if wanted.startswith(path) else path + wanted
    made = kind.made_id(id_from(kind.name, number, title))
    if wanted:
        directive.warn(
            Code.ID,
            f"{kind.name}: {wanted[:60]!r} is no id; ids hold letters, digits, '.', '_' "
            f"and '-'; using {made!r}",
            row.line,
            data_file(row),
        )
    return _free(directive, kind, path + made, title, row)


def _free(directive: ArchDirective, kind: Kind, made: str, title: str, row: RawRow) -> str:
    """Return an id that no other title of the page has got; said twice, it is the same row."""
    known = directive.env.current_document.setdefault("archdoc_made_ids", {})
    titles = cast("dict[str, str]", known)
    if titles.setdefault(made, title) == title:
        return made
    number = 2
    while titles.setdefault(f"{made}-{number}", title) != title:
        number += 1
    directive.warn(
        Code.ID,
        f"{kind.name}: the id {made!r} that {title[:60]!r} would get is that of "
        f"{titles[made][:60]!r}; using {f'{made}-{number}'!r}, give one of them an id",
        row.line,
        data_file(row),
    )
    return f"{made}-{number}"
