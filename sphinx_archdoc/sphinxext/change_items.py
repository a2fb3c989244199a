"""Items of change logs as records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.formats.change_line import read_change_line
from sphinx_archdoc.model.options import read_value
from sphinx_archdoc.model.values import clean
from sphinx_archdoc.sphinxext.list_items import ItemReader

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tasks import Group, Item
    from sphinx_archdoc.sphinxext.base import ArchDirective


def read_change(directive: ArchDirective, kind: Kind, group: Group, item: Item) -> None:
    """Make a record of an item of a change log."""
    heading = read_change_line(group.name)
    line = read_change_line(item.text)
    said = {
        "version": line.version or heading.version,
        "date": line.date or heading.date,
        "author": line.author,
    }
    values: dict[str, Any] = {}
    for name, text in said.items():
        spec = kind.field(name)
        if text and spec is not None:
            value, _problem = read_value(spec, text, directive.domain.reading, kind.name)
            values[name] = value
    reader = ItemReader(directive, kind, date="date", people="author", local=True)
    reader.note(item.node, clean(line.words or item.text)[0], values, item.line)
