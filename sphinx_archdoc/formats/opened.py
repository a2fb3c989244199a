"""A text that stands in one block of code: what is inside, on the lines where it was.

A diagram that is there already may be wrapped as it is, with the fence of Markdown or the directive
of reST round it.
"""

from __future__ import annotations

from textwrap import dedent

from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.formats.flow_fences import fences


def opened(text: str) -> str:
    """Return what a block holds, its marks as empty lines; a text with anything else as it is."""
    lines = split_lines(text)
    blocks = fences(lines)
    if len(blocks) != 1 or lines[blocks[0].start].lstrip().startswith(":"):
        return text
    block = blocks[0]
    around = (*lines[: block.start], *lines[block.end :])
    if any(line.strip() for line in around):
        return text
    inside = split_lines(dedent("\n".join(lines[block.first : block.last])))
    return "\n".join([*[""] * block.first, *inside, *[""] * (len(lines) - block.last)])
