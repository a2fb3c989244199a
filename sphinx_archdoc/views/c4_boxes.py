"""Boxes, boundaries and lines of C4 pictures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from sphinx_archdoc.diagrams.graph import Edge, Group, Node, Role, Shape
from sphinx_archdoc.views.c4_names import tags_of
from sphinx_archdoc.views.known_facts import flag_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.views.c4_model import Line, Model

#: Two boxes with more lines between them one way have one line that lists what they say.
_MOST_LABELS = 2
#: What ``SystemDb``, ``ComponentQueue`` and the like leave behind as a tag.
_STORES: dict[str, Shape] = {"database": "cylinder", "queue": "queue"}
_SHAPES = frozenset(get_args(Shape))
_ROLES = frozenset(get_args(Role))


def subtitle(
    kind: Kind | None, technology: str, translate: Callable[[str], str], *, external: bool = False
) -> str:
    """Return the line in brackets: ``[container: FastAPI]``, ``[external system]``."""
    notation = translate(notation_of(kind, external=external))
    inside = ": ".join(part for part in (notation, technology) if part)
    return f"[{inside}]" if inside else ""


def notation_of(kind: Kind | None, *, external: bool) -> str:
    """Return the C4 words of a kind, to be translated: ``container``, ``external system``."""
    notation = (kind.notation or kind.title.lower()) if kind is not None else ""
    return f"external {notation.removeprefix('software ')}".strip() if external else notation


def shape_of(kind: Kind | None, tags: Iterable[str] = ()) -> Shape:
    """Return the shape of a kind's box; plain boxes tagged as a store have that of the store."""
    shape = kind.shape if kind is not None else ""
    drawn = cast("Shape", shape) if shape in _SHAPES else "box"
    stores = (_STORES[tag] for tag in tags if tag in _STORES) if drawn == "box" else ()
    return next(iter(stores), drawn)


def role_of(kind: Kind | None, *, external: bool = False) -> Role:
    """Return the look of a kind's box."""
    if external:
        return "external"
    role = kind.role_css if kind is not None else ""
    return cast("Role", role) if role in _ROLES else "container"


def node_of(
    model: Model,
    id_: str,
    translate: Callable[[str], str],
    *,
    group: str = "",
    technology: bool = True,
) -> Node:
    """Return the box of an element, without its technology where the level has none."""
    record = model.element(id_)
    if record is None:
        return Node(id=id_, title=id_, group=group)
    kind = model.store.kind(record)
    external = flag_of(record, "external")
    built_with = text_of(record, "technology") if technology else ""
    return Node(
        id=id_,
        title=record.title or id_,
        subtitle=subtitle(kind, built_with, translate, external=external),
        description=text_of(record, "description") or record.summary,
        shape=shape_of(kind, tags_of(record)),
        role=role_of(kind, external=external),
        group=group,
    )


def group_of(model: Model, id_: str, translate: Callable[[str], str], *, parent: str = "") -> Group:
    """Return the boundary of an element."""
    record = model.element(id_)
    if record is None:
        return Group(id=id_, title=id_, parent=parent)
    kind = model.store.kind(record)
    external = flag_of(record, "external")
    # A node is drawn nowhere else; an opened element has a box in a wider picture.
    is_node = role_of(kind) == "node"
    return Group(
        id=id_,
        title=record.title or id_,
        subtitle=subtitle(kind, "", translate, external=external),
        description=text_of(record, "description") if is_node else "",
        role=role_of(kind, external=external),
        parent=parent,
    )


def edges_of(
    lines: Iterable[Line], lift: Callable[[str], str], *, technology: bool = True
) -> tuple[Edge, ...]:
    """Return the lines between the boxes shown, ``lift`` naming the box of an element or ``""``.

    Lines with the same ends and label become one that says how many it stands for. Where two boxes
    have lines with many labels, or one declared between exactly these two and others, one line
    lists the labels, the declared one first. A line without a label says nothing more where another
    has one. Where the level has no technology, it stays only on lines declared between these two.
    """
    shown = _lifted(lines, lift)
    direct = {(s.line.source, s.line.target, s.line.label) for s in shown if s.exact}
    labelled = {(s.line.source, s.line.target) for s in shown if s.line.label}
    found: dict[tuple[str, str], dict[str, Edge]] = defaultdict(dict)
    stated: dict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
    for line, exact, ends in shown:
        pair = (line.source, line.target)
        if not line.label and pair in labelled:
            continue
        edge = Edge(
            source=line.source,
            target=line.target,
            label=line.label,
            technology=line.technology if technology or exact else "",
            dashed=line.dashed,
            both_ways=line.both_ways,
        )
        same_ends = found[pair]
        known = same_ends.get(line.label)
        same_ends[line.label] = _joined(known, edge) if known else edge
        stated[*pair, line.label].add(ends)
    made: list[Edge] = []
    for pair, edges in found.items():
        counted = [replace(edge, count=len(stated[*pair, label])) for label, edge in edges.items()]
        declared = [edge for edge in counted if (*pair, edge.label) in direct]
        lifted = [edge for edge in counted if edge not in declared]
        if len(counted) > _MOST_LABELS or (declared and lifted):
            made.append(_listed([*declared, *lifted]))
        else:
            made += counted
    return tuple(made)


class _Shown(NamedTuple):
    """A line between boxes; ``exact``: declared between these two; ``ends``: as declared."""

    line: Line
    exact: bool
    ends: tuple[str, str]


def _lifted(lines: Iterable[Line], lift: Callable[[str], str]) -> list[_Shown]:
    found = []
    for line in lines:
        source, target = lift(line.source), lift(line.target)
        ends = (line.source, line.target)
        exact = (source, target) == ends
        if source and target and (source != target or exact):
            found.append(_Shown(line._replace(source=source, target=target), exact, ends))
    return found


def _joined(first: Edge, second: Edge) -> Edge:
    known = [part for part in first.technology.split(", ") if part]
    more = [part for part in second.technology.split(", ") if part and part not in known]
    return replace(
        first,
        technology=", ".join([*known, *more]),
        dashed=first.dashed and second.dashed,
        both_ways=first.both_ways or second.both_ways,
    )


def _listed(edges: list[Edge]) -> Edge:
    """Return one line for several with other labels."""
    made = edges[0]
    for edge in edges[1:]:
        made = _joined(made, edge)
    labels = "; ".join(edge.label for edge in edges)
    return replace(made, label=labels, count=sum(edge.count for edge in edges))
