"""Records and stores in one line each, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc import kinds
from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.model.store import Store, pages_of
from sphinx_archdoc.model.values import Ref
from sphinx_archdoc.model.words import Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Packed, Registry

REGISTRY = kinds.load()


def rec(
    kind: str,
    id_: str,
    title: str = "",
    page: str = "index",
    line: int = 1,
    *,
    registry: Registry = REGISTRY,
    **values: Any,
) -> tuple[str, Packed]:
    found = registry[kind]
    record = found.record(
        id=id_, title=title, at=Location(page, f"{page}.rst", line, id_.lower()), **values
    )
    return page, found.pack(record)


def store_of(*written: tuple[str, Packed], registry: Registry = REGISTRY) -> Store:
    return Store(pages_of(written), registry)


def to(*ids: str) -> tuple[Ref, ...]:
    return tuple(Ref(id_) for id_ in ids)


def word(key: str) -> Word:
    return Word(key, key)
