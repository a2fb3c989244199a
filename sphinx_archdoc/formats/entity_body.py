"""Read the text of an ``entity``: bullets, or the diagram of it that stands there already.

In both the lines may stand in a block of code, as documents often have them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from sphinx_archdoc.diagrams.entity.data import Column, EntityText
from sphinx_archdoc.formats import mermaid_er, plantuml_er
from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.formats.entity_bullets import read_bullets
from sphinx_archdoc.formats.entity_reading import text_of
from sphinx_archdoc.model.body import ReadBody
from sphinx_archdoc.model.findings import Problem

_FENCE = re.compile(r"\s*(?P<mark>`{3,}|~{3,})\s*\{?(?P<language>[\w-]*)[^`]*")
_DIRECTIVE = re.compile(
    r"\s*\.\.\s+(?P<name>code-block|code|mermaid|uml|parsed-literal)::\s*(?P<language>[\w-]*).*|\s*::\s*"
)
#: The first line of a block of bullets: ``Order item``, ``Order:``.
_NAME = re.compile(r"([^\W\d][\w.$-]{0,99}(?: [\w.$-]{1,99}){0,2}) ?:?")
_BULLET = re.compile(r"[-*+•–]\s")
#: How a text begins that is a diagram as a whole.
_DIAGRAMS = ("erDiagram", "---", "%%", "@startuml", "entity ", "hide ", "!theme")
#: Bullets in blocks of other languages are something else (YAML).
_PLAIN = ("", "text", "txt", "none", "plain", "plaintext", "md", "markdown", "code-block", "code")


class _Block(NamedTuple):
    """Lines of code: the first and the end with the marks round them, those inside (from 0)."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    language: str


def read_body(text: str) -> ReadBody:
    """Return the :class:`EntityText` of a text; what is prose stays out of its lines."""
    lines = split_lines(text)
    if text.lstrip().startswith(_DIAGRAMS) and _is_diagram(text):
        return _diagram(text, 0, frozenset(range(1, len(lines) + 1)))
    parts: list[ReadBody] = []
    outside = list(lines)
    for block in _blocks(lines):
        inner = "\n".join(lines[block.inner_start : block.inner_end])
        taken = frozenset(range(block.start + 1, block.end + 1))
        read = ReadBody()
        if _is_diagram(inner):
            read = _diagram(inner, block.inner_start, taken)
        elif block.language in _PLAIN:
            read = _bullets(inner, block.inner_start)
            read = _bare_lines(inner) if read.data is None and not read.problems else read
            read = replace(read, title=_name_above(inner))
        parts.append(replace(read, lines=taken) if read.data is not None else read)
        outside[block.start : block.end] = [""] * (block.end - block.start)
    parts.insert(0, _bullets("\n".join(outside)))
    return _joined(parts)


def _is_diagram(text: str) -> bool:
    return mermaid_er.looks_like_er(text) or plantuml_er.looks_like_er(text)


def _name_above(text: str) -> str:
    """Return the name that stands alone above the bullets of a block."""
    name, _, below = text.strip().partition("\n")
    found = _NAME.fullmatch(name.strip())
    return found[1] if found and _BULLET.match(below.lstrip()) else ""


def _bullets(text: str, offset: int = 0) -> ReadBody:
    """Read bullets; ``offset`` is how many lines stand above them."""
    read = read_bullets(text)
    problems = _moved(read.problems, offset)
    data = read.text.moved(offset) if read.lines else None
    return ReadBody(data=data, lines=read.lines, problems=problems)


def _bare_lines(text: str) -> ReadBody:
    """Read lines of code as if each had a bullet, where every line is a column and one is a key.

    Without a key they may be an example: `id: 7`, `name: Ann`.
    """
    lines = [line.strip() for line in split_lines(text)]
    read = read_bullets("\n".join(f"- {line}" if line else "" for line in lines))
    whole = read.lines == {number for number, line in enumerate(lines, 1) if line}
    if whole and not read.problems and any(column.keys for column in read.text.columns):
        return ReadBody(data=read.text, lines=read.lines)
    return ReadBody()


def _moved(problems: tuple[Problem, ...], offset: int) -> tuple[Problem, ...]:
    return tuple(Problem(p.code, p.message, p.line + offset) for p in problems)


def _joined(parts: list[ReadBody]) -> ReadBody:
    """Return several parts of one text as one."""
    texts: list[EntityText] = [part.data for part in parts if part.data is not None]
    problems = tuple(problem for part in parts for problem in part.problems)
    if not texts:
        return ReadBody(problems=problems)
    return ReadBody(
        data=EntityText(
            columns=tuple(_columns(texts).values()),
            indexes=tuple(index for text in texts for index in text.indexes),
            relations=tuple(relation for text in texts for relation in text.relations),
            notes=tuple(note for text in texts for note in text.notes),
        ),
        lines=frozenset().union(*(part.lines for part in parts)),
        problems=problems,
        title=next((part.title for part in parts if part.title), ""),
    )


def _columns(texts: list[EntityText]) -> dict[str, Column]:
    columns: dict[str, Column] = {}
    for column in (column for text in texts for column in text.columns):
        columns.setdefault(column.name, column)
    return columns


def _diagram(text: str, offset: int, lines: frozenset[int]) -> ReadBody:
    """Read a diagram; it is about the first entity in it that has columns, or the first at all."""
    mermaid = mermaid_er.looks_like_er(text)
    read = mermaid_er.read_er(text) if mermaid else plantuml_er.read_er(text)
    problems = _moved(read.problems, offset)
    if not read.graph.entities:
        return ReadBody(problems=problems)
    entities = read.graph.entities
    entity = next((e for e in entities if e.columns), entities[0])
    data = text_of(entity, read.graph, alone=True).moved(offset)
    return ReadBody(data=data, lines=lines, problems=problems)


def _blocks(lines: list[str]) -> list[_Block]:
    """Return the blocks of code: fences of Markdown, and what reST indents below its marks."""
    found: list[_Block] = []
    at = 0
    while at < len(lines):
        fence, directive = _FENCE.fullmatch(lines[at]), _DIRECTIVE.fullmatch(lines[at])
        if fence:
            block = _fenced(lines, at, fence["mark"], fence["language"].casefold())
        elif directive:
            block = _indented(lines, at, (directive["language"] or "").casefold())
        else:
            at += 1
            continue
        found.append(block)
        at = max(block.end, at + 1)
    return found


def _fenced(lines: list[str], at: int, mark: str, language: str) -> _Block:
    closing = re.compile(rf"\s*{re.escape(mark[0])}{{{len(mark)},}}\s*")
    end = next((i for i in range(at + 1, len(lines)) if closing.fullmatch(lines[i])), len(lines))
    return _Block(at, min(end + 1, len(lines)), at + 1, end, language)


def _indented(lines: list[str], at: int, language: str) -> _Block:
    depth = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and (
        not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth
    ):
        end += 1
    while end > at + 1 and not lines[end - 1].strip():
        end -= 1
    return _Block(at, end, at + 1, end, language)
