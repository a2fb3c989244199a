"""The kinds that come with the package: one module each, found by name."""

from __future__ import annotations

import importlib
import pkgutil
import zlib
from functools import cache, lru_cache, partial
from importlib.metadata import entry_points

from sphinx_archdoc.model.checksum import checksum
from sphinx_archdoc.model.registry import BUILT_IN, Registry

#: Plug-ins name a module here that declares kinds with ``@kind``.
ENTRY_POINTS = "sphinx_archdoc.kinds"


@lru_cache(maxsize=1)
def load() -> Registry:
    """Return the registry of the kinds of this package and of every plug-in.

    A module of this package is imported when its kind is first asked for: a build in which nothing
    changed asks for few.
    """
    for module in sorted(_modules()):
        if not module.startswith("_"):
            path = f"{__name__}.{module}"
            BUILT_IN.expect(module.replace("_", "-"), partial(importlib.import_module, path))
    for plugin in sorted(entry_points(group=ENTRY_POINTS)):
        plugin.load()
    return BUILT_IN


#: What beside the kinds decides how a text becomes a stored value.
_READING = ("fields.py", "kind.py", "numbers.py", "options.py", "quantities.py", "words.py")


def source_checksum() -> int:
    """Return a number that changes with any of these kinds and how their values are read.

    It is made of the sources, so that no module is imported for it; of plug-ins, which are loaded
    anyhow, it is made of their kinds.
    """
    modules = sorted(_modules())
    own = {module.replace("_", "-") for module in modules}
    plugged = [BUILT_IN[name] for name in load().names() if name not in own]
    found = checksum(Registry(plugged))
    for module in modules:
        found = zlib.crc32(pkgutil.get_data(__name__, f"{module}.py") or b"", found)
    for name in _READING:
        found = zlib.crc32(pkgutil.get_data("sphinx_archdoc.model", name) or b"", found)
    return found


@cache
def _modules() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(__path__)]
