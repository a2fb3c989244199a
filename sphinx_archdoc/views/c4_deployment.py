"""C4 deployment pictures: the nodes of one environment, and what runs on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.graph import Graph, Group, Node
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.views.c4_boxes import edges_of, group_of, node_of
from sphinx_archdoc.views.c4_deployment_lines import instance_lines
from sphinx_archdoc.views.c4_model import Model, model_of
from sphinx_archdoc.views.c4_names import elements_named
from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.known_facts import refs_of, text_of
from sphinx_archdoc.views.shown import shown_at
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.directions import Direction
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.model.values import Ref
    from sphinx_archdoc.views.computing import Context

_COUNT = re.compile(r"\s*[x×]?\s*(\d{1,4})\s*[x×]?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeploymentRequest:
    """A deployment picture to make.

    scope    an environment (the first part of the ids of its nodes) or a node; empty: the only one
    include  elements to show although nothing says where they run, see ``c4_names``
    exclude  nodes and elements to leave out, with all that is inside them
    """

    scope: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    direction: Direction = "auto"
    title: str = ""


def compute(
    store: Store, request: DeploymentRequest, context: Context
) -> tuple[Graph, tuple[Problem, ...]]:
    """Return the picture data, empty when there is no such environment, and what is wrong."""
    model = model_of(store)
    scope, problem = _scope(model, request.scope)
    if problem:
        empty = Graph(title=request.title or titled("c4-deployment", "", context.translate))
        return empty, (Problem(Code.SCOPE, problem),)
    include, problems = elements_named(store, "include", request.include)
    exclude, more = elements_named(store, "exclude", request.exclude)
    graph = _Deployment(model, scope, set(exclude), context.translate).graph(request, include)
    return graph, (*problems, *more)


def _environments(model: Model) -> list[str]:
    return list(dict.fromkeys(record.id.partition(".")[0] for record in model.of("node")))


def _scope(model: Model, wanted: str) -> tuple[str, str]:
    """Return the environment or node to show (empty: all nodes), and what is wrong."""
    known = _environments(model)
    if not known:
        return "", "there is nothing to show: no deployment node is declared"
    if not wanted:
        # Nodes that name no environment stand at the top themselves: all are shown.
        named = [name for name in known if model.type(name) != "node"]
        if len(known) == 1:
            return known[0], ""
        return "", f"say which environment to show; {suggestion('', known)}" if named else ""
    if wanted in known or model.type(wanted) == "node":
        return wanted, ""
    record = model.element(wanted)
    ids = [*known, *(node.id for node in model.of("node"))]
    if record is not None:
        kind = model.store.kind(record).name
        return "", f"{wanted!r} is declared as {kind}, not as a deployment node; allowed: " + (
            ", ".join(known)
        )
    return "", f"there is no environment or node {wanted[:60]!r}; {suggestion(wanted, ids)}"


class _Deployment:
    def __init__(
        self, model: Model, scope: str, excluded: set[str], translate: Callable[[str], str]
    ) -> None:
        self._model = model
        self._translate = translate
        self._excluded = excluded
        self._scope = scope
        nodes = [record.id for record in model.of("node")]
        self._nodes = [id_ for id_ in nodes if self._is_inside(id_) and not self._is_excluded(id_)]
        #: The boxes on each node, and where each element runs.
        self._boxes: dict[str, list[Node]] = {id_: self._on(id_) for id_ in self._nodes}
        self._homes: dict[str, list[str]] = {}
        for boxes in self._boxes.values():
            for box in boxes:
                self._homes.setdefault(box.id.partition("@")[0], []).append(box.id)

    def graph(self, request: DeploymentRequest, include: tuple[str, ...]) -> Graph:
        filled = {id_ for id_, boxes in self._boxes.items() if boxes}
        opened = [
            id_
            for id_ in self._nodes
            if id_ in filled or any(self._in(id_, n) for n in self._nodes)
        ]
        groups = tuple(self._group(id_, opened) for id_ in opened)
        leaves = [self._leaf(id_, opened) for id_ in self._nodes if id_ not in opened]
        extra = [id_ for id_ in include if id_ not in self._homes and id_ not in self._nodes]
        guests = [node_of(self._model, id_, self._translate) for id_ in extra]
        places = {**self._homes, **{node.id: [node.id] for node in (*leaves, *guests)}}
        lines = list(instance_lines(self._model, places, opened))
        ends = {end for line in lines for end in (line.source, line.target)}
        stand_ins = [
            replace(self._leaf(id_, opened), id=shown_at(id_, id_), group=id_)
            for id_ in opened
            if shown_at(id_, id_) in ends
        ]
        shown = [box for boxes in self._boxes.values() for box in boxes]
        scope = self._model.element(self._scope)
        name = (scope.title or scope.id) if scope is not None else self._scope
        return Graph(
            title=request.title or titled("c4-deployment", name, self._translate),
            description=text_of(scope, "description"),
            nodes=(*leaves, *shown, *stand_ins, *guests),
            groups=groups,
            edges=edges_of(lines, lambda id_: id_),
            direction=request.direction,
        )

    # --- nodes

    def _is_inside(self, id_: str) -> bool:
        return not self._scope or id_ == self._scope or id_.startswith(f"{self._scope}.")

    def _is_excluded(self, id_: str) -> bool:
        return not self._excluded.isdisjoint(self._model.chain(id_))

    def _in(self, outer: str, id_: str) -> bool:
        return outer in self._model.chain(id_)[1:]

    def _parent(self, id_: str, opened: list[str]) -> str:
        return next((each for each in self._model.chain(id_)[1:] if each in opened), "")

    def _group(self, id_: str, opened: list[str]) -> Group:
        made = group_of(self._model, id_, self._translate, parent=self._parent(id_, opened))
        built_with = text_of(self._model.element(id_), "technology")
        subtitle = made.subtitle.removesuffix("]") + f": {built_with}]" if built_with else ""
        return replace(made, subtitle=subtitle or made.subtitle)

    def _leaf(self, id_: str, opened: list[str]) -> Node:
        return node_of(self._model, id_, self._translate, group=self._parent(id_, opened))

    # --- what runs on them

    def _on(self, node: str) -> list[Node]:
        """Return a box for each instance on a node, then for elements declared inside it."""
        counts: dict[str, int] = {}
        record = self._model.element(node)
        for ref in refs_of(record, "instances") if record is not None else ():
            if not self._is_excluded(ref.id):
                counts[ref.id] = counts.get(ref.id, 0) + _count(ref)
        found = [
            replace(
                node_of(self._model, id_, self._translate, group=node),
                id=shown_at(id_, node),
                count=count,
            )
            for id_, count in counts.items()
        ]
        inside = self._model.store.children(node)
        found += [
            node_of(self._model, id_, self._translate, group=node)
            for id_ in sorted(inside, key=natural)
            if self._model.type(id_) != "node" and not self._is_excluded(id_)
        ]
        return found


def _count(ref: Ref) -> int:
    """Return how many instances the note of a reference says, ``x3`` or ``3``."""
    found = _COUNT.fullmatch(ref.note)
    return max(1, int(found[1])) if found else 1
