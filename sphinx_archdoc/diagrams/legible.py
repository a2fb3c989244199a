"""How narrow a picture may be shown before its smallest words are hard to read."""

from __future__ import annotations

import re

#: The least size of a text on a page, in px.
LEAST_TEXT = 10.0
_SIZE = re.compile(r'font-size[=:]"?\s*([0-9.]+)')


def least_width(svg: str, width: float) -> float:
    """Return the width below which a picture is not shrunk but scrolled, in px.

    ``width`` is its width at 100 %.
    """
    return width * min(1.0, LEAST_TEXT / smallest_text(svg))


def smallest_text(svg: str) -> float:
    """Return the size of the smallest words of a picture, in px."""
    sizes = [float(size) for size in _SIZE.findall(svg)]
    return min((size for size in sizes if size > 0), default=LEAST_TEXT)
