"""Lists in a directive's body, as items: task lists, bullets, numbered lists, in groups.

reST and MyST differ in what a heading inside a directive becomes (a section, a rubric) and in
what a task's box is (text, or with the extension ``tasklist`` raw HTML); here both are the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.formats.item_facts import TICK, tick_of
from sphinx_archdoc.reading.leadins import split
from sphinx_archdoc.reading.text import line_of, place, text_of, title_nodes, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_archdoc.reading.leadins import Label

_LISTS = (nodes.bullet_list, nodes.enumerated_list)
#: An entry of a definition list without classifiers.
_TERM_AND_TEXT = 2
_WRAPPERS = (nodes.container, nodes.compound, nodes.block_quote)


@dataclass(slots=True)
class Group:
    """A heading or bold lead-in, and what stands below it; ``title`` is None above the first."""

    title: nodes.Element | None
    blocks: list[nodes.Node] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The words of the title, without a colon at the end."""
        return text_of([self.title]).removesuffix(":").strip() if self.title is not None else ""

    def items(self) -> list[Item]:
        """Return the items of the lists in the group."""
        found: list[Item] = []
        for block in _flat(self.blocks):
            if isinstance(block, _LISTS):
                found += [
                    made
                    for child in block.children
                    if isinstance(child, nodes.list_item) and (made := _item(child)) is not None
                ]
        return found

    def labelled(self) -> list[Item]:
        """Return the lines of the group that begin with bold words: ``**Cache:** Redis``."""
        found: list[Item] = []
        for block in _flat(self.blocks):
            if isinstance(block, nodes.paragraph):
                for piece in split(block, _strong_line):
                    body = piece.body.children if piece.body is not None else ()
                    if piece.label is None or not body:
                        continue
                    lead = nodes.strong("", piece.label.text.rstrip(":"))
                    line = nodes.paragraph("", "", lead, nodes.Text(": "), *body)
                    found.append(Item(block, line, text_of([line]), piece.line))
        return found


def _strong_line(label: Label) -> str | None:
    return "label" if label.strong and label.starts_line and label.colon else None


@dataclass(slots=True)
class Item:
    """One item of a list: its node, its first paragraph, its text with the tick, what is below.

    A line with a label is an item too; then the node is the paragraph it stands in.
    """

    node: nodes.list_item | nodes.paragraph
    paragraph: nodes.paragraph
    text: str
    line: int = 0

    @property
    def lead(self) -> nodes.strong | None:
        """The bold words the item begins with, if it does."""
        first = next(iter(trimmed(self.paragraph.children)), None)
        return first if isinstance(first, nodes.strong) else None

    def below(self) -> list[Item]:
        """Return the items of the lists inside this one."""
        return Group(None, [*self.node.children[1:]]).items()


def headings_as_rubrics(children: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Return blocks with every section opened: its title as a rubric, before its content.

    So are definition lists whose terms stand above lists or tables: the terms are headings too.
    """
    found: list[nodes.Node] = []
    for child in children:
        if isinstance(child, nodes.section):
            found += headings_as_rubrics(child.children)
        elif isinstance(child, nodes.definition_list) and _heads_lists(child):
            for term, definition in (item.children for item in child.children):
                found += headings_as_rubrics([term, *definition.children])
        elif isinstance(child, nodes.title | nodes.rubric | nodes.term):
            holder = child.parent if isinstance(child, nodes.title) else child
            made = nodes.rubric("", "", *child.children, classes=["arch-part"])
            made.rawsource = child.rawsource
            if isinstance(holder, nodes.Element):
                made["ids"], made["names"] = [*holder["ids"]], [*holder["names"]]
            # Of a title with a line below docutils tells that line.
            under = isinstance(child, nodes.title) and isinstance(holder, nodes.section)
            found.append(place(made, child, (child.line or 0) - under))
        else:
            found.append(child)
    return found


def _heads_lists(found: nodes.definition_list) -> bool:
    """Tell whether each entry of a list is a term above a list or a table."""
    return all(
        len(item.children) == _TERM_AND_TEXT
        and any(isinstance(block, (*_LISTS, nodes.table)) for block in item.children[1].children)
        for item in found.children
    )


def groups(blocks: Sequence[nodes.Node]) -> list[Group]:
    """Return blocks by their headings; a bold line that ends in a colon counts as a heading."""
    found = [Group(None)]
    for block in blocks:
        if isinstance(block, nodes.rubric):
            found.append(Group(block))
        elif (lead := _bold_line(block)) is not None:
            found.append(Group(lead))
            found[-1].blocks.append(block)
        else:
            found[-1].blocks.append(block)
    return [group for group in found if group.title is not None or group.blocks]


def _bold_line(block: nodes.Node) -> nodes.strong | None:
    """Return the bold words that are a whole paragraph, but for a colon."""
    if not isinstance(block, nodes.paragraph):
        return None
    parts = trimmed(block.children)
    if parts and isinstance(parts[0], nodes.strong):
        rest = text_of(parts[1:])
        if rest in ("", ":"):
            return parts[0]
    return None


def _flat(blocks: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    for block in blocks:
        if isinstance(block, _WRAPPERS):
            yield from _flat(block.children)
        else:
            yield block


def _item(node: nodes.list_item) -> Item | None:
    first = node.children[0] if node.children else None
    if not isinstance(first, nodes.paragraph):
        return None
    _settle_box(node, first)
    text = text_of([first])
    return Item(node, first, text, line_of(first)) if text else None


def _settle_box(node: nodes.list_item, paragraph: nodes.paragraph) -> None:
    """Turn the box that MyST's ``tasklist`` made into the text it was."""
    first = paragraph.children[0] if paragraph.children else None
    if not isinstance(first, nodes.raw) or 'type="checkbox"' not in first.astext():
        return
    mark = "[x] " if "checked=" in first.astext() else "[ ] "
    paragraph.pop(0)
    node["classes"] = [name for name in node["classes"] if name != "task-list-item"]
    if isinstance(node.parent, nodes.Element):
        shown = node.parent["classes"]
        node.parent["classes"] = [name for name in shown if name != "contains-task-list"]
    start = paragraph.children[0] if paragraph.children else None
    if isinstance(start, nodes.Text):
        paragraph[0] = nodes.Text(mark + str(start).lstrip())
    else:
        paragraph.insert(0, nodes.Text(mark))


def take_tick(item: Item) -> str:
    """Take the tick off the text of an item; return the state it means, empty where there is none.

    The text may begin with markup: then the tick is a text of its own.
    """
    first = item.paragraph.children[0] if item.paragraph.children else None
    if not isinstance(first, nodes.Text):
        return ""
    text = str(first)
    state, length = tick_of(text)
    if not length and TICK.match(f"{text.rstrip()} x"):
        state, length = tick_of(f"{text.rstrip()} x")
    if length:
        rest = text[length:]
        if rest:
            item.paragraph[0] = nodes.Text(rest)
        else:
            item.paragraph.pop(0)
    return state


def lead_words(item: Item) -> tuple[str, str]:
    """Return the bold words an item begins with, and the text after them; else nothing.

    Words in a literal count where a dash or a colon follows: ``/health`` — Is it up?
    """
    parts = trimmed(item.paragraph.children)
    lead: nodes.Element | None = item.lead
    if lead is None and len(parts) > 1 and isinstance(parts[0], nodes.literal):
        lead = parts[0] if text_of(parts[1:])[:1] in (":", "–", "—", "-") else None
    if lead is None:
        return "", ""
    title = text_of(title_nodes(lead.children))
    rest = text_of(parts[1:]).lstrip(":–—- ").strip()
    return title, rest
