"""Inline markup as plain data: what a cell or a line says, with its styles and links."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Span(NamedTuple):
    """A run of text in one style.

    ``styles`` are ``strong``, ``emphasis``, ``literal``, outermost first. ``uri`` is a link target;
    ``xref`` holds the attributes of a cross-reference that is resolved later.
    """

    text: str
    styles: tuple[str, ...] = ()
    uri: str = ""
    xref: tuple[tuple[str, str], ...] = ()


#: Plain text where there is no markup, else spans.
Inline: TypeAlias = str | tuple[Span, ...]


def plain(value: Inline) -> str:
    """Return the text without its markup."""
    return value if isinstance(value, str) else "".join(span.text for span in value)
