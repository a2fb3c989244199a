"""Where a directive stands in a text, in reST or MyST, and the lines in it: nothing is parsed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class DirectiveBlock(NamedTuple):
    """The lines of a directive; ``above``: how many lines of the text are over them."""

    above: int
    lines: Sequence[str]


def directive_blocks(lines: Sequence[str], name: str) -> Iterator[DirectiveBlock]:
    """Yield the blocks of all directives of a name in a text."""
    rest = re.compile(rf"(?P<indent>\s*)\.\. {name}::")
    myst = re.compile(rf"\s*(?P<mark>`{{3,}}|~{{3,}}|:{{3,}})\{{{name}\}}")
    at = 0
    while at < len(lines):
        below, fence = rest.match(lines[at]), myst.match(lines[at])
        at += 1
        start = at
        if below:
            deep = len(below["indent"])
            while at < len(lines) and (not lines[at].strip() or _depth(lines[at]) > deep):
                at += 1
        elif fence:
            while at < len(lines) and not lines[at].strip().startswith(fence["mark"]):
                at += 1
        else:
            continue
        yield DirectiveBlock(start, lines[start:at])


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
