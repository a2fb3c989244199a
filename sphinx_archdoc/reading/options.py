"""The options of a decision: names, points for and against, and which one was chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.reading.chosen import PREFIX, chosen_index, name_key
from sphinx_archdoc.reading.close_lists import GROUP_NAMES, cut
from sphinx_archdoc.reading.entries import definition, field
from sphinx_archdoc.reading.option import Option, sort_points
from sphinx_archdoc.reading.parts import points
from sphinx_archdoc.reading.sections import read_body
from sphinx_archdoc.reading.text import line_of, paragraph, title_nodes, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_archdoc.reading.body import Body, Section

_MOST_WORDS = 6
_SEPARATOR = re.compile(r"\s*:\s+|\s+[—–-]\s+|\s*—\s*|\s*:$")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionGroup:
    """What one section of options says, with the sections whose details were merged into it."""

    section: Section
    options: tuple[Option, ...]
    lead: tuple[nodes.Node, ...] = ()
    tail: tuple[nodes.Node, ...] = ()
    rest: tuple[Section, ...] = ()
    merged: tuple[Section, ...] = ()
    ordered: bool = False


def read_options(body: Body, chosen: str = "") -> tuple[Option, ...]:
    """Return all options of a decision; ``chosen`` is what an option of the directive says."""
    return tuple(option for group in read_groups(body, chosen) for option in group.options)


def read_groups(body: Body, chosen: str = "") -> tuple[OptionGroup, ...]:
    """Return the options section by section; details given elsewhere are merged by name."""
    groups: list[OptionGroup] = []
    details: list[OptionGroup] = []
    _collect(body.sections, groups, details)
    if not groups:
        groups, details = details, []
    if details:
        groups[0] = _merge(groups[0], details)
    names = [option.text for group in groups for option in group.options]
    index = chosen_index(names, chosen, body)
    result: list[OptionGroup] = []
    for group in groups:
        options = group.options
        if 0 <= index < len(options):
            flagged = replace(options[index], chosen=True)
            options = (*options[:index], flagged, *options[index + 1 :])
        index -= len(options)
        result.append(replace(group, options=options))
    return tuple(result)


def _collect(
    sections: Iterable[Section], groups: list[OptionGroup], details: list[OptionGroup]
) -> None:
    for section in sections:
        if section.key == "options":
            groups.append(_read(section))
            inner = (child for child in section.children if child.key == "pros-and-cons")
            details += map(_read, inner)
        elif section.key == "pros-and-cons":
            details.append(_read(section))
        else:
            _collect(section.children, groups, details)


def _read(section: Section) -> OptionGroup:
    options: list[Option] = []
    lead: list[nodes.Node] = []
    tail: list[nodes.Node] = []
    ordered = False
    for block in section.nodes:
        found = _from_block(block)
        if found:
            ordered = ordered or isinstance(block, nodes.enumerated_list)
            options += found
        else:
            (tail if options else lead).append(block)
    if not options and lead and isinstance(lead[-1], nodes.paragraph):
        options = _from_commas(lead[-1])
        lead = lead[:-1] if options else lead
    rest: list[Section] = []
    listed = {name_key(option.text): place for place, option in enumerate(options)}
    for child in section.children:
        made = _from_section(child) if child.title and not child.key else None
        if made is None:
            rest.append(child)
            continue
        place = listed.get(name_key(made.text))
        if place is not None:
            options[place] = _joined(options[place], made)
        elif listed and not (made.pros or made.cons):
            rest.append(child)
        else:
            options.append(made)
    return OptionGroup(
        section=section,
        options=tuple(options),
        lead=tuple(lead),
        tail=tuple(tail),
        rest=tuple(rest),
        ordered=ordered,
    )


def _merge(group: OptionGroup, details: Sequence[OptionGroup]) -> OptionGroup:
    options = list(group.options)
    places = {name_key(option.text): place for place, option in enumerate(options)}
    tail, rest = list(group.tail), list(group.rest)
    for detail in details:
        for option in detail.options:
            place = places.get(name_key(option.text))
            if place is None:
                options.append(option)
            else:
                options[place] = _joined(options[place], option)
        tail += [*detail.lead, *detail.tail]
        rest += detail.rest
    return replace(
        group,
        options=tuple(options),
        tail=tuple(tail),
        rest=tuple(rest),
        merged=tuple(detail.section for detail in details),
    )


def _joined(first: Option, second: Option) -> Option:
    # The detailed heading's name gives way to the listed one unless it says more.
    name = second.name if len(second.text) > len(first.text) else first.name
    return replace(
        first,
        name=name,
        description=first.description + second.description,
        pros=first.pros + second.pros,
        cons=first.cons + second.cons,
        neutrals=first.neutrals + second.neutrals,
        ids=first.ids + second.ids,
        names=first.names + second.names,
        marks=first.marks + second.marks,
    )


def _from_block(block: nodes.Node) -> list[Option]:
    if isinstance(block, nodes.bullet_list) and block.get("bullet") == "+":
        return []
    if isinstance(block, nodes.bullet_list | nodes.enumerated_list):
        if points(block, signs=False):
            return []
        return [_from_item(item) for item in block.children]
    if isinstance(block, nodes.definition_list | nodes.field_list):
        read = definition if isinstance(block, nodes.definition_list) else field
        entries = [read(item) for item in block.children]
        return [_option(entry.title, entry.content, entry.line) for entry in entries]
    return []


def item_name(item: nodes.Node) -> str:
    """Return the name of the option that a list item is about; the item stays as it is."""
    return _from_item(item.deepcopy()).text


def _from_item(item: nodes.Node) -> Option:
    first = item.children[0] if item.children else None
    if not isinstance(first, nodes.paragraph):
        return _option((), item.children, line_of(item))
    is_followed = isinstance(item.children[-1], nodes.bullet_list | nodes.enumerated_list)
    first, *labels = cut(first, is_followed=is_followed)
    name, said = _name_and_rest(first)
    content = [*([paragraph(said, first)] if said else []), *labels, *item.children[1:]]
    return _option(name, content, line_of(item))


def _name_and_rest(block: nodes.paragraph) -> tuple[tuple[nodes.Node, ...], list[nodes.Node]]:
    """Cut ``PostgreSQL: mature`` or ``**PostgreSQL** — mature`` into name and description."""
    children = trimmed(block.children)
    first = children[0] if children else None
    if isinstance(first, nodes.strong):
        rest = list(children[1:])
        if rest and isinstance(rest[0], nodes.Text):
            rest[0] = nodes.Text(str(rest[0]).lstrip(" \n:—–-"))
        return title_nodes(first.children), trimmed(rest)
    for index, child in enumerate(children):
        number = PREFIX.match(str(child)) if not index else None
        start = number.end() if number else 0
        match = _SEPARATOR.search(str(child), start) if isinstance(child, nodes.Text) else None
        if match is not None and (index or match.start()):
            text = str(child)
            before, after = nodes.Text(text[: match.start()]), nodes.Text(text[match.end() :])
            return (
                tuple(trimmed([*children[:index], before])),
                trimmed([after, *children[index + 1 :]]),
            )
    return title_nodes(children), []


def _from_commas(block: nodes.paragraph) -> list[Option]:
    # "PostgreSQL, MySQL, MongoDB" on one line, each of a few words.
    if not all(isinstance(child, nodes.Text) for child in block.children):
        return []
    names = [name.strip() for name in re.split(r"[,;]\s+", block.astext().strip().rstrip("."))]
    short = all(name and len(name.split()) <= _MOST_WORDS and ". " not in name for name in names)
    if len(names) < 2 or not short:  # noqa: PLR2004 - one name is a sentence
        return []
    return [Option(name=(nodes.Text(name),), line=line_of(block)) for name in names]


def _from_section(section: Section) -> Option:
    made = sort_points(section.title, section.nodes, section.children, section.line)
    return replace(
        made,
        ids=section.ids + made.ids,
        names=section.names + made.names,
        marks=section.marks + made.marks,
    )


def _option(name: tuple[nodes.Node, ...], content: Iterable[nodes.Node], line: int) -> Option:
    inner = read_body(content, GROUP_NAMES, {})
    return sort_points(name, inner.lead, inner.sections, line)
