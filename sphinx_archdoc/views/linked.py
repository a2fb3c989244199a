"""Records that a text of ours leads to: where each is, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sphinx_archdoc.views.faces import face

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.faces import Face


@dataclass(frozen=True, slots=True)
class LinkedRequest:
    """Asks for records by their ids; the page is written again when one of them moves."""

    is_picture: ClassVar[bool] = False

    ids: tuple[str, ...]


def compute(
    store: Store, request: LinkedRequest, context: Context
) -> tuple[tuple[Face, ...], tuple[Problem, ...]]:
    """Return the faces of the records."""
    del context
    return tuple(face(store, id_) for id_ in request.ids), ()


def problems(store: Store, request: LinkedRequest, context: Context) -> tuple[Problem, ...]:
    """Return nothing: whether the records exist is asked where they are named."""
    del store, request, context
    return ()
