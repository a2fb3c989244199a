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
    from sphinx.environment import BuildEnvironment

#: New objects before a collection; by default 700. A page of ten decisions has about 3,000 nodes.
#: With more, collections take less time and leave more memory in use.
NEW_OBJECTS = 3000
#: The same while extensions and the environment are loaded: nothing of it is garbage.
WHILE_LOADING = 1_000_000
#: The same in a build that reads no more than so many pages: it mostly loads what others have made.
IN_SMALL_BUILDS = 200_000
FEW_PAGES = 10


@contextmanager
def paused() -> Iterator[None]:
    """Let the collector rest while records are opened and compared: all of them stay in use.

    In a small build it need not look at them later either; in a large one there may be nodes of
    pages among them, which it shall find.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_threshold()[0] == IN_SMALL_BUILDS:
            gc.freeze()
        if was_on:
            gc.enable()


def begin(app: Sphinx) -> None:
    """Let the collector look seldom while all is loaded, and as far as needed afterwards."""
    usual = gc.get_threshold()

    def use(new_objects: int) -> None:
        if 0 < usual[0] < new_objects:
            gc.set_threshold(new_objects, *usual[1:])

    def set_aside(app: Sphinx) -> None:
        """Exclude all that is loaded from collections (``builder-inited``).

        Not every program that loads a project builds it, so from here on all is as usual.
        """
        gc.set_threshold(*usual)
        gc.freeze()

    def reckon(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Look more often where many pages are read, which is when garbage is made."""
        use(NEW_OBJECTS if len(docnames) > FEW_PAGES else IN_SMALL_BUILDS)

    def take_back(app: Sphinx, exception: Exception | None) -> None:
        """Undo it, for programs that build again and again in one process."""
        gc.unfreeze()
        gc.set_threshold(*usual)

    use(WHILE_LOADING)
    app.connect("builder-inited", set_aside, priority=900)
    app.connect("env-before-read-docs", reckon)
    # After all that is written then.
    app.connect("build-finished", take_back, priority=900)
