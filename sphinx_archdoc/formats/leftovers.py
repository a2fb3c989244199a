"""Placeholders that a filled-in template has left: ``{{title}}``, ``[Name]``, ``YYYY-MM-DD``.

A wrong guess annoys more than a missed one helps. So code is skipped, and words in square brackets
or the pattern of a date count only where they stand for a whole value: a heading, a cell, an item,
what follows a label. ``[text](link)``, ``[text][link]``, ``[text]`` with a definition, ``[1]_`` and
the box of a task are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.model.damaged import damage
from sphinx_archdoc.model.spots import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARIABLE = re.compile(r"\{\{\s*[A-Za-z_][\w. -]{0,60}\s*\}\}")
_BRACKETS = re.compile(r"(?<![\]\\!\w`])\[(?P<words>@?[^\W\d_][^\[\]\n`=]{1,160})\](?![(\[:_{`\w])")
_DATE = re.compile(r"\b(?:YYYY[-/.]MM[-/.]DD|DD[-/.]MM[-/.]YYYY|MM[-/.]DD[-/.]YYYY)\b")
_CODE = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")
_FENCE = re.compile(r"\s{0,12}(?P<sign>`{3,}|~{3,})(?P<info>[^`]*)\Z")
_LINK = re.compile(r"\s{0,3}\[(?P<words>[^\]]+)\]:\s*\S")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
#: What titles have in brackets and is no placeholder: ids, short forms, states.
_TAG = re.compile(
    r"[A-Za-z]{1,12}[-_ ]?\d[\w.-]*\Z|[A-Z]{2,6}\Z"
    r"|(?i:unreleased|yanked|deprecated|experimental|optional|draft|new|alpha|beta|internal|legacy"
    r"|obsolete|removed|superseded|accepted|proposed|rejected|breaking|bug|security|todo)\Z"
)
#: What may stand before a value: marks of lists, of a row, of emphasis; and labels.
_MARKS = re.compile(r"[\s>*_~|#—–-]+|\d+[.)]|\[[ xX]\]")
_LABEL = re.compile(r"[^:|\[\]]{1,80}:[*_]{0,3}\s")
#: A line of a diagram: ``[Browser] --> [API]``.
_ARROW = re.compile(r"--?>|<--?|==>|\.\.>")
_LONGEST = 2000
_MOST = 1000


def placeholders(text: str) -> tuple[Spot, ...]:
    """Return the placeholders of a Markdown or reST text, in order."""
    if not any(sign.search(text) for sign in (_BRACKETS, _VARIABLE, _DATE)):
        return ()  # most pages have links and boxes only
    links = {
        match["words"].casefold() for line in split_lines(text) if (match := _LINK.match(line))
    }
    found: list[Spot] = []
    for number, line in _prose(text):
        if "[" not in line and "{{" not in line and "YY" not in line:
            continue
        bare = _CODE.sub(lambda match: " " * len(match[0]), line[:_LONGEST])
        found += [Spot(number, match[0]) for match in _VARIABLE.finditer(bare)]
        for value in _values(bare) if not _ARROW.search(bare) else ():
            found += [Spot(number, words) for words in _whole(value, links)]
    return tuple(found[:_MOST])


def damaged(text: str) -> tuple[Spot, ...]:
    """Return the pieces of a text that a wrong decoding has damaged."""
    if text.isascii():
        return ()
    return tuple(
        Spot(number, piece.wrong, piece.right)
        for number, line in enumerate(split_lines(text), 1)
        if not line.isascii()
        for piece in damage(line[:_LONGEST])
    )[:_MOST]


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are no code, with their numbers."""
    fence = ""
    indented = -1  # how far the code of a reST directive is indented at least
    for number, line in enumerate(split_lines(text), 1):
        found = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence:
            if found and found["sign"].startswith(fence) and not found["info"].strip():
                fence = ""
            continue
        if found and (not found["info"].strip().startswith("{") or _is_code(found["info"])):
            fence = found["sign"]
            continue
        depth = len(line) - len(line.lstrip())
        if indented >= 0 and (not line.strip() or depth > indented):
            continue
        indented = depth if _starts_code(line) else -1
        yield number, line


def _is_code(info: str) -> bool:
    name = info.strip().strip("{}").partition("}")[0].casefold()
    return name in ("code", "code-block", "sourcecode", "mermaid", "uml", "literalinclude", "math")


def _starts_code(line: str) -> bool:
    bare = line.strip()
    if bare.startswith(".. "):
        return _is_code(bare[3:].partition("::")[0])
    return bare.endswith("::") and not bare.startswith("..")


def _values(line: str) -> Iterator[str]:
    """Yield what may be a whole value: a heading, a cell, or the line behind a label."""
    if line.lstrip().startswith("|"):
        yield from (cell for cell in line.strip().strip("|").split("|"))
    else:
        yield line


def _whole(value: str, links: set[str]) -> list[str]:
    """Return the placeholders of a value that has nothing else, or that is a heading."""
    found = [
        match
        for match in _BRACKETS.finditer(value)
        if match["words"].casefold() not in links and not _TAG.match(match["words"])
    ]
    found += _DATE.finditer(value)
    if not found:
        return []
    if _HEADING.match(value):
        return [match[0] for match in found]
    rest = value
    for match in found:
        rest = rest.replace(match[0], " ", 1)
    label = _LABEL.match(rest)
    rest = _MARKS.sub(" ", rest[label.end() :] if label else rest)
    return [match[0] for match in found] if not re.search(r"\w", rest) else []
