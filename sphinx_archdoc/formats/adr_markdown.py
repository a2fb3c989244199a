"""Markdown as blocks, by markdown-it-py: block structure only, inline markup stays text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.formats.adr_front import split_front
from sphinx_archdoc.formats.adr_page import LONGEST, Block, Page

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINE = re.compile(r"</(?:p|li|tr|div|h[1-6])>|<br\s*/?>", re.IGNORECASE)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable("inline")


def read_markdown(text: str) -> Page:
    """Read a Markdown text (CommonMark and pipe tables), front matter included. Never raises."""
    text = text[:LONGEST]
    front, skipped, problems = split_front(text)
    body = "\n".join(text.split("\n")[skipped:])
    defined: dict[str, Any] = {}
    tokens = _parser().parse(body, defined)
    links = {
        name.lower(): str(link["href"]) for name, link in defined.get("references", {}).items()
    }
    walk = _Walk(skipped)
    blocks = (block for token in tokens if (block := walk.take(token)) is not None)
    return Page("md", tuple(blocks), front, links, tuple(problems))


@dataclass(slots=True)
class _Walk:
    """A walk over the tokens; what is open is noted, what ends becomes a block."""

    before: int
    depth: int = 0
    first_in_item: bool = False
    heading: int = 0
    cells: list[str] | None = None
    row_line: int = 0

    def take(self, token: Token) -> Block | None:
        """Take a token; return the block that it completes."""
        kind = token.type
        line = self.before + (token.map[0] if token.map else 0) + 1
        if kind == "inline":
            return self._text(_COMMENT.sub("", token.content).strip(), line)
        if kind in ("fence", "code_block"):
            return Block("code", token.content, line, self.depth)
        if kind == "html_block":
            text = without_html(token.content)
            return Block("text", text, line, self.depth) if text else None
        if kind == "tr_close" and self.cells is not None:
            cells, self.cells = tuple(self.cells), None
            return Block("row", "", self.row_line, self.depth, cells=cells)
        self._open(kind, token, line)
        return None

    def _open(self, kind: str, token: Token, line: int) -> None:
        if kind in ("bullet_list_open", "ordered_list_open"):
            self.depth += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.depth -= 1
        elif kind == "list_item_open":
            self.first_in_item = True
        elif kind == "heading_open":
            self.heading = int(token.tag[1])
        elif kind == "tr_open":
            self.cells, self.row_line = [], line

    def _text(self, content: str, line: int) -> Block | None:
        if self.cells is not None:
            self.cells.append(content)
            return None
        if self.heading:
            level, self.heading = self.heading, 0
            return Block("heading", content, line, level)
        if self.first_in_item:
            self.first_in_item = False
            return Block("item", content, line, self.depth)
        return Block("text", content, line, self.depth) if content else None


def without_html(source: str) -> str:
    """Return the text of a piece of HTML, without comments and tags, lines kept apart."""
    text = _TAG.sub("", _LINE.sub("\n", _COMMENT.sub("", source)))
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
