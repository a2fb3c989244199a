"""Lists of steps in a text: numbered and bullet items, below each other by indentation.

Both markup languages write lists so; a paragraph without an item goes to the item above. Emphasis
and literal marks are taken out, because a picture shows none.
"""

from __future__ import annotations

import re

from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.formats.steps import Step

_ITEM = re.compile(r"(?P<indent>\s*)(?P<mark>(?:\d{1,6}|#|[a-zA-Z])[.)]|[-*+•])\s+(?P<text>.*)")
_MARKS = re.compile(r"(\*{1,3}|_{2}|`{1,2})(?=\S)(.+?)(?<=\S)\1")
#: Deeper items count as items of this level.
_DEEPEST = 12
#: A longer line is no step.
_LONGEST = 2000


class _Open:
    """An item that may still get text and items below it."""

    def __init__(self, indent: int, line: int, text: str, *, bullet: bool) -> None:
        self.indent = indent
        self.line = line
        self.text = text
        self.bullet = bullet
        self.below: list[_Open] = []

    def step(self) -> Step:
        """Return the item with all below it."""
        parallel = bool(self.below) and self.below[0].bullet
        below = tuple(each.step() for each in self.below)
        return Step(_plain(self.text), self.line, below, parallel)


def read_step_lines(text: str) -> tuple[Step, ...]:
    """Return the items of the list in a text; nothing when there is none."""
    roots: list[_Open] = []
    stack: list[_Open] = []
    for number, line in enumerate(split_lines(text), 1):
        expanded = line[:_LONGEST].expandtabs(4)
        found = _ITEM.fullmatch(expanded.rstrip())
        if found:
            item = _Open(
                len(found["indent"]), number, found["text"], bullet=found["mark"] in "-*+•"
            )
            while stack and stack[-1].indent >= item.indent:
                stack.pop()
            del stack[_DEEPEST:]
            (stack[-1].below if stack else roots).append(item)
            stack.append(item)
        elif expanded.strip() and stack:
            stack[-1].text = f"{stack[-1].text} {expanded.strip()}"
    return tuple(item.step() for item in roots)


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub(r"\2", text[:_LONGEST]).split())
