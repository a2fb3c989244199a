"""The single lines of PlantUML's sequence diagrams."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.sequence.data import LEFT_EDGE, RIGHT_EDGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.diagrams.sequence.data import Shape, Style

SHAPES: dict[str, Shape] = {
    "participant": "box", "actor": "person", "boundary": "boundary", "control": "control",
    "entity": "entity", "database": "cylinder", "queue": "queue", "collections": "collections",
}  # fmt: skip
_WORDS = "|".join(SHAPES)
_ID = r"\"[^\"]*\"|[\w.@$+]+(?:-+[\w.@$+]+)*"
_COLOUR = r"(?:#[\w#/|\\-]+)"

PARTICIPANT = re.compile(
    rf"(?P<create>create\s++)?(?P<word>{_WORDS})\s++(?P<one>\"[^\"]*\"|[^\s\"\[\]]+(?=\s|\[|\Z))"
    rf"(?:\s++as\s++(?P<two>\"[^\"]*\"|[^\s\"\[\]]+))?\s*+"
    rf"(?P<looks>(?:(?:order\s++-?\d+|{_COLOUR}|<<[^<>]*>>|\[\[[^\]]*\]\])\s*+)*)(?P<open>\[)?\Z",
    re.IGNORECASE,
)
BLOCK = re.compile(
    r"(?P<word>alt|opt|loop|par2?|break|critical|group|partition|else|also|end)"
    rf"(?:{_COLOUR})?(?:\s+{_COLOUR})*(?P<rest>(?:\s.*)?)\Z",
    re.IGNORECASE,
)
BOX = re.compile(
    rf"box\b\s*+(?:\"(?P<title>[^\"]*+)\"\s*+|(?P<plain>[^#]*+))(?:{_COLOUR})?\s*+\Z", re.IGNORECASE
)
NOTE = re.compile(
    rf"(?:/\s*+)?(?P<word>[hr]?note)\s++(?P<side>left|right|over|across)(?:\s++of)?\s*+"
    rf"(?P<ids>(?:(?:{_ID})(?:\s*+,\s*+(?:{_ID}))*+)?)\s*+(?:<<[^<>]*+>>\s*+)?(?:{_COLOUR}\s*+)?"
    r"(?::(?P<text>.*))?\Z",
    re.IGNORECASE,
)
REF = re.compile(
    rf"ref(?:{_COLOUR})*+\s++over\s++(?P<ids>(?:{_ID})(?:\s*+,\s*+(?:{_ID}))*+)\s*+"
    r"(?::(?P<text>.*))?\Z",
    re.IGNORECASE,
)
LIFE = re.compile(
    rf"(?P<word>activate|deactivate|destroy|create)\s++(?P<id>{_ID})\s*+(?:{_COLOUR}\s*+)*\Z",
    re.IGNORECASE,
)
SPACE = re.compile(r"\|\|(?:\||\d+\|\|)\Z")
AUTONUMBER = re.compile(r"autonumber\b\s*(?P<rest>.*)\Z", re.IGNORECASE)

_STYLE = r"(?:\[[#\w,;=-]*\])?"
_HEAD_LEFT = r"(?:[ox])?(?:<<?|\\\\?|//?)?(?:[ox](?=[-<\\/]))?"
_HEAD_RIGHT = r"(?:>>?|\\\\?|//?)?(?:[ox](?=[\s\"\]]|\Z))?"
ARROW = re.compile(
    rf"(?:&\s*+)?(?:\{{\w+\}}\s*+)?(?P<source>\[|\?|{_ID}|)\s*+(?P<left>{_HEAD_LEFT})"
    rf"(?P<line>-{_STYLE}-?{_STYLE}-?)(?P<right>{_HEAD_RIGHT})\s*+(?P<target>\]|\?|{_ID}|)\s*+"
    rf"(?:as\s++(?P<as>{_ID})\s*+)?"
    rf"(?P<suffix>(?:(?:\+\+|--|\*\*|!!)\s*+)*)(?:{_COLOUR}\s*+)?(?::(?P<text>.*))?\Z"
)


class Arrow(NamedTuple):
    """One message as its line says it, from source to target."""

    source: str
    target: str
    text: str
    style: Style
    lost: bool
    both_ways: bool
    suffix: str
    alias: tuple[str, str] = ("", "")  # the name that stands at the right, and its id after "as"


def read_arrow(body: str) -> Arrow | None:
    """Read a message, or return None for any other line."""
    found = ARROW.match(body)
    if found is None:
        return None
    source, left, right, target = found.group("source", "left", "right", "target")
    if not source and not target:
        return None
    if not (set(left) & set("<\\/x") or set(right) & set(">\\/x")):
        return None  # a line without a head belongs to other diagrams
    backward = bool(set(left) & set("<\\/")) and not set(right) & set(">\\/")
    both = bool(set(left) & set("<\\/")) and not backward
    tip = left if backward else right
    dashes = re.sub(r"\[.*?\]", "", found["line"])
    style: Style = "reply" if len(dashes) > 1 else "async" if _is_thin(tip) else "call"
    here, there = _border(source, first=True), _border(target, first=False)
    lost = "x" in tip or (not backward and target == "?") or (backward and source == "?")
    ends = (there, here) if backward else (here, there)
    alias = (target, (found["as"] or "").strip('"'))
    text, suffix = (found["text"] or "").strip(), found["suffix"] or ""
    return Arrow(*ends, text, style, lost, both, suffix, alias)


def _is_thin(tip: str) -> bool:
    return tip.replace("x", "").replace("o", "") in (">>", "<<", "\\", "\\\\", "/", "//")


def _border(end: str, *, first: bool) -> str:
    if end in ("", "?", "[", "]"):
        return LEFT_EDGE if first else RIGHT_EDGE
    return end


#: Lines that only other diagrams have.
_OTHER = re.compile(
    r"(?:abstract|class|interface|enum|annotation|object|map|state|usecase|component|package"
    r"|namespace|node|folder|frame|cloud|rectangle|artifact|card|storage|agent|stack|file|hexagon"
    r"|port|portin|portout|concise|robust|clock|binary|start|stop|if|while|repeat|fork|switch"
    r"|split|floating|nwdiag|salt|left|right|rel\w*|person\w*|system\w*|container\w*|boundary"
    r"\s*\(|deployment_node|lifeline)\b(?!\s*(?:<?-|:))"
    r"|(?:entity|database|queue|control|boundary|actor|collections|together)\b.*\{\s*\Z"
    r"|\[[^\]]+\](?:\s|\Z)|\(.*\)|:[^:]+[:;]|\*|\}|!include\b.*\bC4|!include\s*<|@\d"
    r"|.*(?:[|}o*+^#]-{1,2}|-{1,2}[|{o*+^#](?!\S*\s*:)|\.\.[|>]|<\||\|>|-\[hidden\])"
    r"|(?:\S+|\"[^\"]*\")\s+-{2,}\s+(?:\S+|\"[^\"]*\")(?:\s*:.*)?\Z"
    r"|(?:\S+|\"[^\"]*\")\s*[-.]+(?:up|down|left|right|[udlr])(?:\[[^\]]*\])?[-.]+>"
    r"|.*(?:-{1,3}|\.\.)>\s*[\[(:]\w|(?:\S+\s+)?\"[^\"]*\"\s*-->\s*\"[^\"]*\"\s*\w",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"participant\b|activate\b|deactivate\b|autonumber\b|alt\b|opt\b|loop\b|==|ref\s+over\b"
    r"|return\b|[\w\"].*->>?\s*\S.*\+\+",
    re.IGNORECASE,
)


#: Calls of procedures, and the library that declares most of them.
_MACRO = re.compile(r"!include(?:url|sub|_many)?\b.*C4|[A-Z]\w*\s*\(.*\)\s*\{?\s*\Z", re.IGNORECASE)


def is_other_diagram(lines: Iterable[str]) -> bool:
    """Tell whether a text is no sequence diagram, by the lines that only others have."""
    lines = [*lines]
    if any(_MACRO.match(body) for body in lines):
        return True
    if any(_SURE.match(body) for body in lines):
        return False
    return any(_OTHER.match(body) for body in lines)
