"""The kinds that come with the package: one module each, found by name."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from sphinx_archdoc.model.kind import BUILT_IN

if TYPE_CHECKING:
    from sphinx_archdoc.model.kind import Registry

#: Plug-ins name a module here that declares kinds with ``@kind``.
ENTRY_POINTS = "sphinx_archdoc.kinds"


@lru_cache(maxsize=1)
def load() -> Registry:
    """Import every module of this package and every plug-in; return the registry they filled."""
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        importlib.import_module(f"{__name__}.{module}")
    for plugin in sorted(entry_points(group=ENTRY_POINTS)):
        plugin.load()
    return BUILT_IN
