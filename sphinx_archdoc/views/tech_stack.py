"""The technologies in use: those that are listed, and those that building blocks name."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from sphinx_archdoc.model.technologies import key_of, named, technologies
from sphinx_archdoc.views.faces import Face, face_of, natural
from sphinx_archdoc.views.table import (
    NOTHING,
    Group,
    Row,
    Table,
    TableRequest,
    compute_table,
)
from sphinx_archdoc.views.table import problems as table_problems

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.select import Selection

_USED_BY = "used-by"


class _Named(NamedTuple):
    """A technology that building blocks name, with the versions they say."""

    name: str
    versions: tuple[str, ...]
    users: tuple[Face, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TechRequest:
    """The technologies to show.

    A filter, group or limit shows listed ones only: of those that building blocks name nothing is
    known but the name.
    """

    is_picture: ClassVar[bool] = False

    selection: Selection
    columns: tuple[str, ...] = ()
    group: str = ""


def compute(
    store: Store, request: TechRequest, context: Context
) -> tuple[Table, tuple[Problem, ...]]:
    """Return the table, and what is wrong with its request."""
    asked = _table(request)
    wrong = table_problems(store, asked, context)
    table = compute_table(store, asked, context.scoring, settings=context.settings)
    users = _users(store)
    groups = tuple(
        Group(group.title, tuple(_with_users(table, row, users) for row in group.rows))
        for group in table.groups
    )
    chosen = request.selection
    if not (request.group or chosen.where or chosen.limit or any(w for _, w in chosen.equals)):
        listed = {tech.key for tech in technologies(store) if tech.record.kind_name == "tech"}
        more = tuple(_named_only(table, found) for key, found in users.items() if key not in listed)
        more = tuple(sorted(more, key=lambda row: natural(row.face.title)))
        rows = (*(row for group in groups for row in group.rows), *more)
        groups = (Group("", rows),) if rows else ()
    return dataclasses.replace(table, groups=groups), wrong


def problems(store: Store, request: TechRequest, context: Context) -> tuple[Problem, ...]:
    """Return what is wrong with a request."""
    return table_problems(store, _table(request), context)


def _table(request: TechRequest) -> TableRequest:
    return TableRequest(selection=request.selection, columns=request.columns, group=request.group)


def _users(store: Store) -> dict[str, _Named]:
    """Return what building blocks name, by key."""
    found: dict[str, _Named] = {}
    for tech in technologies(store):
        if tech.record.kind_name == "tech":
            continue
        before = found.get(tech.key, _Named(tech.name, (), ()))
        found[tech.key] = before._replace(
            versions=tuple(dict.fromkeys((*before.versions, *filter(None, [tech.version])))),
            users=(*before.users, face_of(store, tech.record)),
        )
    return found


def _with_users(table: Table, row: Row, users: dict[str, _Named]) -> Row:
    """Add the building blocks that name a listed technology to those it lists itself."""
    known = [users[key] for name, _ in named(row.face.title) if (key := key_of(name)) in users]
    cells = list(row.cells)
    for at, column in enumerate(table.columns):
        if column.name == _USED_BY:
            there = {face.id for face, _ in cells[at]}
            more = (user for item in known for user in item.users if user.id not in there)
            cells[at] = (*cells[at], *((user, "") for user in dict.fromkeys(more)))
    return Row(row.face, tuple(cells))


def _named_only(table: Table, found: _Named) -> Row:
    """Return the row of a technology that nobody lists; it has no id and no page."""
    face = Face("", "tech", found.name, "", "", superseded=False, found=False)
    cells: dict[str, Any] = {
        "title": face,
        "version": ", ".join(found.versions),
        _USED_BY: tuple((user, "") for user in found.users),
    }
    return Row(
        face,
        tuple(
            face._replace(title="–")
            if column.type == "id"
            else cells.get(column.name, NOTHING.get(column.type))
            for column in table.columns
        ),
    )
