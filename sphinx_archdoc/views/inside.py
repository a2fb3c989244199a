"""Whether the element exists that the rows of a table say they are inside (``:in: shop``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion

if TYPE_CHECKING:
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class InsideRequest:
    """Asks whether an element exists; nothing is shown in its place."""

    is_picture: ClassVar[bool] = False

    element: str


def compute(
    store: Store, request: InsideRequest, context: Context
) -> tuple[None, tuple[Problem, ...]]:
    """Return no data, and a problem when there is no such element."""
    del context
    record = store.get(request.element)
    if record is not None and store.is_element(record):
        return None, ()
    ids = [element.id for element in store.of("element")]
    hint = suggestion(request.element, ids)
    message = f"in: there is no element {request.element[:60]!r}"
    return None, (Problem(Code.SCOPE, f"{message}; {hint}" if hint else message),)
