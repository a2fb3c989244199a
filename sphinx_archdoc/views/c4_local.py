"""A C4 picture of a text that stands in the page itself and declares nothing for the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from sphinx_archdoc.diagrams.graph import Direction, Graph, Group, Node
from sphinx_archdoc.model.kind import BUILT_IN
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.c4_boxes import edges_of, role_of, same, shape_of, subtitle
from sphinx_archdoc.views.c4_model import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.model.declared import (
        Declarations,
        DeclaredElement,
        DeclaredRelation,
    )
    from sphinx_archdoc.model.kind import Registry

_DIRECTIONS = frozenset(get_args(Direction))
_TITLES = {
    "landscape": mark("System landscape"),
    "context": mark("System context"),
    "container": mark("Containers"),
    "component": mark("Components"),
}


def local_graph(
    declarations: Declarations,
    level: str,
    title: str = "",
    *,
    registry: Registry = BUILT_IN,
    translate: Callable[[str], str] = same,
) -> Graph:
    """Return the picture data of a text. Elements with others inside become boundaries.

    In a context picture a system hides what is inside it. A line to a boundary is left out:
    only boxes have lines.
    """
    hiding = level in ("context", "landscape")
    text = _Text(declarations, registry, translate, hiding=hiding)
    direction = declarations.direction
    return Graph(
        title=title or declarations.title or translate(_TITLES.get(level, "")),
        nodes=tuple(text.node(id_) for id_ in text.elements if text.box(id_) == id_),
        groups=tuple(text.group(id_) for id_ in text.elements if text.is_group(id_)),
        edges=edges_of((_line(each) for each in declarations.relations), text.box),
        direction=cast("Direction", direction) if direction in _DIRECTIONS else "auto",
    )


class _Text:
    """The elements of one text: which are boxes, which are boundaries, which are hidden."""

    def __init__(
        self,
        declarations: Declarations,
        registry: Registry,
        translate: Callable[[str], str],
        *,
        hiding: bool,
    ) -> None:
        self.elements: dict[str, DeclaredElement] = {}
        for element in declarations.elements:
            self.elements.setdefault(element.id, element)
        self._registry = registry
        self._translate = translate
        self._hiding = hiding
        self._parents = {element.parent for element in declarations.elements}

    def _chain(self, id_: str) -> list[str]:
        """Return an element and those around it, innermost first; a circle ends where it closes."""
        found: list[str] = []
        while id_ in self.elements and id_ not in found:
            found.append(id_)
            id_ = self.elements[id_].parent
        return found

    def _hider(self, id_: str) -> str:
        """Return the outermost system that hides an element (or is it); empty when none does."""
        if not self._hiding:
            return ""
        chain = (self.elements[each] for each in reversed(self._chain(id_)))
        return next((each.id for each in chain if each.kind == "system" and not each.boundary), "")

    def _bounds(self, id_: str) -> bool:
        element = self.elements[id_]
        return element.boundary or element.kind == "group" or id_ in self._parents

    def is_group(self, id_: str) -> bool:
        """Tell whether an element is drawn as a boundary."""
        return self._bounds(id_) and not self._hider(id_)

    def box(self, id_: str) -> str:
        """Return the box that stands for an element; empty when none does."""
        if id_ not in self.elements:
            return ""
        return self._hider(id_) or ("" if self._bounds(id_) else id_)

    def _around(self, id_: str) -> str:
        parent = self.elements[id_].parent
        chain = self._chain(parent)
        return parent if chain and id_ not in chain and self.is_group(parent) else ""

    def node(self, id_: str) -> Node:
        """Return the box of an element."""
        element = self.elements[id_]
        kind = self._registry.get(element.kind)
        technology = "" if self._hiding else element.technology
        return Node(
            id=id_,
            title=element.title or id_,
            subtitle=subtitle(kind, technology, self._translate, external=element.external),
            description=element.description,
            shape=shape_of(kind),
            role=role_of(kind, external=element.external),
            group=self._around(id_),
        )

    def group(self, id_: str) -> Group:
        """Return the boundary of an element."""
        element = self.elements[id_]
        kind = self._registry.get(element.kind)
        external = element.external
        return Group(
            id=id_,
            title=element.title or id_,
            subtitle=subtitle(kind, "", self._translate, external=external) if kind else "",
            role=role_of(kind, external=external) if kind else "group",
            parent=self._around(id_),
        )


def _line(relation: DeclaredRelation) -> Line:
    return Line(
        relation.source,
        relation.target,
        relation.label,
        relation.technology,
        dashed=relation.style in ("async", "reply"),
        both_ways=relation.both_ways,
    )
