"""The model needs a picture that no page shows.

**What it reports.** What a reader of an architecture that is not trivial looks for: a picture of
the structure where there are several containers, data stores, queues or external systems; of a key
flow where there are several containers or a queue; of the data model where there is a data store;
of the deployment where there are several environments. Reported by a build, which knows the
pictures.

**Why.** The records alone do not show how the parts work together. Off unless asked for.

**Example.** With `archdoc_rules = {"missing-view": "warning"}`, and nowhere a view::

    .. c4-model::

       system shop "Shop"
         app web "Web app"
         datastore db "Database"

Add `c4-container`, a `flow` and an `er-diagram`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.model.shown import STRUCTURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.rules._given import Given

CODE = Code.VIEW
LEVEL = "off"


class _Needed(NamedTuple):
    """A picture, why it is needed, how to make it, and a record that shows the need."""

    sorts: tuple[str, ...]
    what: str
    why: str
    hint: str
    record: Record


def check(store: Store, given: Given) -> Iterator[Finding]:
    """Yield a finding for each sort of picture that is needed and missing."""
    if given.views is None:
        return
    shown = {view.sort for view in given.views}
    for need in _needs(store):
        if not shown.intersection(need.sorts):
            message = f"no page shows {need.what}, but {need.why}; {need.hint}"
            yield Finding(CODE, message, need.record.at)


def _needs(store: Store) -> Iterator[_Needed]:
    elements = [record for record in store.of("element") if not _external(record)]
    services = [record for record in elements if record.kind_name in ("app", "component")]
    stores = [record for record in elements if record.kind_name == "datastore"]
    queues = [record for record in elements if record.kind_name == "queue"]
    others = [
        record for record in store.of("element")
        if record.kind_name != "person" and _external(record)
    ] + list(store.of("integration"))  # fmt: skip
    reasons = [
        (_several(services), "there are several applications or components"),
        (stores, "there is a data store"),
        (others, "there are external systems"),
        (queues, "there is a queue"),
    ]
    because = next(((found[0], why) for found, why in reasons if found), None)
    if because is not None:
        hint = "add c4-context or c4-container"
        yield _Needed(STRUCTURE, "how the parts belong together", because[1], hint, because[0])
    moving = _several(services) or queues
    if moving:
        why = "there are several applications" if _several(services) else "there is a queue"
        yield _Needed(("flow",), "a flow step by step", why, "add a flow", moving[0])
    if stores:
        hint = "add entities and an er-diagram"
        yield _Needed(("data",), "the data model", "there is a data store", hint, stores[0])
    places = _several([r for r in store.of("deployment-node") if "." not in r.id])
    if places:
        why = "there are several environments"
        hint = "add c4-deployment"
        yield _Needed(("deployment",), "what runs where", why, hint, places[0])


def _several(records: list[Record]) -> list[Record]:
    return records if len(records) > 1 else []


def _external(record: Record) -> bool:
    return bool(getattr(record, "external", False))
