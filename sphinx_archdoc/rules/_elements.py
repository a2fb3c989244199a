"""What rules about building blocks share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

#: Labels that say no more than that there is a relation.
WEAK_LABELS = frozenset(
    {"uses", "use", "using", "calls", "call", "connects", "connects to", "connect to", "accesses"}
    | {"talks to", "invokes", "communicates with", "interacts with", "depends on", "relates to"}
    | {"nutzt", "verwendet", "ruft auf", "utilise", "appelle", "usa", "utiliza", "llama"}
)

_LEVELS = {"store": "container"}


def level_of(store: Store, element: Record) -> str:
    """Return what an element is in C4: person, system, container, component or node."""
    role = store.kind(element).role_css
    return _LEVELS.get(role, role) or "container"


def is_container(store: Store, id_: str) -> bool:
    """Tell whether this is the id of a container."""
    element = store.get(id_)
    return (
        element is not None
        and store.is_element(element)
        and level_of(store, element) == "container"
    )


def inside(store: Store, id_: str) -> list[str]:
    """Return the ids of everything inside an element."""
    found: list[str] = []
    for child in store.children(id_):
        found += (child, *inside(store, child))
    return found


def relations(store: Store) -> Iterator[tuple[Any, str, str]]:
    """Yield each relation with its two ends; the record has the fields of a relation."""
    for record in store.of("relation"):
        for source in getattr(record, "source", ()):
            for target in getattr(record, "target", ()):
                yield record, source.id, target.id


def lines(store: Store) -> Iterator[tuple[str, str]]:
    """Yield the two ends of everything that joins building blocks."""
    for _, source, target in relations(store):
        yield source, target
    for link in store.relations.links:
        if link.field == "depends_on":
            yield link.source, link.target
