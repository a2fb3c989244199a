"""Which boxes a C4 picture has: what is inside the scope, what is outside, what is lifted where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.graph import Graph, Group, Node
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.c4_badges import badges
from sphinx_archdoc.views.c4_boxes import edges_of, group_of, node_of
from sphinx_archdoc.views.c4_names import has_tag
from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.known_facts import text_of
from sphinx_archdoc.views.shown import shown_at
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_archdoc.views.c4 import C4Request
    from sphinx_archdoc.views.c4_model import C4Type, Line, Model

#: What the box of a boundary itself is called, where lines end at no part of it that is shown.
_WHOLE = mark("as a whole")
_TOP: tuple[C4Type, ...] = ("person", "system")


class C4Picture:
    """The boxes of one request.

    ``include`` and ``exclude`` are ids, and so is ``only``, what a filter chose where there is one;
    ``scope`` is empty in a landscape.
    """

    def __init__(
        self,
        model: Model,
        request: C4Request,
        scope: str,
        translate: Callable[[str], str],
        *,
        include: Iterable[str],
        exclude: Iterable[str],
        only: frozenset[str] | None = None,
    ) -> None:
        self._model = model
        self._only = only
        self._request = request
        self._scope = scope
        self._translate = translate
        self._detailed = request.level in ("container", "component")
        self._around = set(model.chain(scope)) if scope else set()
        self._excluded = set(exclude) - self._around
        self._opened: dict[str, None] = {}  # elements drawn as boundaries of what is inside them
        inside = self._boxes_inside()
        boundaries = {*self._opened, *(self._around if self._detailed else ())}
        included = [id_ for id_ in include if id_ not in boundaries]
        frames = self._frames(included)
        self._opened.update(frames)
        #: Boundaries that have a box for those of their parts that are not shown.
        self._parted = dict.fromkeys(id_ for id_ in (*inside, *included) if id_ in frames)
        whole = [id_ for id_ in (*inside, *included) if id_ not in self._parted]
        self._boxes: dict[str, None] = dict.fromkeys(whole)
        self._lifted: dict[str, str] = {}

    def graph(self) -> Graph:
        """Return the picture data."""
        model, request = self._model, self._request
        if self._scope:
            self._add_outside()
        boxes = [id_ for id_ in self._boxes if not self._is_excluded(id_)]
        self._boxes = dict.fromkeys(boxes)
        self._lifted.clear()
        groups = self._groups(boxes)
        touching = model.touching((*boxes, *self._opened))
        edges = edges_of(self._telling(touching), self._end, technology=self._detail())
        stand_ins = dict.fromkeys(
            end for edge in edges for end in (edge.source, edge.target) if end not in self._boxes
        )
        nodes = [
            self._node(id_, self._group(id_, groups)) for id_ in sorted(boxes, key=self._place)
        ]
        nodes += [self._whole(id_) for id_ in self._opened if shown_at(id_, id_) in stand_ins]
        if request.badges:
            said = badges(model.store, self._box, self._translate)
            nodes = [replace(node, badges=said.get(node.id, ())) for node in nodes]
        scope = model.element(self._scope)
        name = scope.title or scope.id if scope is not None else ""
        return Graph(
            title=request.title or titled(f"c4-{request.level}", name, self._translate),
            description=text_of(scope, "description"),
            nodes=tuple(nodes),
            groups=groups,
            edges=edges,
            direction=request.direction,
        )

    def _detail(self) -> bool:
        """Tell whether technologies are shown: not where only people and systems are."""
        return self._detailed or bool(self._opened)

    def _node(self, id_: str, group: str) -> Node:
        return node_of(self._model, id_, self._translate, group=group, technology=self._detail())

    def _whole(self, id_: str) -> Node:
        """Return the box of a boundary itself; what it is and does stands at the boundary."""
        subtitle = f"[{self._translate(_WHOLE)}]"
        return replace(
            self._node(id_, id_), id=shown_at(id_, id_), subtitle=subtitle, description=""
        )

    # --- inside

    def _boxes_inside(self) -> list[str]:
        model, level = self._model, self._request.level
        depth = self._request.depth
        if level == "landscape":
            roots = [id_ for id_ in model.store.children("") if model.type(id_) != "node"]
            nested = [record.id for type_ in _TOP for record in model.of(type_)]
            found = self._opened_to(roots, depth - 1)
            found += [id_ for id_ in nested if id_ not in self._opened]
        elif level == "context":
            found = self._opened_to([self._scope], depth - 1)
        else:
            found = self._opened_to(self._parts(self._scope), depth - 1)
        return [id_ for id_ in dict.fromkeys(found) if self._is_wanted(id_)]

    def _opened_to(self, ids: Iterable[str], depth: int) -> list[str]:
        """Return these elements, or what is inside them where more levels are shown."""
        found: list[str] = []
        for id_ in ids:
            parts = self._parts(id_) if depth > 0 and not self._is_excluded(id_) else []
            if parts:
                self._opened[id_] = None
                found += self._opened_to(parts, depth - 1)
            else:
                found.append(id_)
        return found

    def _frames(self, included: Iterable[str]) -> dict[str, None]:
        """Return what becomes a boundary because something inside it is included."""
        fixed = self._around if self._detailed else self._around - {self._scope}
        return {
            around: None
            for id_ in included
            if not self._is_excluded(id_)
            for around in reversed(self._model.chain(id_)[1:])
            if around not in fixed and self._model.type(around) != "node"
        }

    def _parts(self, id_: str) -> list[str]:
        return [
            part for part in self._model.store.children(id_) if self._model.type(part) != "node"
        ]

    def _is_wanted(self, id_: str) -> bool:
        return not self._is_excluded(id_) and (id_ == self._scope or self._is_chosen(id_))

    def _is_chosen(self, id_: str) -> bool:
        if self._only is not None and id_ not in self._only:
            return False
        record = self._model.element(id_) if self._request.tags else None
        return record is None or has_tag(record, self._request.tags)

    def _is_excluded(self, id_: str) -> bool:
        return bool(self._excluded) and not self._excluded.isdisjoint(self._model.chain(id_))

    # --- lifting

    def _box(self, id_: str) -> str:
        """Return the box that stands for an element: itself or the nearest one around it."""
        if id_ not in self._lifted:
            chain = () if self._is_excluded(id_) else self._model.chain(id_)
            self._lifted[id_] = next((box for box in chain if box in self._boxes), "")
        return self._lifted[id_]

    def _end(self, id_: str) -> str:
        """Return the box where a line of an element ends.

        An element that is opened has a boundary; for lines of its own it has a box in there too,
        and for those of its parts that are not shown.
        """
        if id_ in self._opened and id_ not in self._boxes and not self._is_excluded(id_):
            return shown_at(id_, id_)
        box = self._box(id_)
        if box or not self._parted or self._is_excluded(id_):
            return box
        rest = (shown_at(each, each) for each in self._model.chain(id_) if each in self._parted)
        return next(rest, "")

    def _telling(self, lines: Iterable[Line]) -> list[Line]:
        """Leave out lines of boundaries themselves that say what a line of their parts says."""
        found = list(lines)
        said = {
            (source, target, label, technology)
            for line in found
            if self._box(line.source) and self._box(line.target)
            for source in self._model.chain(line.source)
            for target in self._model.chain(line.target)
            for label in (line.label, "")
            for technology in (line.technology, "")
        }
        own = {id_ for id_ in self._opened if id_ not in self._boxes}
        return [
            line
            for line in found
            if own.isdisjoint((line.source, line.target))
            or (line.source, line.target, line.label, line.technology) not in said
        ]

    # --- outside

    def _add_outside(self) -> None:
        """Add what stands outside and has a line to something shown inside."""
        # An included element may lie outside; only lines of the scope itself bring in others.
        inside = {id_ for id_ in self._boxes if self._scope in self._model.chain(id_)}
        inside |= {shown_at(id_, id_) for id_ in self._opened}
        outside: dict[str, None] = {}
        for line in self._model.touching([self._scope]):
            for near, far in ((line.source, line.target), (line.target, line.source)):
                if self._end(near) in inside and not self._end(far):
                    box = self._outside_box(far)
                    if box and not self._is_excluded(far) and not self._is_excluded(box):
                        outside[box] = None
        if self._request.level == "context":
            outside = {id_: None for id_ in outside if self._is_chosen(id_)}
        for id_ in outside:
            (self._parted if id_ in self._opened else self._boxes)[id_] = None

    def _outside_box(self, id_: str) -> str:
        """Return what stands for an element outside: a person, a sibling part, or its system."""
        model = self._model
        chain = [each for each in model.chain(id_) if each not in self._around]
        if not chain or self._scope in model.chain(id_) or model.type(id_) == "node":
            return ""
        if self._request.level == "component" and len(chain) < len(model.chain(id_)):
            # It shares an enclosing element with the scope: show the part next to the scope.
            return chain[-1]
        for each in chain:
            if model.type(each) in ("person", "system"):
                return each
        return chain[-1]

    # --- boundaries and order

    def _groups(self, boxes: list[str]) -> tuple[Group, ...]:
        if not boxes:
            return ()
        around: list[str] = []
        if self._detailed:
            around.append(self._scope)
            parent = self._model.store.parent(self._scope)
            if self._request.level == "component" and self._model.type(parent) == "system":
                around.insert(0, parent)
        filled = {each for box in boxes for each in self._model.chain(box)[1:]}
        around += [id_ for id_ in self._opened if id_ in filled and not self._is_excluded(id_)]
        self._opened = {id_: None for id_ in self._opened if id_ in filled}
        return tuple(
            group_of(self._model, id_, self._translate, parent=self._around_in(id_, around))
            for id_ in around
        )

    def _around_in(self, id_: str, boundaries: Iterable[str]) -> str:
        known = set(boundaries)
        return next((each for each in self._model.chain(id_)[1:] if each in known), "")

    def _group(self, id_: str, groups: tuple[Group, ...]) -> str:
        return self._around_in(id_, (group.id for group in groups))

    def _place(self, id_: str) -> tuple[int, object]:
        """People first, then what is inside, then what is outside."""
        if self._model.type(id_) == "person":
            return (0, natural(id_))
        return (1 if self._scope in self._model.chain(id_) else 2, natural(id_))
