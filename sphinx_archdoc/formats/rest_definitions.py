"""Definition lists of reST: a term, and indented below it what is said of it."""

from __future__ import annotations

import re
from textwrap import dedent, indent
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What begins like this is a list, a field, a directive, a line block, a table or a doctest.
NO_TERM = re.compile(r"[-*+•] |\(?(?:\d+|#|[a-zA-Z])[.)] |:[^:]+:|\.\.(?: |\Z)|[|>+]|=+ |__ ")
#: A list, code, a table or a quotation, which cannot go on in the line of its term.
_OWN_LINES = re.compile(r"[*>|#]|\d+\. |```")
_CLASSIFIER = " : "


class Definition(NamedTuple):
    """A term as it is written, and the lines below it without their indentation."""

    term: str
    lines: list[str]


def definitions(piece: Sequence[str]) -> list[Definition]:
    """Return the entries of a definition list; none where the lines are anything else."""
    depth = len(piece[0]) - len(piece[0].lstrip())
    found: list[Definition] = []
    for at, line in enumerate(piece):
        if not line.strip() or len(line) - len(line.lstrip()) > depth:
            if found:
                found[-1].lines.append(line)
            continue
        term = line.strip()
        below = piece[at + 1] if at + 1 < len(piece) else ""
        deeper = below.strip() and len(below) - len(below.lstrip()) > depth
        if not deeper or term.endswith("::") or NO_TERM.match(term):
            return []
        found.append(Definition(term, []))
    return [
        Definition(entry.term, dedent("\n".join(entry.lines)).strip("\n").split("\n"))
        for entry in found
    ]


def as_item(term: str, text: str) -> str:
    """Return Markdown that looks like it everywhere: an item that begins with the term."""
    name, *classifiers = term.split(_CLASSIFIER)
    head = name if re.search(r"[*`]", name) else f"**{name}**"
    head += f" ({', '.join(classifiers)})" if classifiers else ""
    first, _, more = text.partition("\n")
    if _OWN_LINES.match(first):
        first, more = "", f"\n{text}"
    return f"* {head}: {first}".rstrip() + (f"\n{indent(more, '  ')}" if more else "")
