"""The lines of a page that readers see, each with what sort of line it is; code is left out.

Markdown and reST are read alike, as far as this question needs it.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.collecting import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Sort(Enum):
    """What a line is; that says where in it a whole value stands."""

    PROSE = "prose"
    HEADING = "heading or argument"
    FRONT = "front matter"  # ``tags: [data, api]`` is a list there
    MODEL = "model line"  # ``app api "API" [FastAPI] : Orders``
    MERMAID = "Mermaid"
    PLANTUML = "PlantUML"  # ``[Browser] --> [API]``
    FIRST = "the first line of a block without a language"
    ROW = "row of a table"  # cells stand two blanks apart
    CSV = "row of values with commas"
    CODE = "code"


class Line(NamedTuple):
    """A line: its number from 1, its text, and its sort."""

    number: int
    text: str
    sort: Sort


_FENCE = re.compile(r"\s{0,12}(?P<sign>`{3,}|~{3,}|:{3,})(?P<info>[^`]*)\Z")
_NAMED = re.compile(r"\s*\{(?P<name>[\w:-]+)\}(?P<argument>.*)\Z")
_DIRECTIVE = re.compile(r"\s*\.\. (?P<name>[\w:-]+)::(?P<argument>.*)\Z")
_REMARK = re.compile(r"\s*\.\.(?:\s+(?![_|\[])|\Z)")
_HIDDEN, _SHOWN = "<!--", "-->"
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
_UNDERLINE = re.compile(r"\s*(?P<sign>[=\-~^\"'`#*+.:_])(?P=sign){3,}\s*\Z")
_FRONT = "---"
_LONGEST_FRONT = 200
_BORDER = re.compile(r"\s*=+(?:\s+=+)+\s*\Z")
_BODIES = {
    "csv-table": Sort.CSV,
    "mermaid": Sort.MERMAID,
    "plantuml": Sort.PLANTUML,
    "puml": Sort.PLANTUML,
    "uml": Sort.PLANTUML,
    **dict.fromkeys(
        ("code", "code-block", "sourcecode", "literalinclude", "math", "parsed-literal", "raw"),
        Sort.CODE,
    ),
}
#: Our directives whose body is model lines.
_MODEL = re.compile(r"(?:arch:)?(?:c4-[a-z]+|er-diagram|pipeline)\Z")


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines that are no code."""
    lines = split_lines(text)
    front = _end_of_front(lines)
    reader = _Reader(lines)
    for at, line in enumerate(lines):
        if at <= front:
            yield Line(at + 1, line, Sort.FRONT)
        else:
            yield from reader.read(at, line)


class _Reader:
    """Reads line after line; knows which fences are open, and whose body this is."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._open: list[str] = []  # the signs of the fences around this line
        self._sort = Sort.PROSE  # of the innermost body
        self._depth = -1  # how far the directive of reST is indented whose body this is
        self._hidden = False  # in a comment of HTML
        self._in_rows = False  # between the borders of a simple table

    def read(self, at: int, line: str) -> Iterator[Line]:
        if self._hidden:
            self._hidden = _SHOWN not in line
            return
        if self._open and _closes(line, self._open[-1]):
            self._open.pop()
            self._sort = Sort.PROSE
            return
        if self._depth >= 0 and line.strip() and _indent(line) <= self._depth:
            self._depth, self._sort = -1, Sort.PROSE
        if self._sort is Sort.PROSE:
            yield from self._outside(at, line)
        elif self._sort is not Sort.CODE:
            yield Line(at + 1, line, self._sort)
            if self._sort is Sort.FIRST:
                self._sort = Sort.CODE

    def _outside(self, at: int, line: str) -> Iterator[Line]:
        """Read a line that is in no body of another sort."""
        argument = ""
        if line.lstrip().startswith(_HIDDEN):
            self._hidden = _SHOWN not in line
            return
        if _BORDER.match(line):
            below = self._lines[at + 1 : at + 2]
            self._in_rows = any(each.strip() for each in below)
            return
        if self._in_rows:
            yield Line(at + 1, line, Sort.ROW)
            return
        fence = _FENCE.match(line)
        if fence and not _underlines(self._lines, at):
            argument, self._sort = _of_fence(fence["info"], fence["sign"])
            if fence["info"].strip() or fence["sign"][0] != ":":
                self._open.append(fence["sign"])
        elif directive := _DIRECTIVE.match(line):
            argument, self._sort = directive["argument"], _body(directive["name"])
            self._depth = _indent(line) if self._sort is not Sort.PROSE else -1
        elif _REMARK.match(line):
            self._sort, self._depth = Sort.CODE, _indent(line)
        else:
            yield Line(at + 1, line, Sort.HEADING if _is_heading(self._lines, at) else Sort.PROSE)
            if line.rstrip().endswith("::"):
                self._sort, self._depth = Sort.CODE, _indent(line)
        if argument.strip():
            yield Line(at + 1, argument, Sort.HEADING)


def _of_fence(info: str, sign: str) -> tuple[str, Sort]:
    """Return the argument of a fence, and what its body is."""
    if named := _NAMED.match(info):
        return named["argument"], _body(named["name"])
    if sign.startswith(":"):
        return "", Sort.PROSE
    language = info.strip().partition(" ")[0].partition(":")[0].casefold()
    return "", _BODIES.get(language, Sort.CODE) if language else Sort.FIRST


def _body(name: str) -> Sort:
    return Sort.MODEL if _MODEL.match(name) else _BODIES.get(name.casefold(), Sort.PROSE)


def _closes(line: str, sign: str) -> bool:
    bare = line.strip()
    return bare.startswith(sign) and not bare.strip(sign[0])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _underlines(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line of tildes is no fence but stands below a title of reST."""
    above, line = lines[at - 1].strip() if at else "", lines[at].strip()
    return bool(above) and line.startswith("~") and len(line) >= len(above)


def _is_heading(lines: Sequence[str], at: int) -> bool:
    if _HEADING.match(lines[at]):
        return True
    below = lines[at + 1] if at + 1 < len(lines) else ""
    # Tables of reST have such lines too.
    return bool(_UNDERLINE.match(below)) and lines[at].lstrip()[:1] not in ("", "|", "+", "-", "=")


def _end_of_front(lines: Sequence[str]) -> int:
    """Return the index of the last line of the front matter, or -1."""
    if not lines or lines[0].rstrip() != _FRONT:
        return -1
    ends = (n for n in range(1, min(len(lines), _LONGEST_FRONT)) if lines[n].rstrip() == _FRONT)
    return next(ends, -1)
