"""Classes of the cells of an author's own table: where a line may end, what an amount sorts by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.effort import Sum
from sphinx_archdoc.model.headers import amount_below
from sphinx_archdoc.model.units import unit_of
from sphinx_archdoc.render.links import SHORT_ID, room_classes
from sphinx_archdoc.sphinxext.columns import EXTRA

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.columns import Meaning


#: A day, a month, a quarter or half of a year.
_PERIOD = re.compile(r"\d{4}-(\d\d(-\d\d)?|[QHqh]\d)")


def text_classes(text: str, meaning: Meaning) -> list[str]:
    """Return the classes of a cell by its text and by what its column means.

    A date has hyphens at which a narrow column would break it.
    """
    found = room_classes(text, meaning if isinstance(meaning, str) else meaning.type)
    if found:
        return found
    is_date = not isinstance(meaning, str) and meaning.type == "date"
    short = text and len(text) <= SHORT_ID
    return ["arch-date"] if short and (is_date or _PERIOD.fullmatch(text)) else []


def value_classes(header: str, text: str, meaning: Meaning, *, working: bool = False) -> list[str]:
    """Return the class with what an amount sorts by: it may be in any unit and notation.

    ``working``: it is an effort, whose days have eight hours.
    """
    own = meaning is EXTRA
    if not own and (isinstance(meaning, str) or meaning.type != "amount"):
        return []
    amount = amount_below(header, text)
    if amount.low is None or amount.base is None:
        return []
    if own and amount.unit and unit_of(amount.unit) is None:
        return []  # a sentence that begins with a number, perhaps
    days = Sum(amount.low, amount.low, amount.unit).days if working else None
    value = days[0] if days else amount.base[0]
    return [f"arch-v{f'{value:.9f}'.rstrip('0').rstrip('.')}"]


def id_class(id_: str) -> str:
    """Return the class of a cell with the id of its row: a long id may be broken in its frame."""
    return "arch-short" if len(id_) <= SHORT_ID else "arch-wide-id"
