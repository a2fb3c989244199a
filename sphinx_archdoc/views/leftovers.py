"""What the text of a page has left over: placeholders of a template, damaged characters.

Nothing is shown in their place; the problems are reported with those of the views of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.counting import counted
from sphinx_archdoc.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.spots import Spot
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context

#: So many different ones are named in one message.
_NAMED = 60


@dataclass(frozen=True, slots=True)
class PlaceholderNote:
    """The placeholders that a page has left."""

    is_picture: ClassVar[bool] = False
    is_left_over: ClassVar[bool] = True

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
        what = counted(count, "placeholder is left", "placeholders are left")
        code, named = Code.PLACEHOLDER, _by_text((at.text, at.line) for at in request.items)
    else:
        what = f"{counted(count, 'text was', 'texts were')} damaged by a wrong decoding"
        code = Code.DAMAGED
        named = _by_text((f"{at.text!r} was {at.meant!r}", at.line) for at in request.items)
    spots = [f"{_lines(lines)} {text}" for text, lines in named.items()]
    rest = len(spots) - _NAMED
    more = f", and {rest} more" if rest > 0 else ""
    return (Problem(code, f"{what}: {', '.join(spots[:_NAMED])}{more}"),)


def _by_text(spots: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Return the lines of each text; a template repeats few texts often."""
    found: dict[str, list[int]] = {}
    for text, line in spots:
        found.setdefault(text, []).append(line)
    return found


def _lines(numbers: Iterable[int]) -> str:
    """Return line numbers in words: ``line 7``, ``lines 7-9, 12``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in runs)
    return f"line {told}" if told.isdigit() else f"lines {told}"
