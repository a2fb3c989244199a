"""What references mean as soon as all records are known: statuses and titles become ids."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_archdoc.model.error_statuses import single_codes, with_codes
from sphinx_archdoc.model.named_blocks import ids_by_title, with_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.registry import Registry


class Settling:
    """Puts ids in place of what authors wrote for them."""

    def __init__(self, records: Sequence[Record], registry: Registry) -> None:
        self._records = records
        self._registry = registry

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The error codes by the status that only they come with."""
        return single_codes(self._records)

    @cached_property
    def _by_title(self) -> dict[str, str]:
        """The ids of building blocks by the titles that only they have."""
        blocks = {kind.name for kind in self._registry.family("element")}
        elements = [record for record in self._records if record.kind_name in blocks]
        return ids_by_title(elements, (record.id for record in self._records))

    def settled(self, record: Record) -> Record:
        """Return a record with ids where it names a status, or the title of a building block."""
        kind = self._registry[record.kind_name]
        return with_ids(with_codes(record, kind, self._codes), kind, self._by_title)
