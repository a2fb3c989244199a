"""Keep Python's garbage collector off what stays until the build is over.

When a build starts, Sphinx has loaded modules, templates and the environment: hundreds of thousands
of objects, none of them garbage. The collector walks over all of them time and again; in a small
build that is a fifth of the time. In a large one it is as much for the nodes of pages, which it is
therefore asked to look at less often: it finds whole pages then, and few of them alive.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: New objects before a collection; by default 700. A page of ten decisions has about 3,000 nodes.
#: With more, collections take less time and leave more memory in use.
NEW_OBJECTS = 3000
#: The same while the environment is loaded: nothing of it is garbage.
WHILE_LOADING = 1_000_000
#: The same in a build that reads no more than so many pages: it mostly loads what others have made.
IN_SMALL_BUILDS = 200_000
FEW_PAGES = 10
#: In a program that builds again and again, all garbage is looked for after so many builds.
BUILDS_BETWEEN = 5


@dataclass
class _Process:
    """What is to be put back in this process, and how often that was done.

    The collector is one for the whole process, so this is too. Nobody tells an extension that a
    start failed or a build was broken off; the next one puts back what that has left.
    """

    usual: tuple[int, int, int] | None = None
    excluding: bool = False
    builds: int = 0

    def look_after(self, new_objects: int) -> None:
        """Look at new objects less often, unless that is so already or collecting is off."""
        usual = gc.get_threshold()
        if 0 < usual[0] < new_objects:
            self.usual = self.usual or usual
            gc.set_threshold(new_objects, *usual[1:])

    def look_as_often(self) -> None:
        """Look at new objects as often as before."""
        if self.usual:
            gc.set_threshold(*self.usual)
        self.usual = None

    def exclude(self) -> None:
        """Exclude all there is from collections."""
        gc.freeze()
        self.excluding = True

    def put_back(self) -> None:
        """Let the collector look at everything, and as often as before."""
        if self.excluding:
            gc.unfreeze()
        self.excluding = False
        self.look_as_often()


_PROCESS = _Process()


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
    _PROCESS.put_back()
    # What may fail is over then: other extensions, and what they say of the configuration.
    app.connect("config-inited", _loading, priority=900)
    app.connect("builder-inited", _set_aside, priority=900)
    app.connect("env-before-read-docs", _reckon)
    # After all that is written then.
    app.connect("build-finished", _finish, priority=900)


def loaded() -> None:
    """Exclude the environment from collections, which are as before from here on.

    It is still to come that the builder starts, which may fail; and not every program that loads a
    project builds it.
    """
    _PROCESS.look_as_often()
    _PROCESS.exclude()


def _loading(app: Sphinx, config: Config) -> None:
    """Hardly look at anything until the environment is there (``config-inited``)."""
    _PROCESS.look_after(WHILE_LOADING)


def _set_aside(app: Sphinx) -> None:
    """Exclude also what the builder has loaded (``builder-inited``)."""
    _PROCESS.exclude()


def _reckon(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Look more often where many pages are read, which is when garbage is made."""
    _PROCESS.look_after(NEW_OBJECTS if len(docnames) > FEW_PAGES else IN_SMALL_BUILDS)


def _finish(app: Sphinx, exception: Exception | None) -> None:
    """Undo it all, for programs that build again and again in one process.

    What was excluded counts as old afterwards, and Python looks at old objects only when enough new
    ones have joined them, of which it knows nothing here. Left to itself it would keep every build.
    """
    _PROCESS.put_back()
    _PROCESS.builds += 1
    if _PROCESS.builds % BUILDS_BETWEEN == 0:
        gc.collect()
