"""What a small card says of a record when one points at a link to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.views.cells import Badge, badge
from sphinx_archdoc.views.known_facts import status_of
from sphinx_archdoc.views.values import Values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.fields import Settings
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.scores import Scoring
    from sphinx_archdoc.model.store import Store

#: A longer summary is cut at a word.
LONGEST = 280


class HoverCard(NamedTuple):
    """The card of a record; ``kind_title`` and the status' label are to be translated."""

    record: Record
    kind_title: str
    status: Badge | None
    summary: str


def hover_cards(store: Store, scoring: Scoring, settings: Settings) -> Iterator[HoverCard]:
    """Yield the card of each record that has a place of its own on a page."""
    values = Values(store, scoring, settings)
    for record in store.records:
        kind = store.kind(record)
        if kind.family == "relation" or not record.at.anchor:
            continue
        status = None
        if kind.field("status") is not None:
            source = values.source(kind, "status")
            if source.type == "choice":
                written = getattr(record, "status", None)
                status = badge(values, kind, source, status_of(store, record), written)
        said = record.summary or plain(getattr(record, "description", ""))
        yield HoverCard(record, kind.title, status, shortened(said))


def shortened(text: str) -> str:
    """Return a text of at most ``LONGEST`` characters in one line; cut ones end with ``…``."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    head = line[: LONGEST - 1]
    return f"{head.rpartition(' ')[0] or head}…"
