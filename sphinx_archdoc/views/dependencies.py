"""Records as boxes and what refers to what as lines: decisions, or any records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sphinx_archdoc.diagrams.graph import Edge, Graph, Node, Role
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.views.c4_boxes import node_of
from sphinx_archdoc.views.c4_model import model_of
from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.picked import picked, statuses
from sphinx_archdoc.views.sources import kinds_named
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_archdoc.diagrams.directions import Direction
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.picked import Status

#: Links that only say that two records have something to do with each other.
_LOOSE = ("relates_to",)
#: How many links away from its scope a view shows, if nothing is said. Everything has to do with
#: everything in the end; decisions alone are fewer.
_HOPS = {"dependency-graph": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class DependencyRequest:
    """A picture of records and their links to make.

    scope      a record: only what is reached from it
    hops       how many links away from the scope, either way; 0: any number; None: see ``_HOPS``
    kinds      names of kinds or families; empty: all but relations
    relations  names of the fields that are drawn (``depends-on``); empty: all
    alone      whether records without any line are shown
    """

    scope: str = ""
    hops: int | None = None
    kinds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    filter: str = ""
    status: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    affects: tuple[str, ...] = ()
    direction: Direction = "auto"
    title: str = ""
    view: str = "dependency-graph"
    alone: bool = False


def compute(
    store: Store, request: DependencyRequest, context: Context
) -> tuple[Graph, tuple[Problem, ...]]:
    """Return the picture data and what is wrong with the request."""
    unknown = _unknown(store, request)
    records, problems = picked(store, request.kinds, request, context)
    drawable = [r for r in records if store.kind(r).family != "relation"]
    shown = {record.id: record for record in drawable}
    edges = _edges(store, shown, request, context.translate)
    wanted = (
        set(shown) if request.alone else {e for edge in edges for e in (edge.source, edge.target)}
    )
    if request.scope and request.scope in shown:
        hops = _HOPS.get(request.view, 0) if request.hops is None else request.hops
        wanted = _reached(request.scope, edges, hops)
    elif request.scope:
        ids = [record.id for record in drawable]
        hint = suggestion(request.scope, ids) or "no record of these kinds is declared"
        message = f"there is no record {request.scope[:60]!r} to show; {hint}"
        problems.append(Problem(Code.SCOPE, message))
        wanted = set()
    status_of = statuses(store, context)
    chosen = [record for record in drawable if record.id in wanted]
    if not chosen and not problems and not unknown:
        problems.append(Problem(Code.SCOPE, "there is nothing to show: no records with such links"))
    scope = shown.get(request.scope)
    name = (scope.title or scope.id) if scope is not None else ""
    graph = Graph(
        title=request.title or titled(request.view, name, context.translate),
        nodes=tuple(_node(store, record, status_of(record), context) for record in chosen),
        edges=tuple(e for e in edges if e.source in wanted and e.target in wanted),
        direction=request.direction,
    )
    return graph, (*unknown, *problems)


def _unknown(store: Store, request: DependencyRequest) -> list[Problem]:
    """Return a problem for each name of a relation that no kind has."""
    fields = {
        spec.option
        for kind in kinds_named(store.registry, request.kinds) or store.registry
        for spec in kind.fields
        if spec.type == "refs" and not spec.reverse_of and kind.family != "relation"
    }
    return [
        Problem(
            Code.VALUE,
            f"relations: no field is called {name!r}; {suggestion(name, sorted(fields))}",
            option="relations",
        )
        for name in request.relations
        if name.replace("_", "-") not in fields
    ]


def _edges(
    store: Store,
    shown: dict[str, Record],
    request: DependencyRequest,
    translate: Callable[[str], str],
) -> list[Edge]:
    wanted = {name.replace("-", "_") for name in request.relations}
    found: dict[tuple[str, str, str], Edge] = {}
    for link in store.relations.links:
        source = shown.get(link.source)
        if source is None or link.target not in shown or (wanted and link.field not in wanted):
            continue
        spec = store.kind(source).field(link.field)
        words = translate(spec.title) if spec is not None else link.field
        label = f"{words} ({link.note})" if link.note else words
        found[link.source, link.target, label] = Edge(
            source=link.source, target=link.target, label=label, dashed=link.field in _LOOSE
        )
    if not wanted:
        for line in model_of(store).lines:
            if line.source in shown and line.target in shown and line.label:
                found[line.source, line.target, line.label] = Edge(
                    source=line.source,
                    target=line.target,
                    label=line.label,
                    technology=line.technology,
                    dashed=line.dashed,
                    both_ways=line.both_ways,
                )
    return [found[key] for key in sorted(found, key=lambda key: tuple(map(natural, key)))]


def _reached(scope: str, edges: Iterable[Edge], hops: int) -> set[str]:
    """Return what is at most so many lines away from a record, in either direction."""
    near: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    found, last = {scope}, {scope}
    away = 0
    while last and (not hops or away < hops):
        last = {other for id_ in last for other in near[id_]} - found
        found |= last
        away += 1
    return found


def _node(store: Store, record: Record, status: Status, context: Context) -> Node:
    if store.is_element(record):
        return node_of(model_of(store), record.id, context.translate)
    kind = store.kind(record)
    said = ": ".join(filter(None, (record.id, status.word)))
    role = status.tone if status.tone != "neutral" else "plain"
    return Node(
        id=record.id,
        title=record.title or record.id,
        subtitle=said if kind.argument == "title" else f"[{context.translate(kind.title)}]",
        role=cast("Role", role),
    )
