"""reStructuredText as blocks: a reader of lines that knows what decision records are made of.

Sections, paragraphs, lists, fields, grid, simple and list tables. docutils would need every
directive and role of the project it belongs to; here those are simply passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.adr_front import split_front
from sphinx_archdoc.formats.adr_page import LONGEST, Block, Page
from sphinx_archdoc.formats.adr_rest_tables import grid_rows, list_rows, simple_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADORNED = re.compile(r"([!-/:-@\[-`{-~])\1*\s*\Z")
_FIELD = re.compile(r":(?![ :])((?:[^:\\\n]|\\.|:(?!\s|$))+):(?:\s+(.*)|\s*)\Z")
_ITEM = re.compile(r"(\s*)(?:[-*+•]|\(?(?:\d+|#|[a-z])[.)])\s+(?=\S)")
_EXPLICIT = re.compile(r"\.\.(?:\s+(?P<rest>.*)|\s*)\Z")
_DIRECTIVE = re.compile(r"(?P<name>[\w:+.-]+)\s*::\s*(?P<argument>.*)\Z")
_LINK = re.compile(r"\s*\.\. _(`[^`]+`|[^:`]+):\s+(\S+)\s*\Z")
_GRID = re.compile(r"\s*\+[-=+]+\+\s*\Z")
_SIMPLE = re.compile(r"\s*=+(?:\s+=+)+\s*\Z")
#: Directives whose content is text of the page.
_SHOWN = frozenset(
    [
        "note",
        "admonition",
        "tip",
        "hint",
        "important",
        "warning",
        "attention",
        "caution",
        "danger",
        "error",
        "topic",
        "sidebar",
        "rubric",
        "container",
        "rst-class",
        "compound",
        "epigraph",
    ]
)
#: An adornment shorter than its title still counts from here on (docutils' own limit).
_SHORTEST = 4


def read_rest(text: str) -> Page:
    """Read a reST text. Never raises."""
    text = text[:LONGEST].expandtabs(8)
    front, skipped, problems = split_front(text)
    lines = [line.rstrip() for line in text.split("\n")]
    lines[:skipped] = [""] * skipped
    links = {
        " ".join(found[1].strip("`").split()).lower(): found[2]
        for found in map(_LINK.match, lines)
        if found
    }
    return Page("rst", tuple(_Scanner(lines).blocks()), front, links, tuple(problems))


@dataclass(slots=True)
class _Scanner:
    """Walks over the lines; ``at`` is the next one, counted from 0."""

    lines: list[str]
    at: int = 0
    styles: list[tuple[str, bool]] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            start = self.at
            if not line.strip():
                self.at += 1
                continue
            heading = self._heading()
            if heading is not None:
                yield heading
                continue
            explicit = _EXPLICIT.match(line.lstrip())
            if explicit is not None:
                yield from self._explicit(explicit["rest"] or "")
            elif _GRID.match(line):
                yield from self._table(grid_rows, self._paragraph_lines())
            elif _SIMPLE.match(line):
                yield from self._table(simple_rows, self._simple_table_lines())
            elif _FIELD.match(line.strip()):
                yield self._field()
            elif _ITEM.match(line):
                yield self._item()
            else:
                yield from self._text()
            if self.at == start:  # nothing fits: the line is text
                self.at += 1

    def _line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def _heading(self) -> Block | None:
        first, second, third = (self._line(self.at + n) for n in range(3))
        start = self.at
        over = _ADORNED.match(first)
        if (
            over
            and second.strip()
            and third.strip() == first.strip()
            and not _ADORNED.match(second)
        ):
            self.at += 3
            return self._titled(second.strip(), over[1], True, start + 2)
        under = _ADORNED.match(second)
        if over or not under or first.startswith(" ") or not second:
            return None
        length = len(second.strip())
        if length < len(first) and length < _SHORTEST:
            return None
        self.at += 2
        return self._titled(first.strip(), under[1], False, start + 1)

    def _titled(self, title: str, char: str, over: bool, line: int) -> Block:
        style = (char, over)
        if style not in self.styles:
            self.styles.append(style)
        return Block("heading", title, line, self.styles.index(style) + 1)

    def _indent(self, number: int) -> int:
        line = self._line(number)
        return len(line) - len(line.lstrip())

    def _indented(self, more_than: int) -> list[str]:
        """Take the lines indented deeper, blank ones between them included."""
        taken: list[str] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and self._indent(self.at) <= more_than:
                break
            taken.append(line)
            self.at += 1
        while taken and not taken[-1].strip():
            taken.pop()
            self.at -= 1
        return taken

    def _explicit(self, rest: str) -> Iterator[Block]:
        indent, line = self._indent(self.at), self.at + 1
        self.at += 1
        content = self._indented(indent)
        directive = _DIRECTIVE.match(rest)
        name = directive["name"].rpartition(":")[2] if directive else ""
        if name == "list-table":
            for offset, cells in list_rows(content):
                yield Block("row", "", line + 1 + offset, cells=cells)
        elif name == "adr" and directive and not directive["argument"]:
            yield from _options(content, line)
        elif name in _SHOWN and directive:
            inner = _Scanner([text.strip() and text for text in _dedented(content)])
            if directive["argument"]:
                yield Block("text", directive["argument"], line)
            for block in inner.blocks():
                if block.kind != "heading":
                    yield block._replace(line=block.line + line)

    def _table(self, read: object, taken: list[str]) -> Iterator[Block]:
        line = self.at - len(taken) + 1
        for offset, cells in read(taken):  # type: ignore[operator] # one of two functions above
            yield Block("row", "", line + offset, cells=cells)

    def _paragraph_lines(self) -> list[str]:
        start = self.at
        while self._line(self.at).strip():
            self.at += 1
        return self.lines[start : self.at]

    def _simple_table_lines(self) -> list[str]:
        # Blank lines may stand in it; it ends with a border that a blank line follows.
        start = self.at
        borders = 0
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if _SIMPLE.match(line):
                borders += 1
                if borders > 1 and not self._line(self.at).strip():
                    break
        return self.lines[start : self.at]

    def _field(self) -> Block:
        line = self.at + 1
        indent = self._indent(self.at)
        match = _FIELD.match(self.lines[self.at].strip())
        label, text = (match[1], match[2] or "") if match else ("", "")
        self.at += 1
        more = [part.strip() for part in self._indented(indent)]
        return Block("field", "\n".join([text, *more]).strip(), line, label=label)

    def _item(self) -> Block:
        line = self.at + 1
        match = _ITEM.match(self.lines[self.at])
        indent = len(match[1]) if match else 0
        text = [self.lines[self.at][match.end() :] if match else self.lines[self.at]]
        self.at += 1
        while self._line(self.at).strip() and self._indent(self.at) > indent:
            if _ITEM.match(self.lines[self.at]):
                break
            text.append(self.lines[self.at].strip())
            self.at += 1
        return Block("item", "\n".join(text), line, indent // 2 + 1)

    def _text(self) -> Iterator[Block]:
        line, indent = self.at + 1, self._indent(self.at)
        taken: list[str] = []
        while self._line(self.at).strip() and not (taken and self._heading_here()):
            taken.append(self.lines[self.at].strip().removeprefix("| "))
            self.at += 1
        if not taken:
            return
        yield Block("text", "\n".join(taken), line)
        if taken[-1].endswith("::"):
            literal = self._indented(indent)
            if any(part.strip() for part in literal):
                yield Block("code", "\n".join(literal), line + len(taken))

    def _heading_here(self) -> bool:
        here = self.at
        found = self._heading() is not None
        self.at = here
        return found


def _options(content: list[str], line: int) -> Iterator[Block]:
    """Yield the options of a directive that makes its page a decision."""
    for number, text in enumerate(content, line + 1):
        found = _FIELD.match(text.strip())
        if found is None:
            return
        yield Block("option", found[2] or "", number, label=found[1])


def _dedented(lines: list[str]) -> list[str]:
    depth = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[depth:] for line in lines]
