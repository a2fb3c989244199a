"""A C4 picture of a text that stands in the page itself and declares nothing for the project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from sphinx_archdoc.diagrams.directions import Direction
from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.declared import DeclaredElement
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.kind import BUILT_IN
from sphinx_archdoc.model.record import title_from_id
from sphinx_archdoc.views.c4_boxes import edges_of, role_of, shape_of, subtitle
from sphinx_archdoc.views.c4_deployment_lines import between
from sphinx_archdoc.views.c4_model import Line
from sphinx_archdoc.views.computing import same
from sphinx_archdoc.views.shown import shown_at
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.model.declared import (
        Declarations,
        DeclaredRelation,
    )
    from sphinx_archdoc.model.kind import Registry

_DIRECTIONS = frozenset(get_args(Direction))


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
    direction = declarations.direction
    if declarations.instances and not hiding:
        declarations = _deployed(declarations)
    text = _Text(declarations, registry, translate, hiding=hiding)
    return Graph(
        title=title or declarations.title or titled(f"c4-{level}", "", translate),
        nodes=tuple(text.node(id_) for id_ in text.elements if text.box(id_) == id_),
        groups=tuple(text.group(id_) for id_ in text.elements if text.is_group(id_)),
        edges=_steps(declarations, text.box)
        if level == "dynamic"
        else edges_of((_line(each) for each in declarations.relations), text.box),
        direction=cast("Direction", direction) if direction in _DIRECTIONS else "auto",
    )


def unknown_ends(declarations: Declarations) -> tuple[Problem, ...]:
    """Return what is wrong with relations to what the text does not declare: they are not drawn."""
    known = {element.id for element in declarations.elements}
    known |= {id_ for each in declarations.instances for id_ in (each.element, each.node)}
    ends = ((relation, end) for relation in declarations.relations for end in _ends(relation))
    return tuple(
        Problem(
            Code.REFERENCE,
            f"the relation names {end[:60]!r}, which the text does not declare; it is not drawn; "
            f"{suggestion(end, sorted(known))}",
            relation.line,
        )
        for relation, end in ends
        if end not in known
    )


def _ends(relation: DeclaredRelation) -> tuple[str, str]:
    return relation.source, relation.target


def _deployed(declarations: Declarations) -> Declarations:
    """Return a text in which elements stand where they run, as often as they do.

    What runs somewhere, and boundaries that hold nothing else, are not drawn a second time.
    """
    by_id = {element.id: element for element in declarations.elements}
    homes: dict[str, dict[str, int]] = {}
    for instance in declarations.instances:
        found = homes.setdefault(instance.element, {})
        found[instance.node] = found.get(instance.node, 0) + instance.count
    places: dict[str, list[str]] = {}
    made: list[DeclaredElement] = []
    for id_, nodes in homes.items():
        element = by_id.get(id_) or DeclaredElement(kind="app", id=id_, title=id_)
        for node, count in nodes.items():
            box = shown_at(id_, node)
            often = f" ×{count}" if count > 1 else ""
            title = f"{element.title or id_}{often}"
            made.append(replace(element, id=box, title=title, parent=node))
            places.setdefault(id_, []).append(box)
    kept = [element for element in declarations.elements if element.id not in homes]
    holding = {element.parent for element in (*kept, *made)}
    empty = {element.parent for element in declarations.elements} - holding
    kept = [element for element in kept if element.id not in empty]
    known = {element.id for element in kept}
    more = [
        DeclaredElement(kind="deployment-node", id=node, title=title_from_id(node))
        for node in dict.fromkeys(element.parent for element in made)
        if node not in known
    ]
    relations = [
        replace(relation, source=line.source, target=line.target)
        for relation in declarations.relations
        for line in between(
            _line(relation),
            places.get(relation.source, (relation.source,)),
            places.get(relation.target, (relation.target,)),
        )
    ]
    return replace(
        declarations, elements=(*kept, *more, *made), relations=tuple(relations), instances=()
    )


def _steps(declarations: Declarations, box: Callable[[str], str]) -> tuple[Edge, ...]:
    """Return a numbered line for each relation: in a story every step counts."""
    found: list[Edge] = []
    for relation in declarations.relations:
        source, target = box(relation.source), box(relation.target)
        if source and target:
            found.append(
                Edge(
                    source=source,
                    target=target,
                    label=relation.label,
                    technology=relation.technology,
                    dashed=relation.style in ("async", "reply"),
                    both_ways=relation.both_ways,
                    number=relation.number or str(len(found) + 1),
                )
            )
    return tuple(found)


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
            shape=shape_of(kind, element.tags),
            role=role_of(kind, external=element.external),
            group=self._around(id_),
        )

    def group(self, id_: str) -> Group:
        """Return the boundary of an element."""
        element = self.elements[id_]
        kind = self._registry.get(element.kind)
        external = element.external
        technology = element.technology if element.kind == "deployment-node" else ""
        return Group(
            id=id_,
            title=element.title or id_,
            subtitle=subtitle(kind, technology, self._translate, external=external) if kind else "",
            description="" if element.boundary else element.description,
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
