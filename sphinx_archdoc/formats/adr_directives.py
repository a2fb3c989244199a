"""Decisions that are directives, found in the text of a page without parsing it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENED = re.compile(
    r"^[ \t>]*(?:(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?:arch:)?adr\}|\.\.[ \t]+(?:arch:)?adr::)[ \t]*(.*)$"
)
_OPTION = re.compile(r"[ \t>]*+:?([\w-]++):(.*)\Z")


class DirectiveFound(NamedTuple):
    """A decision in a text: what its directive says, and its line."""

    id: str
    title: str
    status: str
    line: int


def directives_in(text: str) -> Iterator[DirectiveFound]:
    """Yield the decisions that say their id; without one it follows from the title."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        opened = _OPENED.match(line)
        if opened is None:
            continue
        options: dict[str, str] = {}
        for below in lines[number + 1 :]:
            option = _OPTION.match(below)
            if option is None and below.strip(" \t>") != "---":
                break
            if option:
                options.setdefault(option[1], option[2].strip(" \t").strip("\"'"))
        title = opened[1].strip()
        yield DirectiveFound(
            options.get("id", "") or title, title, options.get("status", ""), number + 1
        )
