"""Picture data for box-and-line pictures: what to draw, never how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.directions import Direction

Shape = Literal[
    "box", "person", "cylinder", "queue", "node",
    "rounded", "diamond", "circle", "start", "end", "hexagon", "slanted",
    "note", "cloud", "document", "subroutine",
]  # fmt: skip
#: What a line ends in: an arrow head, a cross, a circle; ``lost`` is a cross too, and says that
#: what was sent does not arrive.
Tip = Literal["arrow", "cross", "circle", "lost"]
#: The look of a box or boundary; also the CSS class ``arch-c4-<role>``.
#: ``plain`` is a box without a meaning in C4, as flowcharts have them; those after it are the tones
#: of a status, which the box says in words.
Role = Literal[
    "person", "system", "container", "store", "component", "node", "external", "group", "plain",
    "ok", "info", "warn", "bad", "mute",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box. ``id`` is unique in the picture and names its link; ``group`` is a Group's id.

    ``count`` is the number of instances it stands for; ``badges`` are short remarks in a row of
    their own, such as "2 decisions". The shapes ``start`` and ``end`` are dots without any text.
    """

    id: str
    title: str
    subtitle: str = ""  # "[container: FastAPI]"
    description: str = ""
    shape: Shape = "box"
    role: Role = "system"
    group: str = ""
    badges: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A boundary round boxes; ``parent`` is the id of the boundary outside it, or empty.

    ``count`` is the number of instances it stands for.
    """

    id: str
    title: str
    subtitle: str = ""  # "[software system]"
    description: str = ""
    role: Role = "group"
    parent: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line from one box to another, with a label and a technology line.

    ``number`` is its place in a sequence of steps ("3", "4.1"), drawn as a round mark; ``count``
    is the number of relations it stands for. Without ``arrow`` the line has no head; ``tip`` is
    what its heads are.
    """

    source: str
    target: str
    label: str = ""
    technology: str = ""
    dashed: bool = False
    both_ways: bool = False
    arrow: bool = True
    tip: Tip = "arrow"
    thick: bool = False
    number: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A whole picture. All sequences are in drawing order; ids in edges exist among the nodes.

    ``links`` are pairs of an id and a safe address outside the project that it leads to.
    """

    title: str
    description: str = ""
    nodes: tuple[Node, ...] = ()
    groups: tuple[Group, ...] = ()
    edges: tuple[Edge, ...] = ()
    direction: Direction = "auto"
    links: tuple[tuple[str, str], ...] = ()
