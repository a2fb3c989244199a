"""Walk through the text of a Mermaid flowchart: brackets, quotes and arrows."""

from __future__ import annotations

import re
from typing import Literal

from sphinx_archdoc.formats.collecting import shown
from sphinx_archdoc.formats.mermaid_flowchart_parts import (
    ARROW,
    EDGE_ID,
    INVISIBLE,
    PIPE,
    TEXT_ARROWS,
    Arrow,
    arrow,
)

BLANKS = re.compile(r"[ \t]*")


class Wrong(Exception):  # noqa: N818 - ends the reading, never leaves the readers
    """The text breaks the grammar here."""


class Beyond(Exception):  # noqa: N818 - ends the reading, never leaves the readers
    """The text is right, but our pictures cannot show it."""


class Scanner:
    r"""Walks through a text whose line ends are all ``\n``; ``at`` is the place reached."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def line(self) -> int:
        """Return the line of the place reached, from 1."""
        return self.text.count("\n", 0, self.at) + 1

    def take(self, form: re.Pattern[str]) -> re.Match[str] | None:
        """Take what a pattern matches here."""
        found = form.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def here(self) -> str:
        """Return the rest of the line for a message."""
        end = self.text.find("\n", self.at)
        rest = self.text[self.at : end if end >= 0 else None]
        return shown(rest, 40) if rest.strip() else "the end of the line"

    def until(self, closings: tuple[str, ...]) -> str:
        """Take a text in quotes or as it is, and the closing bracket."""
        self.take(BLANKS)
        if self.text.startswith('"', self.at):
            self.at += 1
            text = self.quoted()
            self.take(BLANKS)
            closing = next((c for c in closings if self.text.startswith(c, self.at)), "")
            if not closing:
                raise Wrong(f"expected {closings[0]!r} after the quoted text, found {self.here()}")
            self.at += len(closing)
            return text
        end = self.text.find("\n", self.at)
        end = end if end >= 0 else len(self.text)
        places = [(p, c) for c in closings if (p := self.text.find(c, self.at, end)) >= 0]
        if not places:
            raise Wrong(f"the bracket is not closed by {closings[0]!r}: {self.here()}")
        place, closing = min(places)
        text = self.text[self.at : place]
        self.at = place + len(closing)
        return text

    def quoted(self) -> str:
        """Take all up to the closing quote."""
        end = self.text.find('"', self.at)
        if end < 0:
            raise Wrong("a quote is not closed")
        text, self.at = self.text[self.at : end], end + 1
        return text

    def link(self) -> Arrow | Literal["nothing", "invisible"]:
        """Take a line between boxes, with its text; ``nothing`` when none begins here."""
        self.take(BLANKS)
        self.take(EDGE_ID)
        if self.take(INVISIBLE):
            return "invisible"
        found = self.take(ARROW)
        if found:
            text = self.until(("|",)) if self.take(PIPE) else ""
            head = found[3] or found[4] or found[5] or ""
            return arrow(found[2], head, found[1], text)
        for begins, ends in TEXT_ARROWS:
            if opened := self.take(begins):
                return self._with_text(opened[1], ends)
        return "nothing"

    def _with_text(self, tail: str, ends: re.Pattern[str]) -> Arrow:
        start = self.at
        self.take(BLANKS)
        if self.text.startswith('"', self.at):
            self.at += 1
            self.quoted()
        line_end = self.text.find("\n", self.at)
        closed = ends.search(self.text, self.at, line_end if line_end >= 0 else len(self.text))
        if not closed:
            self.at = start
            raise Wrong(f"expected an arrow after the text of the line, found {self.here()}")
        text = self.text[start : closed.start()].strip()
        self.at = closed.end()
        return arrow(closed[1], closed[2], tail, text.strip('"'))
