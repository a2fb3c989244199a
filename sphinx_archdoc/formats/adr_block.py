"""The text of a decision that is a directive on a page: what stands in it, as a page of its own."""

from __future__ import annotations

import re
from textwrap import dedent

from sphinx_archdoc.formats.adr_block_parts import with_headings

_FENCE = re.compile(r"(?P<in>[ \t>]*)(?P<marks>`{3,}|~{3,}|:{3,})[ \t]*\{[\w:+.-]+\}")
_DIRECTIVE = re.compile(r"(?P<in>[ \t]*)\.\.[ \t]+[\w:+.-]+::")
_OPTION = re.compile(r"[ \t]*:[\w-]+:(?:\s|\Z)")


def page_of_block(text: str, line: int, title: str, *, rest: bool) -> str:
    """Return what a directive holds, with its title as a heading; just that where there is none.

    ``line`` is that of the directive, counted from 1.
    """
    lines = text.split("\n")
    at = line - 1
    opened = lines[at] if 0 <= at < len(lines) else ""
    found = (_DIRECTIVE if rest else _FENCE).match(opened)
    body: list[str] = []
    if found:
        body = (
            _without_head(_indented(lines, at, found))
            if rest
            else _without_options(_fenced(lines, at, found))
        )
    heading = f"{title}\n{'=' * max(len(title) * 2, 4)}" if rest else f"# {title}"
    text = with_headings(dedent("\n".join(body)).strip(), rest=rest)
    return f"{heading}\n\n{text}\n"


def _fenced(lines: list[str], at: int, opened: re.Match[str]) -> list[str]:
    marks = opened["marks"]
    end = re.compile(rf"[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*\Z")
    depth = len(opened["in"])
    body = []
    for line in lines[at + 1 :]:
        if end.match(line):
            break
        body.append(line[depth:] if not line[:depth].strip(" \t>") else line)
    return body


def _indented(lines: list[str], at: int, opened: re.Match[str]) -> list[str]:
    depth = len(opened["in"])
    body = []
    for line in lines[at + 1 :]:
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            break
        body.append(line)
    return body


def _without_head(body: list[str]) -> list[str]:
    """Leave out what reST takes for the title and the options: all lines up to an empty one."""
    end = next((number for number, line in enumerate(body) if not line.strip()), len(body))
    return body[end:]


def _without_options(body: list[str]) -> list[str]:
    """Leave out the options of MyST, in either of their two forms."""
    if body and body[0].strip() == "---":
        end = next((n for n, line in enumerate(body[1:], 1) if line.strip() == "---"), 0)
        return body[end + 1 :]
    end = next((n for n, line in enumerate(body) if not _OPTION.match(line)), len(body))
    return body[end:]
