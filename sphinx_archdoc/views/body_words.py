"""What the formatted text of a record says, as sentences: steps of a flow, columns of an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.body import body_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.outline import Item
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store


def body_words(store: Store, record: Record, translate: Callable[[str], str]) -> tuple[Item, ...]:
    """Return what was read of a text in a format (``Kind.body``); nothing of any other record."""
    name = store.kind(record).body
    if not name or record.body is None:
        return ()
    asked = body_view(name).requests(record.body, id_=record.id, title=record.title, prose="")
    return tuple(item for request in asked for item in request.words(store, translate))
