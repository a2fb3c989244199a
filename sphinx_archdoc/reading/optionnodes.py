"""Options as nodes: a list of names, or a block for each with its points for and against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.reading.parts import bullets
from sphinx_archdoc.reading.text import place, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_archdoc.reading.option import Option
    from sphinx_archdoc.reading.options import OptionGroup

_SIDES = (("pros", "arch-pro"), ("cons", "arch-con"), ("neutrals", "arch-neutral"))


def option_nodes(
    group: OptionGroup, ids: Sequence[str], labels: Mapping[str, str]
) -> nodes.container:
    """Return all options of a section in one container of class ``arch-options``."""
    outer = nodes.container(classes=["arch-options"])
    outer.source, outer.line = group.section.source, group.options[0].line
    if all(option.bare and not option.ids for option in group.options):
        outer += _names(group, ids, labels)
        return outer
    for option, first in zip(group.options, ids, strict=True):
        outer += _block(option, first, labels, group)
    return outer


def _names(group: OptionGroup, ids: Sequence[str], labels: Mapping[str, str]) -> nodes.Element:
    # Names alone stay the list they are: numbers matter where the text says "option 3".
    made: nodes.Element
    if group.ordered:
        made = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".")
    else:
        made = nodes.bullet_list(bullet="-")
    for option, first in zip(group.options, ids, strict=True):
        name = nodes.paragraph("", "", *_name(option, labels, group))
        _offer(name, option)
        item = nodes.list_item("", name, classes=_classes(option), ids=[first])
        name.source, name.line = group.section.source, option.line
        made.append(place(item, name))
        _register(item, group)
    return place(made, made.children[0])


def _block(
    option: Option, first: str, labels: Mapping[str, str], group: OptionGroup
) -> nodes.container:
    made = nodes.container(classes=_classes(option))
    name = nodes.rubric("", "", *_name(option, labels, group), classes=["arch-option-name"])
    _offer(name, option)
    name["ids"] = [first, *option.ids]
    name["names"] = list(option.names)
    name.source, name.line = group.section.source, option.line
    _register(name, group)
    made += [*option.marks, name, *option.description]
    for (side, class_), items in zip(
        _SIDES, (option.pros, option.cons, option.neutrals), strict=True
    ):
        if items:
            made += _points(labels[side], items, class_)
    return place(made, name)


def _points(label: str, items: Sequence[nodes.list_item], class_: str) -> list[nodes.Node]:
    for item in items:
        if class_ not in item["classes"]:
            item["classes"].append(class_)
    title = nodes.paragraph("", "", nodes.strong("", label), classes=["arch-label"])
    return [place(title, items[0]), bullets(items, f"{class_}s")]


def _classes(option: Option) -> list[str]:
    return ["arch-option", "arch-is-chosen"] if option.chosen else ["arch-option"]


def _name(option: Option, labels: Mapping[str, str], group: OptionGroup) -> list[nodes.Node]:
    if not option.chosen:
        return list(option.name)
    # A translation takes the place of all that stands in a node: the mark has to stand outside.
    words = nodes.inline(option.text, "", *option.name, translatable=True)
    words.source, words.line = group.section.source, option.line
    mark = nodes.strong("", labels["chosen"], classes=["arch-chosen"])
    # Sphinx takes such nodes out and puts what is in them behind all else of the parent.
    return [nodes.inline("", "", words), nodes.Text(" "), mark]


def _offer(name: nodes.TextElement, option: Option) -> None:
    """Let the words of a name be translated, here or in a node of their own."""
    name.rawsource = "" if option.chosen else option.text
    if option.chosen:
        name["translatable"] = False


def chosen_name(record: nodes.Element) -> str:
    """Return the name of the option that is marked as chosen, as it reads now."""
    for option in record.findall(nodes.Element):
        if "arch-is-chosen" in option["classes"]:
            words = (node for node in option.findall(nodes.inline) if "translatable" in node)
            return next((text_of([node]) for node in words), "")
    return ""


def _register(made: nodes.Element, group: OptionGroup) -> None:
    document = getattr(group.section.origin, "document", None)
    if document is not None:
        document.ids.update(dict.fromkeys(made["ids"], made))
