"""The consequences of a decision, grouped into good, bad, neutral, and what is done about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_archdoc.reading.close_lists import GROUP_OF, labelled
from sphinx_archdoc.reading.parts import as_items, bullets, by_bullets, points

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_archdoc.reading.body import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Consequences of one kind (``positive``, …); an empty kind is text as it stands.

    ``section`` is the author's own sub-section, if there is one: its title heads the group.
    """

    kind: str
    nodes: tuple[nodes.Node, ...] = ()
    section: Section | None = None


def read_consequences(section: Section) -> tuple[Group, ...]:
    """Return the groups in the author's order; what fits none stays plain in its place."""
    groups: list[Group] = []
    plain: list[nodes.Node] = []
    signs = by_bullets(section.nodes)
    sorted_items: dict[str, list[nodes.Node]] = {}
    for label, block in labelled(section.nodes):
        found = [(label, item) for item in as_items([block])] if label else []
        found = found or points(block, signs=signs)
        if not found:
            plain.append(block)
            continue
        for kind, item in found:
            if plain:
                groups.append(Group(kind="", nodes=tuple(plain)))
                plain = []
            if kind not in sorted_items:
                sorted_items[kind] = []
                groups.append(Group(kind=kind or "-"))
            sorted_items[kind].append(item)
    groups = [_filled(group, sorted_items) for group in groups]
    if plain:
        groups.append(Group(kind="", nodes=tuple(plain)))
    groups += [_from_child(child) for child in section.children]
    return tuple(groups)


def _filled(group: Group, items: dict[str, list[nodes.Node]]) -> Group:
    # "-" holds the items of a sorted list that belong to no group.
    if not group.kind:
        return group
    kind = "" if group.kind == "-" else group.kind
    return replace(group, kind=kind, nodes=(bullets(items[kind]),))


def _from_child(child: Section) -> Group:
    kind = GROUP_OF.get(child.key, "")
    return Group(kind=kind, nodes=child.nodes, section=child)
