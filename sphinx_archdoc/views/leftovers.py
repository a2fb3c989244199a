"""What the text of a page has left over: placeholders of a template, damaged characters.

Nothing is shown in their place; the problems are reported with those of the views of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem

if TYPE_CHECKING:
    from sphinx_archdoc.model.spots import Spot
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context

#: So many are named in one message.
_NAMED = 12


@dataclass(frozen=True, slots=True)
class PlaceholderNote:
    """The placeholders that a page has left."""

    is_picture: ClassVar[bool] = False

    items: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class DamageNote:
    """The damaged characters of a page."""

    is_picture: ClassVar[bool] = False

    items: tuple[Spot, ...]


def compute(
    store: Store, request: PlaceholderNote | DamageNote, context: Context
) -> tuple[None, tuple[Problem, ...]]:
    """Return no data, and one problem for the page: a message each would bury all others."""
    return None, problems(store, request, context)


def problems(
    store: Store, request: PlaceholderNote | DamageNote, context: Context
) -> tuple[Problem, ...]:
    """Return what is left over, with the lines."""
    del store, context
    count = len(request.items)
    if isinstance(request, PlaceholderNote):
        what = "1 placeholder is left" if count == 1 else f"{count} placeholders are left"
        code, spots = Code.PLACEHOLDER, [f"line {at.line} {at.text}" for at in request.items]
    else:
        what = "a text was" if count == 1 else f"{count} texts were"
        what = f"{what} damaged by a wrong decoding"
        code = Code.DAMAGED
        spots = [f"line {at.line} {at.text!r} was {at.meant!r}" for at in request.items]
    more = f", and {count - _NAMED} more" if count > _NAMED else ""
    return (Problem(code, f"{what}: {', '.join(spots[:_NAMED])}{more}"),)
