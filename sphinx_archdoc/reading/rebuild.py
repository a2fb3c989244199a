"""From sections back to nodes: one tidy shape, whatever mark-up the author used.

Only standard docutils nodes; the author's own nodes are moved, not copied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.record import SectionRef
from sphinx_archdoc.reading.close_lists import GROUP_OF
from sphinx_archdoc.reading.consequences import Group, read_consequences
from sphinx_archdoc.reading.optionnodes import option_nodes
from sphinx_archdoc.reading.options import OptionGroup, read_groups
from sphinx_archdoc.reading.text import place, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_archdoc.reading.body import Body, Section
    from sphinx_archdoc.reading.option import Option

#: The words we add; a caller gives its own, in the language of the page.
LABELS: Mapping[str, str] = {
    "chosen": "Chosen",
    "pros": "Pros",
    "cons": "Cons",
    "neutrals": "Neutral",
    "positive": "Positive",
    "negative": "Negative",
    "neutral": "Neutral",
    "mitigation": "Mitigation",
}
_LONGEST_SLUG = 60
_DEEPEST = 5  # LaTeX has no deeper heading
_SIDES = frozenset({"positive", "negative", "neutral"})


@dataclass(frozen=True, slots=True)
class Built:
    """The nodes of a record's body, and what its parts and options are called."""

    nodes: list[nodes.Node]
    sections: tuple[SectionRef, ...]
    options: tuple[Option, ...] = ()


def rebuild(
    body: Body,
    *,
    anchor: str,
    as_sections: bool = False,
    chosen: str = "",
    labels: Mapping[str, str] = LABELS,
    level: int = 0,
) -> Built:
    """Return the body as nodes.

    Each section is a rubric and its blocks, or a nested section. Anchors begin with ``anchor``.
    ``chosen`` names the chosen option; ``level`` is the HTML heading level of the outer rubrics
    (0: none).
    """
    groups = read_groups(body, chosen)
    builder = _Builder(anchor, {**LABELS, **labels}, groups, level=level, as_sections=as_sections)
    made: list[nodes.Node] = []
    if body.title is not None:
        made += [*body.title.marks, builder.rubric(body.title, 1, key="title")]
    made += body.lead
    made += builder.sections(body.sections, 1)
    options = tuple(option for group in groups for option in group.options)
    return Built(made, tuple(builder.refs), options)


