"""The parts of a decision in a directive, with headings like those of a file of its own.

In a directive a part often begins with bold words (``**Context:** …``) or is the term of a
definition list. Only words that name a part of a decision become headings; the options of a
decision are terms below such a one.
"""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.rest_definitions import NO_TERM
from sphinx_archdoc.model.section_words import ADR_SECTIONS, PARENTS, lookup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAD = re.compile(
    r"(?P<mark>\*\*|__)(?P<label>[^*_:\n]{1,60})"
    r"(?:(?P=mark)[ \t]*:|:[ \t]*(?P=mark)|(?P=mark)(?=[ \t]*\Z))[ \t]*(?P<rest>.*)"
)
_FENCE = re.compile(r"(`{3,}|~{3,}|:{3,})")
#: Terms below these are names of options.
_WITH_OPTIONS = ("options", "pros-and-cons")
_SECTION, _PART = 2, 3
#: The underlines of headings, by level; the title has the first.
_UNDERLINES = '=-~^"'


def with_headings(text: str, *, rest: bool) -> str:
    """Return the text of a directive; what names a part in it is a heading."""
    lines = text.split("\n")
    made = _rest(lines, _SECTION) if rest else _markdown(lines)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(made)).strip("\n")


def _markdown(lines: Sequence[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif fence and line.startswith(fence):
            fence = ""
        found = None if fence else _lead(line)
        if found is None:
            yield line
        else:
            level, label, said = found
            yield from ("", f"{'#' * level} {label}", "", said)


def _rest(lines: Sequence[str], level: int, *, options: bool = False) -> Iterator[str]:
    """Yield lines of reST; ``options``: every term is one."""
    at = 0
    while at < len(lines):
        line, start = lines[at], at
        at += 1
        while at < len(lines) and (not lines[at].strip() or lines[at][0].isspace()):
            at += 1
        inner = lines[start + 1 : at]
        if (found := _lead(line)) is not None:
            depth, label, said = found
            yield from ("", *_heading(label, max(depth, level)), said, *inner)
        elif _is_term(lines, start) and (options or lookup(line, ADR_SECTIONS)):
            key = lookup(line, ADR_SECTIONS)
            depth = max(_level(key), level)
            body = dedent("\n".join(inner)).strip("\n").split("\n")
            yield from ("", *_heading(line.strip(), depth))
            yield from (*_rest(body, depth + 1, options=key in _WITH_OPTIONS), "")
        else:
            yield from (line, *inner)


def _lead(line: str) -> tuple[int, str, str] | None:
    """Return level, words and what follows them, of a line that begins a part."""
    found = _LEAD.match(line)
    key = lookup(found["label"], ADR_SECTIONS) if found else ""
    return (_level(key), found["label"].strip(), found["rest"]) if found and key else None


def _level(key: str) -> int:
    return _PART if key in PARENTS else _SECTION


def _is_term(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line is a term: alone, with text indented right below it."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else ""
    above = lines[at - 1] if at else ""
    return (
        line.strip() != ""
        and not line[0].isspace()
        and below.strip() != ""
        and below[0].isspace()
        and (not above.strip() or above[0].isspace())
        and not line.rstrip().endswith("::")
        and not NO_TERM.match(line)
    )


def _heading(words: str, level: int) -> tuple[str, ...]:
    sign = _UNDERLINES[min(level, len(_UNDERLINES)) - 1]
    return (words, sign * max(2 * len(words), 4), "")
