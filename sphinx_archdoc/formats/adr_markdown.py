"""Markdown as blocks, by markdown-it-py: block structure only, inline markup stays text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.formats.adr_front import split_front
from sphinx_archdoc.formats.adr_page import LONGEST, Block, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    return Page("md", tuple(_blocks(tokens, skipped)), front, links, tuple(problems))


def _blocks(tokens: list[Token], before: int) -> Iterator[Block]:
    depth = 0
    first_in_item = False
    cells: list[str] | None = None
    heading = row_line = 0
    for token in tokens:
        kind = token.type
        line = before + (token.map[0] if token.map else 0) + 1
        if kind in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif kind == "list_item_open":
            first_in_item = True
        elif kind == "heading_open":
            heading = int(token.tag[1])
        elif kind == "tr_open":
            cells, row_line = [], line
        elif kind == "tr_close" and cells is not None:
            yield Block("row", "", row_line, depth, cells=tuple(cells))
            cells = None
        elif kind in ("fence", "code_block"):
            yield Block("code", token.content, line, depth)
        elif kind == "html_block":
            text = without_html(token.content)
            if text:
                yield Block("text", text, line, depth)
        elif kind == "inline":
            content = _COMMENT.sub("", token.content).strip()
            if cells is not None:
                cells.append(content)
            elif heading:
                yield Block("heading", content, line, heading)
                heading = 0
            elif first_in_item:
                yield Block("item", content, line, depth)
                first_in_item = False
            elif content:
                yield Block("text", content, line, depth)


def without_html(source: str) -> str:
    """Return the text of a piece of HTML, without comments and tags, lines kept apart."""
    text = _TAG.sub("", _LINE.sub("\n", _COMMENT.sub("", source)))
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
