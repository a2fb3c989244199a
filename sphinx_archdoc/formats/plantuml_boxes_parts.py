"""The words and arrows of PlantUML's component, deployment and use case diagrams.

Source: https://plantuml.com/component-diagram, https://plantuml.com/deployment-diagram.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.drawn_text import plantuml_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.diagrams.graph import Shape, Tip

#: What a declaration begins with, and the shape of its box when nothing is inside it.
SHAPES: Mapping[str, Shape] = {
    "action": "box",
    "actor": "person",
    "actor/": "person",
    "agent": "box",
    "artifact": "document",
    "boundary": "box",
    "card": "box",
    "circle": "circle",
    "cloud": "cloud",
    "collections": "box",
    "component": "box",
    "container": "box",
    "control": "box",
    "database": "cylinder",
    "entity": "box",
    "file": "document",
    "folder": "box",
    "frame": "box",
    "hexagon": "hexagon",
    "interface": "circle",
    "label": "box",
    "node": "node",
    "package": "box",
    "person": "person",
    "port": "circle",
    "portin": "circle",
    "portout": "circle",
    "process": "box",
    "queue": "queue",
    "rectangle": "box",
    "stack": "box",
    "storage": "rounded",
    "usecase": "rounded",
    "usecase/": "rounded",
}
#: Boundaries of these words say by their shape what they are: it is said in words instead.
TELLING = frozenset({"cloud", "database", "queue", "storage", "stack", "artifact", "folder"})

_WORDS = "|".join(sorted((re.escape(word) for word in SHAPES), key=len, reverse=True))
WORD = re.compile(rf"({_WORDS})(?=[\s\"\[(])[ \t]*")
NAME = re.compile(
    r"\"(?P<quoted>[^\"\n]*)\"|\(\)[ \t]*(?P<dot>[\w.]+|\"[^\"\n]*\")|\[(?P<component>[^\[\]\n]+)\]"
    r"|\((?P<usecase>[^()\n]+)\)/?|:(?P<actor>[^:\n]+):/?|(?P<bare>[^\s\[\]{}<>\"#:()]+)"
)
AS = re.compile(r"[ \t]*\bas[ \t]+")
#: What may stand behind a name and is only for looks: colours, tags, links, order.
EXTRA = re.compile(
    r"[ \t]*(?:(?P<colour>#[^\s{\[]+)|\$[\w-]+|\[\[[^\n]*?\]\]|order[ \t]+-?\d+"
    r"|<<(?P<stereotype>[^<>\n]*)>>|«(?P<mark>[^«»\n]*)»)"
)
_NAMED = r"(?:\(\)[ \t]*)?(?:\"[^\"\n]+\"|\[[^\[\]\n]+\]|\([^()\n]+\)/?|:[^:\n]+:/?"
_END = rf"{_NAMED}|[\w.$@]*[\w@])"
#: At the other end no arrow follows: a name is taken whole, or a line of many dots takes for ever.
_TARGET = rf"{_NAMED}|(?:[.$]*+[\w@]++)++)"
_SIDE = r"(?:left|right|up|down|le|ri|do|[lrud])(?=[-.=~\[])"
_STYLE = r"\[[^\[\]\n]*\]"
LINE = re.compile(
    rf"(?P<source>{_END})[ \t]*(?:\"(?P<first>[^\"\n]*)\"[ \t]*)?"
    r"(?P<left><\|(?=[-.=~])|<{1,2}|[*+^#}@](?=[-.=~])|(?<=\s)[ox0](?=[-.=~])|0?\)|)"
    rf"(?P<body>[-.=~]{{1,20}})(?P<middle>(?:{_STYLE}|{_SIDE}|\(0?\)?|0\)|0(?=[-.=~]))*)"
    rf"(?P<rest>[-.=~]{{0,20}}(?:{_STYLE})?[-.=~]{{0,20}})"
    r"(?P<right>\|>|>{1,2}|[*+^#{@]|[ox0](?=[\s\"\[(:])|\(0?|)"
    rf"[ \t]*(?:\"(?P<last>[^\"\n]*)\"[ \t]*)?(?P<target>{_TARGET})"
    r"(?:[ \t]*(?:#[^\s:]+|<<[^<>\n]*>>|\[\[[^\n]*?\]\]))*[ \t]*(?::(?P<label>.*))?$"
)
NOTE = re.compile(
    r"(?:floating[ \t]+)?note[ \t]++(?:(?:left|right|top|bottom)[ \t]++of[ \t]++(?P<of>\S.*?)"
    r"|(?P<side>left|right|top|bottom)|\"(?P<quoted>[^\"\n]*)\"[ \t]+as[ \t]+(?P<name>[\w.]+)"
    r"|as[ \t]+(?P<alias>[\w.]+))(?:[ \t]++#\S+)?[ \t]*+(?::[ \t]*+(?P<text>.*))?$"
)
#: Lines about looks.
PASSED = re.compile(
    r"@start|@end|skinparam\b|scale\b|sprite\b|allow_?mixing\b"
    r"|(?:hide|show)[ \t]+(?:<<[^<>]*>>[ \t]+)?(?:stereotypes?|footbox|circle|empty|members)\b"
    r"|!theme\b|!pragma\b|!option\b|!assume\b|!log\b|set\b|page\b|newpage\b|mainframe\b"
    r"|(?:(?:left|right|center)[ \t]+)?(?:header|footer|caption)[ \t]+\S"
)
#: Lines that leave some of the boxes out, and notes where we have none.
BEYOND = re.compile(r"(?:hide|show|remove|restore)[ \t]|note[ \t]+on[ \t]+link\b|archimate\b")
#: Blocks about looks, and how they end.
BLOCKS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"<style>"), re.compile(r".*</style>")),
    (re.compile(r"(?:left|right|center|top|bottom|[ \t])*legend\b"), re.compile(r"end ?legend\b")),
    (re.compile(r"(?:left|right|center|[ \t])*header$"), re.compile(r"end ?header\b")),
    (re.compile(r"(?:left|right|center|[ \t])*footer$"), re.compile(r"end ?footer\b")),
    (re.compile(r"skinparam\b[^{]*\{[ \t]*$"), re.compile(r"\}")),
    (re.compile(r"sprite\b.*\{[ \t]*$"), re.compile(r"\}")),
    (re.compile(r"json\b.*\{[ \t]*$"), re.compile(r"\}")),
)
DIRECTION = re.compile(r"(left to right|top to bottom) direction\b")
TITLE = re.compile(r"title(?:[ \t]+(.*))?$")
END_TITLE = re.compile(r"end ?title\b")
END_NOTE = re.compile(r"end ?note\b")
TOGETHER = re.compile(r"together[ \t]*\{")


class Look(NamedTuple):
    """How a line looks. Without a head of an arrow it is a plain line."""

    hidden: bool
    dashed: bool
    thick: bool
    forwards: bool
    backwards: bool
    tip: Tip


#: What ends of lines with a head look like; what is no head here is a plain end.
_HEADS: Mapping[str, Tip] = {">": "arrow", "<": "arrow", "x": "cross", "0": "circle"}


def look(found: re.Match[str]) -> Look:
    """Return the look of a line that matched ``LINE``."""
    style = found["middle"] + found["rest"]
    body = found["body"]
    left, right = (_HEADS.get(found[side].strip("|")[:1]) for side in ("left", "right"))
    tip = right or left or "arrow"
    return Look(
        hidden="hidden" in style,
        dashed=body[0] in ".~" or "dashed" in style or "dotted" in style,
        thick=body[0] == "=" or "bold" in style,
        forwards=right is not None,
        backwards=left == tip,
        tip=tip,
    )


def texts(found: re.Match[str]) -> tuple[str, str]:
    """Return the label and the technology of a line that matched ``LINE``."""
    said = plantuml_lines((found["label"] or "").strip().removesuffix(" >").removesuffix(" <"))
    technology = said.pop()[1:-1] if said and said[-1][0] + said[-1][-1] == "[]" else ""
    ends = " – ".join(part for part in (found["first"], found["last"]) if part)
    return " ".join([*said, f"({ends})"] if ends else said), technology
