"""What checks ask of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.inline import Span, plain
from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.model.unsettled import is_stated, says_something
from sphinx_archdoc.model.words import Word

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.checks.review import Review
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store


def has(name: str, review: Review) -> Callable[[Record], bool]:
    """Return a function that tells whether a record states a fact; a placeholder states nothing."""

    def states(record: Record) -> bool:
        value = getattr(record, name, None)
        if isinstance(value, str) or (
            type(value) is tuple and value and isinstance(value[0], Span)
        ):
            return is_said(plain(value), record, review)
        if type(value) is tuple:  # people, tags
            return any(is_said(str(item), record, review) for item in value)
        return is_stated(value)

    return states


def is_said(text: str, record: Record, review: Review) -> bool:
    """Tell whether a text of a record says something that its author wrote."""
    return says_something(text) and not is_left(text, record, review)


def is_left(text: str, record: Record, review: Review) -> bool:
    """Tell whether a text of a record is a placeholder that its page has left.

    Brackets do not count: ``[Team]`` as an owner is read as ``Team``.
    """
    spots = review.leftovers.get(record.at.docname, ())
    return any(_bare(text) == _bare(spot.text) for spot in spots)


def _bare(text: str) -> str:
    return text.strip().removesuffix(".").removeprefix("[").removesuffix("]").strip()


def has_part(key: str) -> Callable[[Record], bool]:
    """Return a function that tells whether a record's text has a part."""
    return lambda record: any(part.key.split("/")[0] == key for part in record.sections)


def is_in(*keys: str) -> Callable[[Record], bool]:
    """Return a function that tells whether a record's status is one of these."""

    def stands(record: Record) -> bool:
        status = getattr(record, "status", None)
        return isinstance(status, Word) and status.key in keys

    return stands


def answered(store: Store) -> Callable[[Record], bool]:
    """Return a function that tells whether a question is not open."""

    def settled(record: Record) -> bool:
        status = effective_status(store, record)
        return status is not None and status.key != "open"

    return settled


def own(store: Store, review: Review, *kinds: str) -> list[Record]:
    """Return the building blocks of these kinds that are not somebody else's."""
    return [record for record in review.of(store, *kinds) if not getattr(record, "external", False)]
