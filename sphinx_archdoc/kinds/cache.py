"""Caches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import amount, inline, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref


@kind(
    "cache",
    title=mark("Cache"),
    prefix="CACHE-",
    prefixed=True,
    rest="content",
    title_words=listed("cache layer, layer, level, cache level, cache name, ebene, niveau, nivel"),
)
class Cache(Record):
    """A cache: what it holds, for how long, and what invalidates it."""

    content: Inline = inline(
        mark("What it holds."),
        column=True,
        synonyms=listed(
            "contents, cached data, data, scope, what, purpose, description, inhalt, "
            "contenu, contenido"
        ),
    )
    ttl: Amount | None = amount(
        mark("How long it may hold it."),
        title=mark("TTL"),
        column=True,
        synonyms=listed(
            "time to live, expiry, expires, expires after, expiration, lifetime, max age, "
            "gültigkeit, durée de vie"
        ),
    )
    technology: str = text(
        mark("What it is built with."),
        column=True,
        synonyms=listed("tech, type, implementation, storage, technologie, tecnología"),
    )
    filling: str = text(
        mark("How it is filled: cache-aside, write-through, and so on."),
        synonyms=listed("pattern, caching pattern, strategy, muster, strategie"),
    )
    keys: str = text(
        mark("The form of its keys."), synonyms=listed("key pattern, cache key, schlüssel")
    )
    invalidation: Inline = inline(
        mark("What makes it forget."),
        column=True,
        synonyms=listed("invalidated by, invalidated on, eviction, eviction policy, invalidierung"),
    )
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks that use it."),
        inverse=mark("Caches"),
        synonyms=listed("component, components, applies to"),
    )
