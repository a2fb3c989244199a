"""Records whose text has a format: what reads it, and what the page shows of it.

A kind says ``body="flow"``. Then two modules exist, found by that name and loaded when the first
such record is read:

``formats.flow_body``
    ``read_body(text) -> ReadBody`` finds the lines that are in the format among those that are
    prose. What it reads is stored as ``Record.body``.
``views.flow_body``
    ``requests(data, *, id_, title, prose) -> tuple[BodyRequest, ...]`` names what stands in place
    of these lines: pictures, lists, tables, filled when all pages are known.

``render.flow_body`` with ``render_body(shown, render) -> list[nodes.Node]`` is needed too where a
request yields anything but a picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBody:
    """What a reader found in a text.

    data      the facts, plain and picklable; None: nothing in the format was found
    lines     the lines (from 1) the facts were read from; all others are prose and stay text
    problems  what is wrong, with lines of the whole text
    title     the name that the text gives itself, for a record without one
    apart     a line among those read; what ``requests`` shows apart stands there; 0: with the rest
    """

    data: Any = None
    lines: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()
    title: str = ""
    apart: int = 0


class BodyRequest(Protocol):
    """One thing that is shown of a body: plain and picklable, computed from the whole model.

    ``title`` is the caption of a picture; a request with ``is_picture`` yields picture data
    (see ``diagrams.drawing``), any other one yields data that ``render.<body>_body`` renders.
    ``body`` is the name of the format; ``is_apart`` sends it to where ``ReadBody.apart`` is.
    """

    @property
    def body(self) -> str:
        """The name of the format."""

    @property
    def is_picture(self) -> bool:
        """Whether it yields picture data."""

    @property
    def is_apart(self) -> bool:
        """Whether it stands apart from the others, where the text had it."""

    @property
    def title(self) -> str:
        """The caption of a picture."""

    def compute(self, store: Store, translate: Callable[[str], str]) -> Any:
        """Return what is shown."""

    def words(self, store: Store, translate: Callable[[str], str]) -> tuple[Any, ...]:
        """Return it as sentences (``diagrams.outline.Item``), for texts; none of a picture."""


class BodyFormat(Protocol):
    """The functions of the module ``formats.<body>_body``."""

    def read_body(self, text: str) -> ReadBody:
        """Read a text; faults become problems, nothing is raised."""


class BodyView(Protocol):
    """The functions of the module ``views.<body>_body``."""

    def requests(self, data: Any, *, id_: str, title: str, prose: str) -> tuple[BodyRequest, ...]:
        """Return what stands in the place of the lines that were read; ``prose`` are the others."""


def body_format(name: str) -> BodyFormat:
    """Return the reader of a format."""
    return cast("BodyFormat", import_module(f"sphinx_archdoc.formats.{name}_body"))


def body_view(name: str) -> BodyView:
    """Return what shows a format."""
    return cast("BodyView", import_module(f"sphinx_archdoc.views.{name}_body"))


def pieces(lines: frozenset[int], count: int) -> list[tuple[int, int, bool]]:
    """Return runs of a text of ``count`` lines: first and end (from 0), and whether it is read.

    The lines of several reads with only prose between them stay apart.
    """
    found: list[tuple[int, int, bool]] = []
    for at in range(count):
        taken = at + 1 in lines
        if found and found[-1][2] == taken:
            found[-1] = (found[-1][0], at + 1, taken)
        else:
            found.append((at, at + 1, taken))
    return found
