"""Records by the number in their id, for references that write it shorter: ``ADR-1``, ``0001``."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.record import Record

_NUMBERED = re.compile(r"(?:(?P<prefix>[A-Za-z]+)[-_]?)?(?P<digits>\d{1,9})(?=$|[-_.])")
_SAID = re.compile(r"(?:(?P<prefix>[A-Za-z]+)[-_ ]?)?(?P<digits>\d{1,9})\Z")


class Numbered:
    """The ids of some records by kind and number."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._ids: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        for record in records:
            found = _NUMBERED.match(record.id)
            if found:
                ids = self._ids[record.kind_name, int(found["digits"])]
                ids[record.id] = (found["prefix"] or "").lower()

    def find(self, kind: str, said: str) -> str:
        """Return the only id of a kind with the number (and prefix) that is said, or nothing."""
        match = _SAID.match(said)
        if match is None:
            return ""
        ids = self._ids.get((kind, int(match["digits"])), {})
        wanted = (match["prefix"] or "").lower()
        fitting = [id_ for id_, prefix in ids.items() if wanted in ("", prefix)]
        return fitting[0] if len(fitting) == 1 else ""
