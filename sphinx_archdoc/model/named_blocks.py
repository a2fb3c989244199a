"""Building blocks by their titles: a column *Component* may say ``Order API``."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record

#: Targets of fields that name building blocks.
_BLOCKS = frozenset(
    {
        *("element", "person", "system", "app", "datastore", "queue", "component"),
        *("deployment-node", "infrastructure-node"),
    }
)
#: Longer texts are no titles but sentences.
_WORDS = 6
_TITLE = re.compile(r"[^\W_][^\[\]{}<>|`*\n]{0,79}\Z")


def names_blocks(spec: FieldSpec) -> bool:
    """Tell whether a field refers to building blocks."""
    return spec.type == "refs" and not _BLOCKS.isdisjoint(spec.targets)


def may_be_title(text: str) -> bool:
    """Tell whether a text that is no id may be the title of a building block."""
    return len(text.split()) <= _WORDS and _TITLE.match(text) is not None


def ids_by_title(elements: Iterable[Record], ids: Iterable[str]) -> dict[str, str]:
    """Return the id of each title that one building block only has, and that is no id itself."""
    taken = {id_.casefold() for id_ in ids}
    found: dict[str, dict[str, None]] = {}
    for record in elements:
        title = _key(record.title)
        if title and title not in taken:
            found.setdefault(title, {})[record.id] = None
    return {title: next(iter(same)) for title, same in found.items() if len(same) == 1}


def with_ids(record: Record, kind: Kind, by_title: Mapping[str, str]) -> Record:
    """Return a record that names building blocks by id where it says their titles."""
    changes: dict[str, Any] = {}
    for spec in kind.fields if by_title and kind.family != "relation" else ():
        if not names_blocks(spec):
            continue
        refs = getattr(record, spec.name)
        if any(_key(ref.id) in by_title for ref in refs):
            named = (ref._replace(id=by_title.get(_key(ref.id), ref.id)) for ref in refs)
            changes[spec.name] = tuple(named)
    return dataclasses.replace(record, **changes) if changes else record


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
