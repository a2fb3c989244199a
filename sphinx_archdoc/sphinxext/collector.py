"""Keep Python's garbage collector off what stays until the build is over.

When a build starts, Sphinx has loaded modules, templates and the environment: hundreds of thousands
of objects, none of them garbage. The collector walks over all of them time and again; in a small
build that is a fifth of the time. In a large one it is as much for the nodes of pages, which it is
therefore asked to look at less often: it finds whole pages then, and few of them alive.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

#: New objects before a collection; by default 700. A page of ten decisions has about 3,000 nodes.
#: With more, collections take less time and leave more memory in use.
NEW_OBJECTS = 3000


@contextmanager
def paused() -> Iterator[None]:
    """Let the collector rest while records are opened and compared: all of them stay in use."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def set_aside(app: Sphinx) -> None:
    """Exclude all that is loaded from collections (``builder-inited``, the environment is here)."""
    usual = gc.get_threshold()
    gc.freeze()
    if 0 < usual[0] < NEW_OBJECTS:
        gc.set_threshold(NEW_OBJECTS, *usual[1:])

    def take_back(app: Sphinx, exception: Exception | None) -> None:
        """Undo it, for programs that build again and again in one process."""
        gc.unfreeze()
        gc.set_threshold(*usual)

    app.connect("build-finished", take_back)
