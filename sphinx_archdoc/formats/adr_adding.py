"""A status for a decision that has none, in the form of its folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.adr_writing import link

if TYPE_CHECKING:
    from sphinx_archdoc.formats.adr_house import House
    from sphinx_archdoc.formats.adr_reader import Adr

_ITEM = re.compile(r"(?P<mark>[-*+]\s+)(?P<strong>\*\*)?\S")
_FENCE = "---"


def with_status(text: str, adr: Adr, house: House, successor: tuple[str, str], id_: str) -> str:
    """Return the text of a decision without a status with "superseded by"; all else stays."""
    lines = text.split("\n")
    rest = adr.language == "rst"
    said = f"{house.words.superseded_by} {link(successor, rest=rest)}"
    front = lines[0].strip() == _FENCE and _FENCE in [line.strip() for line in lines[1:]]
    if not rest and (front or house.status_in == "front matter"):
        status = f'status: "{house.words.superseded_by.lower()} {id_}"'
        if not front:
            return "\n".join([_FENCE, status, _FENCE, "", *lines])
        end = next(at for at, line in enumerate(lines[1:], 1) if line.strip() == _FENCE)
        return "\n".join([*lines[:end], status, *lines[end:]])
    at = _below_title(lines, adr)
    if rest and house.status_in != "heading":
        added = [f":Status: {said}"]
        if at < len(lines) and lines[at].startswith(":"):
            return "\n".join([*lines[:at], *added, *lines[at:]])
    elif house.status_in in ("list", "table", "field"):
        item = _ITEM.match(lines[at]) if at < len(lines) else None
        label = "**Status:**" if item and item["strong"] else "Status:"
        added = [f"{item['mark'] if item else '* '}{label} {said[:1].lower()}{said[1:]}"]
        if item:
            return "\n".join([*lines[:at], *added, *lines[at:]])
    elif house.status_in == "line":
        added = [f"**Status:** {said}"]
    else:
        return _section(lines, adr, said)
    return "\n".join([*lines[:at], *added, "", *lines[at:]])


def _below_title(lines: list[str], adr: Adr) -> int:
    """Return the number of the first line with text below the title."""
    heading = next((part.heading for part in adr.parts if part.role == "title"), None)
    at = heading.line if heading else 0
    underline = re.compile(r"([^\w\s])\1{2,}\s*\Z")
    while at < len(lines) and (not lines[at].strip() or underline.match(lines[at])):
        at += 1
    return at


def _section(lines: list[str], adr: Adr, said: str) -> str:
    """Put a section *Status* before the first section, with the marks that this one has."""
    first = next(
        (part.heading for part in adr.parts if part.heading and part.role != "title"), None
    )
    at = first.line - 1 if first else _below_title(lines, adr)
    if adr.language == "rst":
        mark = next((line[0] for line in lines[at + 1 : at + 2] if line.strip()), "-")
        added = ["Status", (mark if first and not mark.isalnum() else "-") * 6, "", said, ""]
    else:
        level = first.level if first else 2
        added = [f"{'#' * max(level, 2)} Status", "", said, ""]
    return "\n".join([*lines[:at], *added, *lines[at:]])
