"""Small pieces of Markdown for the generated reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Longer lines of an example are cut.
WIDEST = 100
#: Facts of declarations that no docstring lists, because their name says it.
FACTS = {
    "type": "one of the types above",
    "help": "a sentence for the reference",
    "required": "a record without it is reported",
    "plural": "the name of several",
    "family": "`decision`, `element`, `risk`, `relation` or `other`",
    "fields": "the fields, by name",
    "title": "the name in headings and cards",
}


def code(words: Iterable[str]) -> str:
    """Return words as inline code, with commas between them."""
    return ", ".join(f"`{word}`" for word in words)


def table(head: Iterable[str], rows: Iterable[Iterable[str]], widths: str = "") -> str:
    """Return a Markdown table; paper needs the widths of columns with long words."""
    lines = [list(head), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    text = "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |"
        for line in lines
    )
    return f":::{{table}}\n:widths: {widths}\n\n{text}\n:::" if widths else text


def fence(text: str, lexer: str) -> str:
    """Return a Markdown code block that may hold other fences."""
    longest = max((len(found) for found in re.findall(r"`{3,}", text)), default=2)
    marks = "`" * (longest + 1)
    return f"{marks}{lexer}\n{text.rstrip()}\n{marks}"


def folded(line: str, text: str) -> str:
    """Return a text behind a line that opens it."""
    return f"::::{{folded}} {line}\n{text}\n::::"


def from_rest(text: str) -> str:
    """Return a docstring as Markdown: an indented block is code without the double colon."""
    return re.sub(r"^(\S.*)::$", r"\1:", text, flags=re.MULTILINE)


def visible(text: str) -> str:
    """Return a text with its control characters shown, and very long lines cut."""
    shown = "".join(
        char if char >= " " or char == "\n" else chr(0x2400 + ord(char)) for char in text
    )
    return "\n".join(
        line if len(line) <= WIDEST else f"{line[:WIDEST]}…" for line in shown.split("\n")
    )


def anchor_of(family: str, name: str) -> str:
    """Return the anchor of a section."""
    return f"{family}-{name.replace('_', '-')}"
