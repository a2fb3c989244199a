"""One option of a decision: its name, and what is said for and against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_archdoc.reading.close_lists import GROUP_OF, labelled
from sphinx_archdoc.reading.parts import all_blocks, as_items, bullets, by_bullets, points
from sphinx_archdoc.reading.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils import nodes

    from sphinx_archdoc.reading.body import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option: its name, what is said of it, and the items for, against and neutral."""

    name: tuple[nodes.Node, ...]
    description: tuple[nodes.Node, ...] = ()
    pros: tuple[nodes.list_item, ...] = ()
    cons: tuple[nodes.list_item, ...] = ()
    neutrals: tuple[nodes.list_item, ...] = ()
    chosen: bool = False
    line: int = 0
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    marks: tuple[nodes.Node, ...] = ()

    @property
    def text(self) -> str:
        """The name as plain text."""
        return text_of(self.name)

    @property
    def bare(self) -> bool:
        """Whether there is nothing but a name."""
        return not (self.description or self.pros or self.cons or self.neutrals)


def sort_points(
    name: tuple[nodes.Node, ...],
    blocks: Sequence[nodes.Node],
    sections: Iterable[Section],
    line: int,
) -> Option:
    """Return the option with its blocks and sections sorted into description, pros and cons."""
    sections = list(sections)
    for section in [one for one in sections if one.key == "pros-and-cons"]:
        sections.remove(section)
        sections += section.children
        blocks = [*blocks, *section.nodes]
    description: list[nodes.Node] = []
    groups: dict[str, list[nodes.list_item]] = {"positive": [], "negative": [], "neutral": []}
    taken: list[Section] = []  # our own label replaces their headings
    signs = by_bullets(blocks)
    for label, block in labelled(blocks):
        if label in groups:
            groups[label] += as_items([block])
            continue
        found = points(block, signs=signs)
        others = [item for group, item in found if not group]
        for group, item in found:
            if group:
                groups[group].append(item)
        if others:
            description.append(bullets(others))
        elif not found:
            description.append(block)
    for section in sections:
        known = groups.get(GROUP_OF.get(section.key, ""))
        if known is None:
            description += _titled(section)
        else:
            known += as_items(all_blocks(section))
            taken.append(section)
    return Option(
        name=name,
        description=tuple(description),
        pros=tuple(groups["positive"]),
        cons=tuple(groups["negative"]),
        neutrals=tuple(groups["neutral"]),
        line=line,
        ids=tuple(one for section in taken for one in section.ids),
        names=tuple(one for section in taken for one in section.names),
        marks=tuple(one for section in taken for one in section.marks),
    )


def _titled(section: Section) -> list[nodes.Node]:
    if not section.title:
        return list(all_blocks(section))
    return list(all_blocks(replace(section, nodes=(), children=(section,))))
