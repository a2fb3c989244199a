"""What a model text declares: elements, relations, and the problems met while reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredElement:
    """One element as its line says it. ``line`` counts from 1 within the text.

    ``kind`` is a kind name (``person``, ``system``, ``app``, ``datastore``, ``queue``,
    ``component``, ``deployment-node``) or ``group`` for a boundary that is no element.
    ``parent`` is the id of the enclosing element or boundary, or empty.
    """

    kind: str
    id: str
    title: str = ""
    technology: str = ""
    description: str = ""
    external: bool = False
    boundary: bool = False
    tags: tuple[str, ...] = ()
    parent: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredRelation:
    """One relation as its line says it. ``number`` is its place among the steps of a story."""

    source: str
    target: str
    label: str = ""
    technology: str = ""
    description: str = ""
    style: Literal["sync", "async", "reply"] = "sync"
    both_ways: bool = False
    number: str = ""
    tags: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredInstance:
    """One line that says what runs on a deployment node, and how often."""

    node: str
    element: str
    count: int = 1
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Declarations:
    """All that a model text declares, in the order of the text."""

    title: str = ""
    direction: str = ""  # "TB", "LR", ... when the text asks for one
    elements: tuple[DeclaredElement, ...] = ()
    relations: tuple[DeclaredRelation, ...] = ()
    instances: tuple[DeclaredInstance, ...] = ()
    problems: tuple[Problem, ...] = ()
