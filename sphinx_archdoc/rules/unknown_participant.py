"""A flow names a participant that is no building block.

**What it reports.** Each participant of a flow that is no element of the model, neither by its id
nor by its title, with the nearest id that exists; once for each participant of a flow. A project
without any element has nothing to compare with, and nothing is reported.

**Why.** The participant leads nowhere: no link, no back-link from the element, no colour.

**Example.** The element is called ``shop.api``::

    .. c4-model::

       app shop.web
       app shop.api
       shop.web -> shop.api

    .. flow:: Log in

       shop.web -> shop.apii : POST /login

Write the id as it is declared, or declare the element.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding, Nearest
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.store import Store

CODE = Code.PARTICIPANT


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each participant that is no element."""
    elements = store.of("element")
    if not elements or not store.has_body("flow"):
        return
    from sphinx_archdoc.diagrams.sequence.elements import elements_of, flows

    ids: Nearest | None = None
    for record, sequence in flows(store):
        known = elements_of(store, sequence)
        for participant in sequence.participants:
            if participant.id in known:
                continue
            ids = ids or Nearest([element.id for element in elements])
            near = ids.find(participant.id)
            hint = f"did you mean {near!r}?" if near else "declare it, or use the id of an element"
            message = f"{name(store, record)}: participant {participant.id!r} is no element"
            line = record.line_in_text(participant.line)
            yield Finding(CODE, f"{message}; {hint}", record.at, line)
