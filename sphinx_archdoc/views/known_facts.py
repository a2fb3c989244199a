"""Facts that views know by name. A kind of one's own may give the name another type, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.inline import Span, plain
from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.model.values import Ref
from sphinx_archdoc.model.words import Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store


def word_of(record: Record | None, name: str) -> Word | None:
    """Return a fact if it is a word of a choice or level."""
    value: Any = getattr(record, name, None)
    return value if isinstance(value, Word) else None


def text_of(record: Record | None, name: str) -> str:
    """Return a fact without markup if it is a text."""
    value: Any = getattr(record, name, "")
    if isinstance(value, str):
        return value
    if isinstance(value, tuple) and all(isinstance(span, Span) for span in value):
        return plain(value)
    return ""


def flag_of(record: Record | None, name: str) -> bool:
    """Tell whether a flag is set."""
    return getattr(record, name, False) is True


def refs_of(record: Record, name: str) -> tuple[Ref, ...]:
    """Return a fact if it is references."""
    value: Any = getattr(record, name, ())
    return tuple(ref for ref in value if isinstance(ref, Ref)) if isinstance(value, tuple) else ()


def status_of(store: Store, record: Record) -> Word | None:
    """Return the status that holds, where the status is a choice."""
    written: Any = getattr(record, "status", None)
    if written is not None and not isinstance(written, Word):
        return None
    return effective_status(store, record)
