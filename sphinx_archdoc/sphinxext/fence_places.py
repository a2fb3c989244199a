"""Where the lines of a fence stand in the source file; parsers do not say it of all of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes


def place_of(node: nodes.Element, text: str) -> tuple[str, int]:
    """Return the source file of a node and the line before the first one of its ``text``.

    The place of the text in the file nearest to the line that the node has; that line itself when
    the text is not in the file (it was made by a directive, or stands in a file of its own).
    """
    source, near = _said(node)
    lines = [line.strip() for line in text.splitlines()]
    first = next((i for i, line in enumerate(lines) if line), None)
    if first is None or not source:
        return source, near
    wanted = lines[first : first + 20]
    whole = _lines(source)
    found = [
        start - first
        for start, line in enumerate(whole)
        if line == wanted[0] and whole[start : start + len(wanted)] == wanted
    ]
    if not found:
        return source, near
    return source, min(found, key=lambda start: abs(start - near))


def _said(node: nodes.Node | None) -> tuple[str, int]:
    while node is not None:
        if node.source and node.line:
            return node.source.partition(":<")[0], node.line
        node = node.parent
    return "", 0


def _lines(source: str) -> list[str]:
    """Return the lines of a file without the blanks at their ends; none if it cannot be read."""
    try:
        return _lines_of(source, Path(source).stat().st_mtime_ns)
    except (OSError, ValueError):
        return []


@lru_cache(maxsize=4)
def _lines_of(source: str, _changed: int) -> list[str]:
    text = Path(source).read_text(encoding="utf-8-sig", errors="replace")
    return [line.strip() for line in text.splitlines()]
