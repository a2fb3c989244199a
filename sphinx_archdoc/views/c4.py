"""C4 pictures of the model: landscape, context, containers, components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.diagrams.graph import Direction, Graph, Group
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.c4_boxes import edges_of, group_of, node_of, same
from sphinx_archdoc.views.c4_model import C4Type, Model, model_of
from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.known_facts import flag_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

Level = Literal["landscape", "context", "container", "component"]

#: What a picture shows, when its author gives it no title. ``{name}`` is the scope.
TITLES: dict[str, str] = {
    "landscape": mark("System landscape"),
    "context": mark("System context of {name}"),
    "container": mark("Containers of {name}"),
    "component": mark("Components of {name}"),
}
#: What the scope of each level is, in C4 and in words.
_SCOPES: dict[str, tuple[C4Type, str]] = {
    "context": ("system", "software system"),
    "container": ("system", "software system"),
    "component": ("container", "application (C4 container)"),
}


_TOP: tuple[C4Type, ...] = ("person", "system")


@dataclass(frozen=True, slots=True, kw_only=True)
class C4Request:
    """A picture to make.

    scope    the system (context, container) or application (component); empty: the only one
    include  elements to show although no line leads to them
    exclude  elements to leave out, with all that is inside them
    """

    level: Level
    scope: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    direction: Direction = "auto"
    title: str = ""


def compute_c4(
    store: Store, request: C4Request, *, translate: Callable[[str], str] = same
) -> tuple[Graph, tuple[Problem, ...]]:
    """Return the picture data, empty when there is no such scope, and what is wrong."""
    model = model_of(store)
    problems: list[Problem] = []
    scope = ""
    if request.level != "landscape":
        found = _scope(model, request, problems)
        if found is None:
            return Graph(title=request.title, direction=request.direction), tuple(problems)
        scope = found.id
    for option, ids in (("include", request.include), ("exclude", request.exclude)):
        problems += [
            Problem(Code.SCOPE, f"{option}: there is no element {id_!r}; {_near(model, id_)}")
            for id_ in ids
            if model.element(id_) is None
        ]
    graph = _Picture(model, request, scope, translate).graph()
    if scope and not graph.nodes:
        message = f"there is nothing to show: nothing is declared inside {scope!r}"
        problems.append(Problem(Code.SCOPE, message))
    return graph, tuple(problems)


def elements_shown(graph: Graph) -> tuple[str, ...]:
    """Return the ids of all boxes and boundaries of a picture."""
    return (*(group.id for group in graph.groups), *(node.id for node in graph.nodes))


def _near(model: Model, id_: str) -> str:
    return suggestion(id_, [record.id for record in model.store.of("element")])


def _scope(model: Model, request: C4Request, problems: list[Problem]) -> Record | None:
    wanted, words = _SCOPES[request.level]
    fitting = model.of(wanted)
    if request.level == "component":
        # Only those with something inside are worth proposing.
        inner = [record for record in fitting if model.store.children(record.id)]
    else:
        inner = [record for record in fitting if not flag_of(record, "external")]
    choices = [record.id for record in inner]
    if not request.scope:
        if len(inner) == 1:
            return inner[0]
        if inner:
            message = f"say which {words} to show; {suggestion('', choices)}"
        else:
            message = f"there is nothing to show: no {words} is declared"
        problems.append(Problem(Code.SCOPE, message))
        return None
    record = model.element(request.scope)
    if record is None:
        hint = suggestion(request.scope, choices) or f"no {words} is declared"
        problems.append(Problem(Code.SCOPE, f"there is no element {request.scope!r}; {hint}"))
        return None
    if model.type(record.id) == wanted:
        return record
    kind = model.store.kind(record).name
    related = [id_ for id_ in model.chain(record.id) if model.type(id_) == wanted]
    related += [id_ for id_ in model.store.children(record.id) if id_ in choices]
    hint = f"did you mean {related[0]!r}?" if related else suggestion(record.id, choices)
    message = f"the picture is of one {words}, {record.id!r} is declared as {kind}; {hint}"
    problems.append(Problem(Code.SCOPE, message))
    return None


class _Picture:
    """The boxes of one request: what is inside, what is outside, what is lifted where."""

    def __init__(
        self, model: Model, request: C4Request, scope: str, translate: Callable[[str], str]
    ) -> None:
        self._model = model
        self._request = request
        self._scope = scope
        self._translate = translate
        self._around = set(model.chain(scope)) if scope else set()
        self._excluded = set(request.exclude) - self._around
        boundaries = self._around if request.level in ("container", "component") else ()
        self._included = [
            id_ for id_ in request.include if model.element(id_) and id_ not in boundaries
        ]
        self._inside = self._boxes_inside()
        self._boxes: dict[str, None] = dict.fromkeys((*self._inside, *self._included))
        self._lifted: dict[str, str] = {}

    def graph(self) -> Graph:
        model, request = self._model, self._request
        if self._scope:
            self._add_outside()
        self._lifted.clear()
        detail = request.level in ("container", "component")
        boxes = [id_ for id_ in self._boxes if not self._is_excluded(id_)]
        self._boxes = dict.fromkeys(boxes)
        edges = edges_of(model.touching(boxes), self._box, technology=detail)
        groups = self._groups(boxes)
        nodes = tuple(
            node_of(model, id_, self._translate, group=self._group(id_, groups), technology=detail)
            for id_ in sorted(boxes, key=self._place)
        )
        scope = model.element(self._scope)
        name = scope.title or scope.id if scope is not None else ""
        return Graph(
            title=request.title or self._translate(TITLES[request.level]).replace("{name}", name),
            description=text_of(scope, "description"),
            nodes=nodes,
            groups=groups,
            edges=edges,
            direction=request.direction,
        )

    def _boxes_inside(self) -> list[str]:
        model, level = self._model, self._request.level
        if level == "landscape":
            roots = [id_ for id_ in model.store.children("") if model.type(id_) != "node"]
            nested = [record.id for type_ in _TOP for record in model.of(type_)]
            found = [*roots, *nested]
        elif level == "context":
            found = [self._scope]
        else:
            inside = model.store.children(self._scope)
            found = [id_ for id_ in inside if model.type(id_) != "node"]
        return [id_ for id_ in dict.fromkeys(found) if not self._is_excluded(id_)]

    def _is_excluded(self, id_: str) -> bool:
        return bool(self._excluded) and not self._excluded.isdisjoint(self._model.chain(id_))

    def _box(self, id_: str) -> str:
        """Return the box that stands for an element: itself or the nearest one around it."""
        if id_ not in self._lifted:
            chain = () if self._is_excluded(id_) else self._model.chain(id_)
            self._lifted[id_] = next((box for box in chain if box in self._boxes), "")
        return self._lifted[id_]

    def _add_outside(self) -> None:
        """Add what stands outside and has a line to something shown inside."""
        # An included element may lie outside; only lines of the scope itself bring in others.
        inside = {id_ for id_ in self._boxes if self._scope in self._model.chain(id_)}
        outside: dict[str, None] = {}
        for line in self._model.touching([self._scope]):
            for near, far in ((line.source, line.target), (line.target, line.source)):
                if self._box(near) in inside and not self._box(far):
                    box = self._outside_box(far)
                    if box and not self._is_excluded(far) and not self._is_excluded(box):
                        outside[box] = None
        self._boxes.update(outside)

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

    def _groups(self, boxes: list[str]) -> tuple[Group, ...]:
        if self._request.level not in ("container", "component") or not boxes:
            return ()
        around = [self._scope]
        if self._request.level == "component":
            parent = self._model.store.parent(self._scope)
            if parent and self._model.type(parent) == "system":
                around.insert(0, parent)
        parents = ["", *around]
        return tuple(
            group_of(self._model, id_, self._translate, parent=parent)
            for id_, parent in zip(around, parents, strict=False)
        )

    def _group(self, id_: str, groups: tuple[Group, ...]) -> str:
        boundaries = {group.id for group in groups}
        return next((each for each in self._model.chain(id_)[1:] if each in boundaries), "")

    def _place(self, id_: str) -> tuple[int, object]:
        """People first, then what is inside, then what is outside."""
        if self._model.type(id_) == "person":
            return (0, natural(id_))
        return (1 if self._scope in self._model.chain(id_) else 2, natural(id_))
