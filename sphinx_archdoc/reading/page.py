"""A page that is a record: what its sections say, and how they look.

The author's headings and words stay where they are, and so do their anchors and the contents of the
page. Only blocks around them, classes, and our few labels are added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.record import SectionRef
from sphinx_archdoc.reading.chosen import name_key
from sphinx_archdoc.reading.close_lists import GROUP_OF
from sphinx_archdoc.reading.options import item_name, read_options
from sphinx_archdoc.reading.parts import by_bullets, points
from sphinx_archdoc.reading.sections import read_body
from sphinx_archdoc.reading.summary import heading_meaning
from sphinx_archdoc.reading.text import place, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_archdoc.reading.body import Fact

_OPTIONS = ("options", "pros-and-cons")
#: What the points for and against an option are called, and the points of the consequences.
_OF_OPTION = {
    "positive": ("pros", "arch-pro"),
    "negative": ("cons", "arch-con"),
    "neutral": ("neutrals", "arch-neutral"),
}
_OF_CONSEQUENCES = {group: (group, class_) for group, (_, class_) in _OF_OPTION.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """What the text of a page says of the record: facts, parts, and the name of the chosen option.

    The chosen option is empty when the text names none, or more than one.
    """

    facts: tuple[Fact, ...]
    sections: tuple[SectionRef, ...]
    chosen: str


def read_page(
    content: Sequence[nodes.Node],
    known: Mapping[str, str],
    facts: Mapping[str, str],
    chosen: str = "",
) -> PageRead:
    """Read the content of a page, which stays as it is; see ``read_body`` for the tables."""
    body = read_body([node.deepcopy() for node in content], known, facts)
    options = read_options(body, chosen)
    return PageRead(
        facts=body.facts,
        sections=tuple(_refs(content, known)),
        chosen=next((option.text for option in options if option.chosen), ""),
    )


def dress_page(
    content: Sequence[nodes.Node],
    known: Mapping[str, str],
    labels: Mapping[str, str],
    chosen: str = "",
) -> None:
    """Give the parts of a decision the looks they have in a record with a directive.

    ``labels`` are the words for points and for the chosen option, ``chosen`` is its name.
    """
    dresser = _Dresser(labels, name_key(chosen) if chosen else "")
    for section in [*_sections(content)]:
        key = _meaning(section, known)
        if key in _OPTIONS:
            dresser.options(section, known)
        elif key == "decision":
            _mark_decision(section)
        elif key == "consequences":
            dresser.points(section, _OF_CONSEQUENCES, "arch-consequences")
        elif key in GROUP_OF:
            section["classes"].append(f"arch-{GROUP_OF[key]}")


class _Dresser:
    def __init__(self, labels: Mapping[str, str], chosen: str) -> None:
        self.labels = labels
        self.chosen = chosen

    def options(self, section: nodes.section, known: Mapping[str, str]) -> None:
        """Mark the options of a section: items of its lists, and sub-sections named freely."""
        signs = by_bullets(section.children)
        for child in [*section.children]:
            if isinstance(child, nodes.section) and not _meaning(child, known):
                self._option(child, _title(child))
                self.points(child, _OF_OPTION)
                for part in _sections(child.children):
                    self._side(part, _meaning(part, known))
            elif _items(child) and not points(child, signs=signs):
                for item in _items(child):
                    self._option(item, item_name(item))
                _wrap([child], "arch-options")

    def _option(self, node: nodes.Element, name: str) -> None:
        node["classes"].append("arch-option")
        if not self.chosen or name_key(name) != self.chosen:
            return
        node["classes"].append("arch-is-chosen")
        mark = nodes.strong("", self.labels["chosen"], classes=["arch-chosen"])
        first = node.children[0]
        if isinstance(node, nodes.section):
            # Not in the title: the contents of the page would show it.
            node.insert(1, nodes.paragraph("", "", mark))
        elif isinstance(first, nodes.paragraph):
            bold = isinstance(first.children[0], nodes.strong)
            at = 1 if bold else len(first.children)
            first[at:at] = [nodes.Text(" "), mark]

    def _side(self, section: nodes.section, key: str) -> None:
        """Mark the items of a section for or against an option."""
        group = GROUP_OF.get(key, "")
        if group in _OF_OPTION:
            for block in section.children:
                for item in _items(block):
                    item["classes"].append(_OF_OPTION[group][1])

    def points(
        self, section: nodes.section, words: Mapping[str, tuple[str, str]], outer: str = ""
    ) -> None:
        """Mark the points of a section, and label those of one group that stand together."""
        signs = by_bullets(section.children)
        for block in [*section.children]:
            found = points(block, signs=signs)
            for group, item in found:
                if group in words:
                    item["classes"].append(words[group][1])
            if isinstance(block, nodes.bullet_list) and _in_runs([group for group, _ in found]):
                runs = self._labelled(found, words)
                block.replace_self(runs)  # the first takes its anchors
                if outer:
                    _wrap(runs, outer)

    def _labelled(
        self,
        found: Iterable[tuple[str, nodes.list_item]],
        words: Mapping[str, tuple[str, str]],
    ) -> list[nodes.Element]:
        lists: dict[str, nodes.bullet_list] = {}
        for group, item in found:
            if group not in lists:
                lists[group] = place(nodes.bullet_list(bullet="-"), item)
            lists[group] += item
        made: list[nodes.Element] = []
        for group, items in lists.items():
            word, class_ = words[group]
            items["classes"].append(f"{class_}s")
            label = nodes.paragraph(
                "", "", nodes.strong("", self.labels[word]), classes=["arch-label"]
            )
            made.append(nodes.container("", label, items, classes=[f"arch-{group}"]))
        return made


def _items(block: nodes.Node) -> list[nodes.list_item]:
    """Return the items of a list; nothing of any other block."""
    if not isinstance(block, nodes.bullet_list | nodes.enumerated_list):
        return []
    return [item for item in block.children if isinstance(item, nodes.list_item)]


def _in_runs(groups: Sequence[str]) -> bool:
    """Tell whether every point has a group, and those of a group stand together."""
    starts = [group for at, group in enumerate(groups) if at == 0 or groups[at - 1] != group]
    return bool(starts) and all(starts) and len(starts) == len(set(starts))


def _mark_decision(section: nodes.section) -> None:
    """Put the text of the decision in its block; its sub-sections stay sections."""
    blocks: list[nodes.Node] = []
    for child in section.children[1:]:
        if isinstance(child, nodes.section):
            break
        blocks.append(child)
    if any(isinstance(block, nodes.Body) for block in blocks):
        _wrap(blocks, "arch-decision")


def _wrap(blocks: Sequence[nodes.Node], class_: str) -> None:
    """Put blocks that follow each other into a container, in their place."""
    parent = blocks[0].parent
    at = parent.index(blocks[0])
    outer = nodes.container(classes=[class_])
    del parent[at : at + len(blocks)]
    outer += blocks
    parent.insert(at, place(outer, blocks[0]))


def _sections(content: Iterable[nodes.Node]) -> Iterator[nodes.section]:
    for node in content:
        yield from node.findall(nodes.section)


def _refs(content: Iterable[nodes.Node], known: Mapping[str, str]) -> Iterator[SectionRef]:
    for section in _sections(content):
        if section["ids"]:
            title = _title(section)
            yield SectionRef(_meaning(section, known), title, section["ids"][0])


def _title(section: nodes.section) -> str:
    first = section.children[0] if section.children else None
    return text_of([first]) if isinstance(first, nodes.title) else ""


def _meaning(section: nodes.section, known: Mapping[str, str]) -> str:
    """Return what the heading of a section means, whatever a translator made of it."""
    first = section.children[0] if section.children else None
    return heading_meaning(first, known) if isinstance(first, nodes.title) else ""