class _Builder:
    def __init__(
        self,
        anchor: str,
        labels: Mapping[str, str],
        groups: Iterable[OptionGroup],
        *,
        level: int,
        as_sections: bool,
    ) -> None:
        self.anchor = anchor
        self.labels = labels
        self.groups = {id(group.section): group for group in groups}
        self.merged = {id(part) for group in self.groups.values() for part in group.merged}
        self.level = level
        self.as_sections = as_sections
        self.used: set[str] = set()
        self.refs: list[SectionRef] = []

    # Sections

    def sections(self, sections: Sequence[Section], depth: int) -> list[nodes.Node]:
        made: list[nodes.Node] = []
        sides: list[Group] = []
        for section in sections:
            if id(section) in self.merged:
                continue
            kind = GROUP_OF.get(section.key, "")
            if kind in _SIDES or (sides and kind):
                sides.append(Group(kind=kind, nodes=section.nodes, section=section))
                continue
            made += self.grouped(sides, depth)
            sides = []
            made += self.section(section, depth)
        return made + self.grouped(sides, depth)

    def section(self, section: Section, depth: int) -> list[nodes.Node]:
        if not section.title:
            return self.content(section, depth)
        if not self.as_sections:
            heading = self.rubric(section, depth)
            return [*section.marks, heading, *self.content(section, depth + 1)]
        outer = nodes.section()
        title = place(nodes.title(section.name, "", *section.title), section.title[0])
        title.source, title.line = section.source, section.line
        place(outer, title)
        self.name(outer, section, section.key)
        outer += [title, *self.content(section, depth + 1)]
        return [*section.marks, outer]

    def content(self, section: Section, depth: int) -> list[nodes.Node]:
        group = self.groups.get(id(section))
        if group is not None:
            return self.options(group, depth)
        if section.key == "consequences":
            return self.grouped(read_consequences(section), depth)
        blocks = list(section.nodes)
        if section.key == "decision" and blocks:
            blocks = [place(nodes.container("", *blocks, classes=["arch-decision"]), blocks[0])]
        return blocks + self.sections(section.children, depth)

    # Headings and anchors

    def rubric(self, section: Section, depth: int, key: str = "") -> nodes.rubric:
        made = nodes.rubric(section.name, "", *section.title)
        made.source, made.line = section.source, section.line
        self.name(made, section, key or section.key)
        if self.level:
            made["heading-level"] = min(self.level + depth - 1, _DEEPEST)
        return made

    def name(self, made: nodes.Element, section: Section, key: str) -> None:
        """Give a heading its classes, its anchor, and the ids it had."""
        title = section.name
        ids, names = list(section.ids), list(section.names)
        group = self.groups.get(id(section))
        for part in group.merged if group is not None else ():
            ids += part.ids
            names += part.names
        document = getattr(section.origin, "document", None)
        first = self.new_id(key or nodes.make_id(title)[:_LONGEST_SLUG].strip("-"), document)
        made["ids"] += [first, *(one for one in ids if one != first)]
        made["names"] += names
        if document is not None:
            document.ids.update(dict.fromkeys(made["ids"], made))
        if key != "title":
            self.refs.append(SectionRef(key, title, first))

    def new_id(self, name: str, document: nodes.document | None) -> str:
        """Return an anchor that nothing else on the page has."""
        wanted = found = f"{self.anchor}-{name or 'part'}"
        taken = document.ids if document is not None else {}
        number = 1
        while found in self.used or found in taken:
            number += 1
            found = f"{wanted}-{number}"
        self.used.add(found)
        return found

    # Options and consequences

    def options(self, group: OptionGroup, depth: int) -> list[nodes.Node]:
        made = list(group.lead)
        if group.options:
            ids = [self.option_id(option, group) for option in group.options]
            made.append(option_nodes(group, ids, self.labels))
        for part in group.merged:
            made += part.marks
        return [*made, *group.tail, *self.sections(group.rest, depth)]

    def option_id(self, option: Option, group: OptionGroup) -> str:
        document = getattr(group.section.origin, "document", None)
        slug = nodes.make_id(text_of(option.name))[:_LONGEST_SLUG].strip("-")
        return self.new_id(f"option-{slug}" if slug else "option", document)

    def grouped(self, groups: Sequence[Group], depth: int) -> list[nodes.Node]:
        if not any(group.kind for group in groups):
            plain: list[nodes.Node] = []
            for group in groups:
                plain += self.group(group, depth)
            return plain
        outer = nodes.container(classes=["arch-consequences"])
        for group in groups:
            outer += self.group(group, depth)
        if outer.children:
            place(outer, outer.children[0])
        return [outer]

    def group(self, group: Group, depth: int) -> list[nodes.Node]:
        if not group.kind:
            return self.inner(group.section, depth) if group.section else list(group.nodes)
        made = nodes.container(classes=[f"arch-{group.kind}"])
        if group.section is not None:
            made += group.section.marks
            made += self.rubric(group.section, depth, key=group.kind)
            made += group.nodes
            made += self.inside(group.section.children, depth + 1)
        else:
            label = self.labels[group.kind]
            made += place(nodes.rubric("", label), group.nodes[0])
            made += group.nodes
        return [place(made, made.children[-1])]

    def inner(self, section: Section, depth: int) -> list[nodes.Node]:
        return self.inside((section,), depth)

    def inside(self, sections: Sequence[Section], depth: int) -> list[nodes.Node]:
        # No sections inside containers: they would be missing from the contents anyway.
        kept, self.as_sections = self.as_sections, False
        made = [node for section in sections for node in self.section(section, depth)]
        self.as_sections = kept
        return made
