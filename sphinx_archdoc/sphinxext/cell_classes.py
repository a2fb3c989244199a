"""Classes of the cells of an author's own table: where a line may end inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.render.links import SHORT_ID, room_classes

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


def id_class(id_: str) -> str:
    """Return the class of a cell with the id of its row: a long id may be broken in its frame."""
    return "arch-short" if len(id_) <= SHORT_ID else "arch-wide-id"
