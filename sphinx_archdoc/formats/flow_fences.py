"""Blocks of other languages in the text of a record: fences of Markdown, directives of reST."""

from __future__ import annotations

import re
from typing import NamedTuple

_FENCE = re.compile(r"(?P<marks>`{3,}+|~{3,}+|:{3,}+)\s*+\{?(?P<word>[\w.:-]*+)\}?.*\Z")
_DIRECTIVE = re.compile(r"(?P<indent>\s*)\.\.\s+(?P<word>[\w.:-]+)::\s*(?P<rest>.*)\Z")
_LANGUAGES = {
    "mermaid": "mermaid", "plantuml": "plantuml", "uml": "plantuml", "puml": "plantuml",
    "flow": "flow",
}  # fmt: skip
_CODE = ("code-block", "code", "sourcecode")
_OPTION = re.compile(r"\s*:[\w-]+:")


class Fence(NamedTuple):
    """A block: its language (empty: none of ours), its lines (from 0, with marks), its text's.

    ``start`` and ``end`` count the whole block, ``first`` and ``last`` what is inside.
    """

    language: str
    start: int
    end: int
    first: int
    last: int


def fences(lines: list[str]) -> list[Fence]:
    """Return the blocks of a text in order; nothing inside a block is looked at."""
    found: list[Fence] = []
    at = 0
    while at < len(lines):
        fence = _fence(lines, at) or _directive(lines, at)
        if fence is not None:
            found.append(fence)
            at = max(fence.end, at + 1)
        else:
            at += 1
    return found


def _language(word: str) -> str:
    return _LANGUAGES.get(word.partition(":")[0].lower(), "")


def _fence(lines: list[str], start: int) -> Fence | None:
    opening = _FENCE.match(lines[start].strip())
    if opening is None or not (opening["word"] or opening["marks"][0] != ":"):
        return None
    marks = opening["marks"]
    end = start + 1
    while end < len(lines):
        body = lines[end].strip()
        if body.startswith(marks) and not body.strip(marks[0]):
            break
        end += 1
    first = start + 1
    while first < end and _OPTION.match(lines[first]):
        first += 1
    return Fence(_language(opening["word"]), start, min(end + 1, len(lines)), first, end)


def _directive(lines: list[str], start: int) -> Fence | None:
    opening = _DIRECTIVE.match(lines[start])
    if opening is None:
        return None
    word, rest = opening["word"], opening["rest"].strip()
    depth = len(opening["indent"])
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > depth):
        end += 1
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    first = start + 1
    while first < end and (not lines[first].strip() or _OPTION.match(lines[first])):
        first += 1
    language = _language(rest if word in _CODE else word)
    return Fence(language, start, end, first, end)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
