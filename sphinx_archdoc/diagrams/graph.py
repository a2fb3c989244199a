"""Picture data for box-and-line pictures: what to draw, never how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["box", "person", "cylinder", "queue", "node"]
#: The look of a box or boundary; also the CSS class ``arch-c4-<role>``.
Role = Literal["person", "system", "container", "store", "component", "node", "external", "group"]
Direction = Literal["auto", "TB", "LR", "BT", "RL"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box. ``id`` is unique in the picture and names its link; ``group`` is a Group's id."""

    id: str
    title: str
    subtitle: str = ""  # "[container: FastAPI]"
    description: str = ""
    shape: Shape = "box"
    role: Role = "system"
    group: str = ""
    badges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A boundary round boxes; ``parent`` is the id of the boundary outside it, or empty."""

    id: str
    title: str
    subtitle: str = ""  # "[software system]"
    role: Role = "group"
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line from one box to another, with a label and a technology line."""

    source: str
    target: str
    label: str = ""
    technology: str = ""
    dashed: bool = False
    both_ways: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A whole picture. All sequences are in drawing order; ids in edges exist among the nodes."""

    title: str
    description: str = ""
    nodes: tuple[Node, ...] = ()
    groups: tuple[Group, ...] = ()
    edges: tuple[Edge, ...] = ()
    direction: Direction = "auto"
