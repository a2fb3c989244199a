"""Entities by the names people give them: ``Order items``, ``order_item`` and ``OrderItem``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HUMP_END = re.compile(r"(?<=[a-z0-9])(?:Id|ID|Uuid|UUID|Key|Ref)$")
_UNDERSCORE_END = re.compile(r"(?<=.)[_\s-](?:id|uuid|guid|fk|key|ref)$", re.IGNORECASE)


def name_key(text: str) -> str:
    """Return what is compared of a name: its letters and digits."""
    return "".join(char for char in text.casefold() if char.isalnum())


class NameIndex:
    """Ids by names. Of two entities with one name the first is found."""

    def __init__(self, named: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """Take the id and the names of each entity; the id is a name too."""
        self._ids: dict[str, str] = {}
        loose: list[tuple[str, str]] = []
        for id_, names in named:
            for name in (id_, *names, id_.rpartition(".")[2]):
                key = name_key(name)
                if key:
                    self._ids.setdefault(key, id_)
                    loose += [(form, id_) for form in _forms(key)]
        for form, id_ in loose:
            self._ids.setdefault(form, id_)

    def find(self, name: str) -> str:
        """Return the id of the entity with this name, also in the plural, or nothing."""
        key = name_key(name)
        if key in self._ids:
            return self._ids[key]
        return next((self._ids[form] for form in _forms(key) if form in self._ids), "")

    def find_for_column(self, column: str) -> str:
        """Return the id of the entity that ``user_id`` or ``userId`` is named after, or nothing."""
        for end in (_UNDERSCORE_END, _HUMP_END):
            stem = end.sub("", column.strip())
            if stem != column.strip():
                return self.find(stem)
        return ""


def _forms(key: str) -> Iterator[str]:
    """Yield the singulars that a word may have; English, where most models are written."""
    if len(key) > len("xes") and key.endswith("ies"):
        yield key[:-3] + "y"
    if len(key) > len("xes") and key.endswith("es"):
        yield key[:-2]
    if len(key) > len("xs") and key.endswith("s") and not key.endswith("ss"):
        yield key[:-1]
