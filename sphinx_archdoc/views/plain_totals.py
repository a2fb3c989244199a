"""Wrong totals in a plain table of efforts, which no directive has made records of.

Nothing is shown in their place; the problems are reported with those of the views of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem

if TYPE_CHECKING:
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context

#: So many rows are named in one message.
_NAMED = 20


class Wrong(NamedTuple):
    """A wrong total: where it stands, what is written, what it should be, and of what.

    ``line`` is 0 where it is that of the others; ``parts`` are empty where rows are summed up.
    """

    line: int
    name: str
    said: str
    right: str
    parts: str = ""


@dataclass(frozen=True, slots=True)
class TotalNote:
    """The wrong totals of a table: those below columns, or those at the end of rows."""

    is_picture: ClassVar[bool] = False

    items: tuple[Wrong, ...]


def compute(store: Store, request: TotalNote, context: Context) -> tuple[None, tuple[Problem, ...]]:
    """Return no data, and one problem."""
    return None, problems(store, request, context)


def problems(store: Store, request: TotalNote, context: Context) -> tuple[Problem, ...]:
    """Return what is wrong with the totals, all in one message."""
    del store, context
    told = [_told(item) for item in request.items[:_NAMED]]
    rest = len(request.items) - _NAMED
    more = f"; and {rest} more" if rest > 0 else ""
    return (Problem(Code.TOTAL, f"{'; '.join(told)}{more}"),)


def _told(item: Wrong) -> str:
    if not item.parts:
        return f"the total of {item.name!r} is {item.said!r}, but the rows add up to {item.right}"
    where = f"line {item.line}: " if item.line else ""
    return f"{where}the total of {item.name!r} is {item.said!r}, but {item.parts} is {item.right}"
