"""The Markdown of our own templates as reStructuredText, such as one would write by hand.

This is no converter of any Markdown: it knows what the templates are made of, which are headings,
paragraphs, flat lists, pipe tables, comments, code, and directives in fences. A fence of colons
holds more of the same, a fence of backticks holds lines that the directive reads itself.
"""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.formats.pipe_tables import cells_of, is_row, is_rule, width
from sphinx_archdoc.formats.rest_inline import as_rest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FENCE = re.compile(r"(?P<sign>:{3,}|`{3,})\{(?P<name>[\w-]+)\}[ ]*(?P<argument>.*)\Z")
_CODE = re.compile(r"(?P<sign>`{3,})(?P<language>\w+)\Z")
_HEADING = re.compile(r"(?P<level>#{1,6}) +(?P<words>.+)\Z")
_OPTION = re.compile(r":[\w-]+:(?: .*)?\Z")
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")
_COMMENT, _COMMENT_END = "<!--", "-->"
_UNDERLINES = '=-~^"'


def rest_of(text: str) -> str:
    """Return the Markdown of a template as reStructuredText."""
    return "\n\n".join(_blocks(split_lines(text))).rstrip() + "\n"


def _blocks(lines: list[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        fence, code, heading = _FENCE.match(line), _CODE.match(line), _HEADING.match(line)
        if fence:
            end = _closing(lines, at, fence["sign"])
            yield _directive(fence["name"], fence["argument"], lines[at + 1 : end], fence["sign"])
            end += 1
        elif code:
            end = _closing(lines, at, code["sign"])
            body = _indented("\n".join(lines[at + 1 : end]))
            yield f".. code-block:: {code['language']}\n\n{body}"
            end += 1
        elif heading:
            yield _heading(len(heading["level"]), as_rest(heading["words"]))
        elif line.startswith(_COMMENT):
            while _COMMENT_END not in lines[end - 1]:
                end += 1
            words = " ".join(lines[at:end]).removeprefix(_COMMENT).removesuffix(_COMMENT_END)
            yield _comment(words)
        elif is_row(line):
            end = _while(lines, at, is_row)
            yield _table(lines[at:end])
        elif line.strip():
            end = _while(lines, at, lambda text: bool(text.strip()) and not _begins(text))
            yield as_rest("\n".join(lines[at:end]))
        at = end


def _while(lines: list[str], at: int, holds: Callable[[str], bool]) -> int:
    end = at + 1
    while end < len(lines) and holds(lines[end]):
        end += 1
    return end


def _begins(line: str) -> bool:
    """Tell whether a line cannot go on with a paragraph or list."""
    return bool(_FENCE.match(line) or _HEADING.match(line) or is_row(line))


def _closing(lines: list[str], at: int, sign: str) -> int:
    return next(number for number in range(at + 1, len(lines)) if lines[number] == sign)


def _heading(level: int, words: str) -> str:
    return f"{words}\n{_UNDERLINES[level - 1] * max(width(words), 4)}"


def _comment(words: str) -> str:
    return "\n".join(wrap(words.strip(), 90, initial_indent=".. ", subsequent_indent="   "))


def _directive(name: str, argument: str, lines: list[str], sign: str) -> str:
    options = 0
    while options < len(lines) and _OPTION.match(lines[options]):
        options += 1
    body = "\n".join(lines[options:]).strip("\n")
    if sign[0] == ":" and body:
        body = "\n\n".join(_blocks(split_lines(body)))
    head = f".. {name}:: {as_rest(argument)}".rstrip()
    parts = ["\n".join([head, *(f"   {line}" for line in lines[:options])])]
    if body:
        parts.append(_indented(body))
    return "\n\n".join(parts)


def _table(lines: list[str]) -> str:
    rows = [[as_rest(cell) for cell in cells_of(line)] for line in lines if not is_rule(line)]
    made = [".. list-table::", "   :header-rows: 1", ""]
    for row in rows:
        for number, cell in enumerate(row):
            mark = "* -" if number == 0 else "  -"
            made.append(f"   {mark} {cell}".rstrip())
    return "\n".join(made)


def _indented(text: str) -> str:
    return "\n".join(f"   {line}" if line.strip() else "" for line in split_lines(text))
