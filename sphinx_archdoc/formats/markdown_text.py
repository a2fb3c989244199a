"""Text as Markdown that says just this text: no markup, no HTML, no link comes into being."""

from __future__ import annotations

import re

#: What would be markup anywhere in a line.
_MARKUP = re.compile(r"[\\`*_\[\]<>|&]")
#: What would make a line a heading, an item, a rule, code, or the one above it a heading.
_START = re.compile(
    r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|[+-](?:\s|$)|-[-\s]*$|=+\s*$|~~~))"
)
#: Signs that would end an address.
_NOT_IN_ADDRESS = str.maketrans({"<": "%3C", ">": "%3E", "\\": "%5C", " ": "%20", "\n": "%0A"})


def escape(text: str) -> str:
    """Return a text as one line of Markdown."""
    return escape_start(escape_inline(" ".join(text.split())))


def escape_inline(text: str) -> str:
    """Return a text for the middle of a line."""
    return _MARKUP.sub(r"\\\g<0>", text)


def escape_start(line: str) -> str:
    """Return a line of Markdown that is a line of text, whatever it begins with."""
    return _START.sub(r"\1\\", line)


def code_span(text: str) -> str:
    """Return a text as code within a line."""
    fence = fence_for(text, 1)
    room = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{room}{text}{room}{fence}"


def fence_for(text: str, least: int) -> str:
    """Return so many backticks that none in a text end it."""
    return "`" * max(least, 1 + max(map(len, re.findall("`+", text)), default=0))


def link(text: str, address: str) -> str:
    """Return a link; ``text`` is Markdown already."""
    return f"[{text}](<{address.translate(_NOT_IN_ADDRESS)}>)"
