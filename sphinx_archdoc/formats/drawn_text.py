"""Texts on boxes and lines of Mermaid and PlantUML without their markup: what a reader sees."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from sphinx_archdoc.formats.mermaid_text import decoded

_BREAK = re.compile(r"<br\s*/?>|</(?:div|p)>|\\n|\n", re.IGNORECASE)
_RULE = re.compile(r"^(?:[-=._]{2,})$")
_TAG = re.compile(r"</?(?!U\+)[A-Za-z][^<>\n]{0,200}>")
_ICON = re.compile(r"\b[a-z]{2,6}:[a-z]{2,6}-[\w-]+|<[&$:][\w&$:.-]{1,60}>")
_STRONG = re.compile(r"(\*\*|__|//|\"\"|~~)(?=\S)(.{1,2000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_]{1,500})(?<=\S)\1(?![\w*_])")
_UNICODE = re.compile(r"<U\+([0-9A-Fa-f]{4,5})>|&#(\d{1,7});")
_JOINER = "\u2060"  # what our emitters put between characters that would be decoded twice
_SHORT = 24  # characters
_SURROGATES = range(0xD800, 0xE000)
_HIGHEST = 0x10FFFF


class Words(NamedTuple):
    """The texts of a box: its name, a line in brackets below it, and the rest."""

    title: str
    subtitle: str = ""
    description: str = ""


def mermaid_lines(text: str) -> list[str]:
    """Return the lines of a Mermaid label: without HTML, Markdown and icons, codes decoded."""
    text = text.strip()
    markdown = len(text) > 1 and text[0] == text[-1] == "`"
    lines = []
    for line in _BREAK.sub("\n", text[1:-1] if markdown else text).split("\n"):
        bare = _ICON.sub("", _TAG.sub("", line))
        if markdown:
            bare = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", bare))
        lines.append(_flat(unescape(decoded(bare)) if "&" in bare else decoded(bare)))
    return [line for line in lines if line]


def plantuml_lines(text: str) -> list[str]:
    """Return the lines of a PlantUML label: without creole and icons, codes decoded."""
    lines = []
    for line in _BREAK.sub("\n", text).split("\n"):
        if _RULE.match(line.strip()):
            continue
        bare = _TAG.sub("", _ICON.sub("", line.replace("<<", "«").replace(">>", "»")))
        bare = _STRONG.sub(r"\2", bare).strip().removeprefix("==").removesuffix("==")
        lines.append(_flat(_UNICODE.sub(_character, bare)))
    return [line for line in lines if line]


def uncoded(text: str) -> str:
    """Return a text with the characters that PlantUML writes by number (``<U+0022>``)."""
    return _UNICODE.sub(_character, text).replace(_JOINER, "") if "<U+" in text else text


def words(lines: list[str]) -> Words:
    """Return the lines of a box as its name, its line in brackets and its description.

    A short text without brackets is all name: its line ends are there to make it narrow.
    """
    whole = " ".join(lines)
    title, rest = lines[:1], lines[1:]
    in_brackets = bool(rest) and rest[0][0] == "[" and rest[0][-1] == "]"
    if not rest or (len(whole) <= _SHORT and not in_brackets and not whole.endswith("]")):
        return Words(whole)
    subtitle = rest.pop(0) if in_brackets else ""
    return Words(title[0], subtitle, " ".join(rest))


def _flat(text: str) -> str:
    return " ".join(text.replace(_JOINER, "").split())


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    drawable = 0 < number <= _HIGHEST and number not in _SURROGATES
    return chr(number) if drawable else found[0]
