"""The words for people in plain data: what a translator translates of a record or a picture."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Fields that hold words for people, of whatever is drawn or told; the others are ids and syntax.
FIELDS = frozenset({"title", "description", "technology", "label", "text", "comment", "notes"})
_LETTERS = re.compile(r"[^\W\d_]{2}")


def words_in(value: Any) -> Iterator[str]:
    """Yield the texts of a value in their order: those of a record's field, or of picture data."""
    if isinstance(value, str):
        if _LETTERS.search(value):
            yield value
    elif _is_plain_tuple(value):
        for item in value:
            yield from words_in(item)
    elif _is_data(value):
        for name, has_words in _fields(value.__class__):
            found = getattr(value, name)
            if has_words or not _is_text(found):
                yield from words_in(found)


def reworded(value: Any, said: Mapping[str, str]) -> Any:
    """Return a value with these texts in the place of its own."""
    if isinstance(value, str):
        return said.get(value, value)
    if _is_plain_tuple(value):
        return tuple(reworded(item, said) for item in value)
    if not _is_data(value):
        return value
    found = ((name, words, getattr(value, name)) for name, words in _fields(value.__class__))
    new = {
        name: reworded(old, said)
        for name, has_words, old in found
        if has_words or not _is_text(old)
    }
    return dataclasses.replace(value, **new)


def _is_plain_tuple(value: Any) -> bool:
    """Tell whether a value is a tuple without names; those with are amounts, references."""
    return type(value) is tuple


def _is_data(value: Any) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, type)


def _is_text(value: Any) -> bool:
    """Tell whether a value is a text, or texts: then its field decides what they are."""
    return isinstance(value, str) or (
        isinstance(value, tuple) and any(isinstance(item, str) for item in value)
    )


@cache
def _fields(kind: type) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a sort of data, and whether each holds words."""
    return tuple((item.name, item.name in FIELDS) for item in dataclasses.fields(kind) if item.init)
