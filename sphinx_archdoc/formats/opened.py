"""A text that stands in one block of code: what is inside, on the lines where it was.

A diagram that is there already may be wrapped as it is, with the fence of Markdown or the directive
of reST round it.
"""

from __future__ import annotations

from textwrap import dedent
from typing import NamedTuple

from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.formats.flow_fences import fences


class Opened(NamedTuple):
    """What a text has to be read, on the lines where it was; ``lines`` (from 1) are the block's.

    ``language`` is that of the block, ``prose`` tells whether there is more around it.
    """

    text: str
    lines: frozenset[int] = frozenset()
    language: str = ""
    prose: bool = False


def open_block(text: str) -> Opened:
    """Return what the only block of a text holds; a text without one as it is."""
    lines = split_lines(text)
    blocks = fences(lines)
    if len(blocks) != 1 or lines[blocks[0].start].lstrip().startswith(":"):
        return Opened(text)
    block = blocks[0]
    around = (*lines[: block.start], *lines[block.end :])
    body = lines[block.first : block.last]
    inside = split_lines(dedent("\n".join(body))) if body else []
    return Opened(
        "\n".join([*[""] * block.first, *inside, *[""] * (len(lines) - block.last)]),
        frozenset(range(block.start + 1, block.end + 1)),
        block.language,
        any(line.strip() for line in around),
    )


def opened(text: str) -> str:
    """Return what a block holds, its marks as empty lines; a text with anything else as it is."""
    found = open_block(text)
    return text if found.prose else found.text
