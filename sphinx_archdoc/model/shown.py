"""What a project's pages show of its model: which sorts of pictures there are, and where."""

from __future__ import annotations

from typing import NamedTuple

#: Sorts of pictures; those of C4 by their level.
SORTS = (
    "landscape", "context", "container", "component", "deployment",
    "structure", "flow", "data", "pipeline", "plan", "decisions",
)  # fmt: skip
#: Sorts that show how a system is built.
STRUCTURE = ("landscape", "context", "container", "component", "structure")


class ShownView(NamedTuple):
    """A view on a page: its directive (or fence language), its sort, and where it is.

    ``sort`` is one of :data:`SORTS`; empty: no picture.
    """

    name: str
    sort: str
    docname: str
    anchor: str
    title: str = ""
