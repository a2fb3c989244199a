"""Roles and what each may do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.crossing import Crossing, Mark
from sphinx_archdoc.views.faces import face_of
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.selection_problems import selection_problems

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context

#: ``Edit posts (own only)``: the permission, and its note.
_NOTED = re.compile(r"(?P<name>.*?)\s*\((?P<note>[^()]*)\)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PermissionRequest:
    """A matrix of roles and permissions to make."""

    is_picture: ClassVar[bool] = False

    selection: Selection


def compute(
    store: Store, request: PermissionRequest, context: Context
) -> tuple[Crossing, tuple[Problem, ...]]:
    """Return the matrix and what is wrong with its request."""
    roles = select(store, request.selection, context.scoring, context.settings)
    said = [_marks(role) for role in roles]
    names = tuple(dict.fromkeys(name for marks in said for name in marks))
    made = Crossing(
        rows=tuple(face_of(store, role) for role in roles),
        columns=names,
        cells=tuple(tuple(marks.get(name, Mark()) for name in names) for marks in said),
        corner=mark("Role"),
        titled=True,
    )
    return made, tuple(
        selection_problems(store.registry, request.selection, settings=context.settings)
    )


def _marks(role: Record) -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    for field, key in (("allowed", "yes"), ("denied", "no")):
        for text in getattr(role, field, ()):
            noted = _NOTED.match(text)
            name, note = (noted["name"], noted["note"]) if noted else (text, "")
            found.setdefault(name, Mark(key, note))
    return found
