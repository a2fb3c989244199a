"""The model needs a picture that no page shows.

**What it reports.** What a reader of an architecture that is not trivial looks for: a picture of
the structure, and a key flow step by step; of the data model where there is a data store; of the
deployment where there are several environments. Not trivial is one with several applications or
components, a data store, an external system, a queue or several steps that nobody waits for, or
several environments. Reported by a build, which knows the pictures.

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
from sphinx_archdoc.model.words import Word

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
    others = [
        record for record in store.of("element")
        if record.kind_name != "person" and _external(record)
    ] + list(store.of("integration"))  # fmt: skip
    queues = [record for record in elements if record.kind_name == "queue"]
    later = [record for record in store.of("relation") if _is_asynchronous(record)]
    places = _several(list(_environments(store).values()))
    reasons = [
        (_several(services), "there are several applications or components"),
        (stores, "there is a data store"),
        (others, "there are external systems"),
        (queues, "there is a queue"),
        (_several(later), "there are several steps that nobody waits for"),
        (places, "there are several environments"),
    ]
    because = next(((found[0], why) for found, why in reasons if found), None)
    if because is not None:
        record, why = because
        hint = "add c4-context or c4-container"
        yield _Needed(STRUCTURE, "how the parts belong together", why, hint, record)
        yield _Needed(("flow",), "a flow step by step", why, "add a flow", record)
    if stores:
        hint = "add entities and an er-diagram"
        yield _Needed(("data",), "the data model", "there is a data store", hint, stores[0])
    if places:
        why = "there are several environments"
        hint = "add c4-deployment"
        yield _Needed(("deployment",), "what runs where", why, hint, places[0])


def _environments(store: Store) -> dict[str, Record]:
    """Return the first node of each environment: the first part of its id names it."""
    found: dict[str, Record] = {}
    for record in store.of("deployment-node"):
        found.setdefault(record.id.partition(".")[0], record)
    return found


def _is_asynchronous(record: Record) -> bool:
    style = getattr(record, "style", None)
    return isinstance(style, Word) and style.key == "async"


def _several(records: list[Record]) -> list[Record]:
    return records if len(records) > 1 else []


def _external(record: Record) -> bool:
    return bool(getattr(record, "external", False))
