"""Queues and topics."""

from __future__ import annotations

from sphinx_archdoc.kinds._element import Element
from sphinx_archdoc.model.kind import kind, mark


@kind(
    "queue",
    title=mark("Queue"),
    plural=mark("Queues"),
    family="element",
    argument="id",
    notation="container",
    role_css="store",
    shape="queue",
)
class Queue(Element):
    """A queue or topic inside a system: something that passes messages on (C4: container)."""
