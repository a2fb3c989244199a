"""The one door: picture data of any type in, a finished picture out, with a cache by content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams.cachefile import write_atomically
from sphinx_archdoc.diagrams.drawing import picture_type
from sphinx_archdoc.diagrams.svg import fill

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_archdoc.diagrams.key import KeyEntry
    from sphinx_archdoc.diagrams.layout import Layout

__all__ = ["Picture", "digest", "engine_id", "fill", "is_kept", "picture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn picture. ``svg`` is a template for :func:`fill`; sizes are px at 100 %."""

    svg: str
    width: float
    height: float
    crossings: int
    key: tuple[KeyEntry, ...]


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the cache keeps; everything else follows from the data."""

    svg: str
    width: float
    height: float
    crossings: int


def picture(
    data: Any, *, engine: Layout, cache_dir: Path | None = None, made_by: str = ""
) -> Picture:
    """Draw a picture, or take it from the cache.

    ``made_by`` is the :func:`engine_id` of the engine where the caller knows it already. Raises
    LayoutError for a picture above the limits and when the engine cannot do its work, and
    ValueError for data that contradicts itself (a line to nowhere).
    """
    type_ = picture_type(data)
    path = _path(cache_dir, data, made_by or engine_id(engine)) if cache_dir else None
    stored = _read(path) if path else None
    if stored is None:
        drawn = type_.draw(data, lambda: engine)
        stored = _Stored(drawn.svg, drawn.width, drawn.height, drawn.crossings)
        if path:
            write_atomically(path, json.dumps(asdict(stored)).encode())
    return Picture(
        svg=stored.svg,
        width=stored.width,
        height=stored.height,
        crossings=stored.crossings,
        key=type_.key(data),
    )


def engine_id(engine: Layout) -> str:
    """Return what tells an engine from others and from other versions of it."""
    return f"{engine.name} {engine.version}"


def digest(data: Any, made_by: str) -> str:
    """Return the name of a picture's cache entry: everything that can change how it looks."""
    type_ = picture_type(data)
    engine = made_by if type_.USES_ENGINE else ""
    # Data classes print all they hold, ten times as fast as they turn into dictionaries.
    made_from = repr((type(data).__name__, type_.SCHEMA, engine, data))
    return hashlib.sha256(made_from.encode()).hexdigest()


def is_kept(data: Any, made_by: str, cache_dir: Path) -> bool:
    """Tell whether the cache has an entry for a picture; whether it is whole is seen on reading."""
    return _path(cache_dir, data, made_by).exists()


def _path(cache_dir: Path, data: Any, made_by: str) -> Path:
    return cache_dir / f"{digest(data, made_by)}.json"


def _read(path: Path) -> _Stored | None:
    """Return a cache entry, or None when it is missing or was not written by us in full."""
    try:
        entry = _Stored(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    ok = (
        isinstance(entry.svg, str)
        and entry.svg.endswith("</svg>")
        and all(isinstance(n, int | float) for n in (entry.width, entry.height, entry.crossings))
    )
    return entry if ok else None
