"""Lists in the body of a table or list directive: every item a record, the list stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.formats.record_items import record_facts
from sphinx_archdoc.model.values import clean
from sphinx_archdoc.reading.tasks import groups, lead_words
from sphinx_archdoc.sphinxext.list_items import ItemReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tasks import Item
    from sphinx_archdoc.sphinxext.base import ArchDirective


class RecordItems(ItemReader):
    """Reads items as records of one kind; see :mod:`sphinx_archdoc.formats.record_items`."""

    def __init__(self, directive: ArchDirective, kind: Kind, prefix: str, inside: str) -> None:
        super().__init__(directive, kind, date="", people="")
        self.prefix = f"{inside}." if inside else prefix or kind.made_id("")

    def read_all(self, blocks: Sequence[nodes.Node]) -> int:
        """Make a record of every item of the lists among these blocks; return how many."""
        items = [item for group in groups(blocks) for item in group.items()]
        for item in items:
            self._record(item)
        return len(items)

    def _record(self, item: Item) -> None:
        lead, rest = lead_words(item)
        raw = record_facts(self.kind, lead, rest if lead else item.text)
        for inner in item.below():
            raw = {**raw, **self._labelled(inner)}
        title = clean(raw.pop("title"))[0]
        self.note(item.node, title, self._values(raw, item), item.line)
