"""Names, texts and boxes of PlantUML's component diagrams, from how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from sphinx_archdoc.diagrams.graph import Group, Node
from sphinx_archdoc.formats.drawn_text import plantuml_lines, words
from sphinx_archdoc.formats.plantuml_boxes_parts import EXTRA, SHAPES, TELLING

if TYPE_CHECKING:
    from sphinx_archdoc.formats.plantuml_looks import Skin

_KINDS = {"component": "component", "usecase": "usecase", "actor": "actor", "dot": "interface"}


class Name(NamedTuple):
    """A name as it is written: ``key`` is what others call it."""

    key: str
    title: str
    word: str  # the word that its form stands for: ``[x]`` is a component
    bare: bool  # without quotes or brackets


@dataclass(slots=True)
class Box:
    """A declared thing; it is a boundary when something stands in it or braces open it."""

    id: str
    title: str
    word: str
    parent: str
    stereotype: str = ""
    colour: str = ""
    opened: bool = False

    def say(self, extras: list[str]) -> None:
        """Note its stereotypes and its colour, which begins with ``#``."""
        self.stereotype = ", ".join(said for said in extras if said[0] != "#")
        self.colour = next((said for said in extras if said[0] == "#"), "")


def named(found: re.Match[str]) -> Name:
    """Return the name that matched ``NAME``."""
    kind = found.lastgroup or "bare"
    text = found[kind].strip('"').strip()
    title = text.replace("\\n", "\n") if kind in {"quoted", "component"} else text
    bare = kind == "bare" or (kind == "dot" and found[kind][0] != '"')
    return Name(text, title, _KINDS.get(kind, "rectangle"), bare)


def extras(line: str, at: int) -> tuple[list[str], int]:
    """Take colours, tags, links and stereotypes; return the first and last, and the place after."""
    extras = []
    while found := EXTRA.match(line, at):
        if said := (found["stereotype"] or found["mark"] or found["colour"] or "").strip():
            extras.append(said)
        at = found.end()
    return extras, at


def aliased(first: Name, second: Name) -> Name:
    """Return what ``"Title" as id`` or ``id as "Title"`` says."""
    if first.bare and not second.bare:
        return first._replace(title=second.title)
    return first._replace(key=second.key)


def described(lines: list[str]) -> str:
    """Return a text over several lines; only marked ones have a line of their own as a name."""
    marked = any(re.match(r"\s*(?:[-=._]{2,}\s*$|==|\*\*)", line) for line in lines)
    return ("\n" if marked else " ").join(lines)


def node_of(box: Box, skin: Skin) -> Node:
    """Return the box as it is drawn."""
    said = words(plantuml_lines(box.title))
    subtitle = said.subtitle or (f"«{box.stereotype}»" if box.stereotype else "")
    return Node(
        id=box.id,
        title=said.title,
        subtitle=subtitle,
        description=said.description,
        shape=SHAPES.get(box.word, "box"),
        role=skin.role(box.word, box.stereotype, box.colour, "plain"),
        group=box.parent,
    )


def group_of(box: Box, skin: Skin) -> Group:
    """Return the boundary as it is drawn."""
    said = words(plantuml_lines(box.title))
    word = f"[{box.word}]" if box.word in TELLING else ""
    subtitle = said.subtitle or (f"«{box.stereotype}»" if box.stereotype else word)
    plain: Literal["node", "group"] = "node" if box.word == "node" else "group"
    role = skin.role(box.word, box.stereotype, box.colour, plain)
    return Group(id=box.id, title=said.title, subtitle=subtitle, role=role, parent=box.parent)
