"""Whether a record meets a filter. Values that do not fit compare as unequal; nothing raises."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.quantities import Amount, read_amount
from sphinx_archdoc.model.unsettled import is_stated
from sphinx_archdoc.model.values import Number, Range, When, read_date, read_flag, read_number
from sphinx_archdoc.model.words import Word, plain_word
from sphinx_archdoc.views import filters
from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.sources import Source, is_empty
from sphinx_archdoc.views.values import Values, text_items, vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.views.filters import Compare, Filter

_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_LISTS = ("refs", "tags", "people")
_YEAR = 4


def matches(values: Values, record: Record, part: Filter) -> bool:
    """Tell whether a record meets a filter."""
    if isinstance(part, filters.AllOf):
        return all(matches(values, record, inner) for inner in part.parts)
    if isinstance(part, filters.AnyOf):
        return any(matches(values, record, inner) for inner in part.parts)
    if isinstance(part, filters.Not):
        return not matches(values, record, part.part)
    return _compare(values, record, part)


def _compare(values: Values, record: Record, part: Compare) -> bool:
    kind = values.store.kind(record)
    source = values.source(kind, part.name)
    value = values.value(record, source)
    if part.sign == "filled":
        return not is_empty(value) and value != 0 and is_stated(value)
    if part.sign in _ORDER:
        return _ordered(values, kind, source, value, part)
    equal = any(
        _equal(values, kind, source, value, word, within=part.sign == "has") for word in part.words
    )
    return not equal if part.sign == "!=" else equal


def _ordered(values: Values, kind: Kind, source: Source, value: Any, part: Compare) -> bool:
    compare = _ORDER[part.sign]
    word = part.words[0]
    if isinstance(value, When):
        iso = iso_of(word)
        size = min(len(iso), len(value.iso))
        return bool(size) and compare(value.iso[:size], iso[:size])
    if source.type == "amount":
        return _amounts_ordered(value, word, part.sign)
    left = values.key(kind, source, value)
    right = _key_of(values, kind, source, word)
    if isinstance(value, Range) and part.sign.startswith("<"):
        left = (0, value.high)
    if left is None or right is None or left[0] != right[0]:
        return False
    return compare(left, right)


def _amounts_ordered(value: Amount | None, word: str, sign: str) -> bool:
    """Compare an amount with one of the same dimension; a bare number is in the same unit."""
    asked = read_amount(word)
    if value is None or value.base is None or asked.low is None:
        return False
    asked = asked if asked.unit else asked._replace(unit=value.unit)
    if asked.base is None or asked.dimension != value.dimension:
        return False
    mine = value.base[1] if sign.startswith("<") else value.base[0]
    return _ORDER[sign](mine, asked.base[0])


def _key_of(values: Values, kind: Kind, source: Source, word: str) -> tuple[int, Any] | None:
    if source.type in ("choice", "level"):
        vocabulary = vocabulary_of(source, values.settings, kind.name)
        term = vocabulary.exactly(word) if vocabulary is not None else None
        return (0, vocabulary.rank(term.key)) if vocabulary is not None and term else None
    if source.type in ("number", "range", "score"):
        number = read_number(word)
        return (0, number.value) if number is not None else None
    return (1, natural(word))


def iso_of(word: str) -> str:
    """Return the ISO form of a day, month or year; empty when it is none."""
    word = word.strip()
    if len(word) == _YEAR and word.isascii() and word.isdigit():
        return word
    found = read_date(word)
    return found.iso if found is not None else ""


def _equal(
    values: Values, kind: Kind, source: Source, value: Any, word: str, *, within: bool
) -> bool:
    if is_empty(value) and word.casefold() in ("", "none"):
        return source.type != "flag"
    if source.type in ("choice", "level"):
        return _same_word(values, kind, source, value, word)
    if source.type in _LISTS:
        inside = source.type == "refs"
        return any(_same_text(item, word, inside=inside) for item in text_items(value))
    if source.type == "flag":
        return read_flag(word) is bool(value)
    if isinstance(value, When):
        iso = iso_of(word)
        return value.iso.startswith(iso) if iso else value.text == word
    if isinstance(value, Amount) and value.base is not None and _amounts_equal(value, word):
        return True
    if isinstance(value, (int, Number, Range)):
        number = read_number(word)
        return number is not None and _holds(value, number.value)
    if source.type == "kind":
        return word.casefold() in (kind.name, kind.family, kind.title.casefold())
    if source.name == "page":
        return _same_text(value, word, inside=True, separator="/")
    text = (str(value) if isinstance(value, Amount) else plain(value or "")).casefold()
    return word.casefold() in text if within else word.casefold() == text


def _amounts_equal(value: Amount, word: str) -> bool:
    asked = read_amount(word)
    asked = asked if asked.unit else asked._replace(unit=value.unit)
    return asked.base == value.base and asked.dimension == value.dimension


def _same_word(values: Values, kind: Kind, source: Source, value: Word | None, word: str) -> bool:
    if value is None:
        return False
    vocabulary = vocabulary_of(source, values.settings, kind.name)
    term = vocabulary.exactly(word) if vocabulary is not None else None
    if term is not None:
        return value.key == term.key
    return plain_word(value.text) == plain_word(word)


def _same_text(text: str, word: str, *, inside: bool, separator: str = ".") -> bool:
    mine, theirs = text.casefold(), word.casefold()
    return mine == theirs or (inside and bool(theirs) and mine.startswith(theirs + separator))


def _holds(value: float | Number | Range, number: float) -> bool:
    if isinstance(value, Range):
        return value.low <= number <= value.high
    return (value.value if isinstance(value, Number) else value) == number
