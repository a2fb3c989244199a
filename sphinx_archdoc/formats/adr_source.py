"""The text of a decision below its headings, as Markdown that says every word of it.

Markdown is taken over as it is written; only lines that the front matter says in full are left
out. Of reST each piece is written as Markdown where that keeps all of its words, else it stays as
a literal block of its source.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_front import split_front
from sphinx_archdoc.formats.adr_page import Block
from sphinx_archdoc.formats.adr_rest import read_rest
from sphinx_archdoc.formats.markdown_text import fence_for
from sphinx_archdoc.formats.rest_definitions import Definition, as_item, definitions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx_archdoc.formats.adr_outline import Part

_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_WORD = re.compile(r"\w+")
_ADORNED = re.compile(r"\s*([!-/:-@\[-`{-~])\1*\s*\Z")
_TARGET = re.compile(r"\.\. _(`[^`]+`|[^:`]+):\s+(\S+)\s*\Z")
_CODE = re.compile(r"\.\. (?:code-block|code|sourcecode|highlight)::[ \t]*(\S*)\s*\Z")
_NUMBER = re.compile(r"(\s*)\(?(\d+|#|[a-z])[.)]\s")
#: A label, which is a place, and the directive that makes a page a decision.
_NO_TEXT = re.compile(r"\.\. (?:_[^:]+:|(?:arch:)?adr::)\s*\Z")
_SIGN = re.compile(r"\s*[+-](?=\s)")
_NOTE = re.compile(
    r"\.\. (note|tip|hint|important|warning|attention|caution|danger|error)::(?=\s|\Z)"
)
_CAPTION = re.compile(r"\s+:caption:\s+(.*\S)\s*\Z")
_OPTION = re.compile(r"\s+:[\w-]+:(?:\s.*)?\Z")
_COMMENT = re.compile(r"\.\.(?:\s+(?![\w:+.-]+\s*::|_|\[|\|).*)?\Z")
_MARKUP = re.compile(
    r":[\w:+-]+:(?=`)|^\.\. list-table::|^ +:(?:header-rows|widths|align): .*$", re.MULTILINE
)


class Slice(NamedTuple):
    """The lines below one heading; ``line`` counts from 1 and is that of the first of them."""

    part: Part
    line: int
    lines: list[str]


def slices(text: str, parts: Sequence[Part], *, rest: bool) -> Iterator[Slice]:
    """Yield the lines below each heading of a text, in their order."""
    lines = text.split("\n")
    own = [part for part in parts if part.heading is not None]
    starts = [_first(lines, part, rest=rest) for part in own]
    ends = [*(start for start, _ in starts), len(lines)]
    head = next((part for part in parts if part.heading is None), None)
    begin = split_front(text)[1]
    if head is not None:
        yield Slice(head, begin + 1, lines[begin : ends[0]])
    for part, (_, below), end in zip(own, starts, ends[1:], strict=True):
        yield Slice(part, below + 1, lines[below:end])


def _first(lines: Sequence[str], part: Part, *, rest: bool) -> tuple[int, int]:
    """Return where a heading begins, and where what follows it does, counted from 0."""
    at = part.heading.line - 1 if part.heading else 0
    below = at + 1
    if not rest and lines[at].lstrip(" >-*").startswith("#"):
        return at, below
    if rest and at and _ADORNED.match(lines[at - 1]) and lines[at - 1].strip():
        return at - 1, at + 2
    while below < len(lines) and lines[below].strip() and not _ADORNED.match(lines[below]):
        below += 1
    found = below < len(lines) and bool(lines[below].strip())
    return at, below + 1 if found else at + 1


def words(text: str) -> set[str]:
    """Return the words of a text in small letters."""
    return set(_WORD.findall(text.replace("_", " ").casefold()))


def without(part: Slice, is_fact: Callable[[Block], bool], known: set[str]) -> list[str]:
    """Return the lines; those that hold facts of which all words are known are empty."""
    blocks = sorted(part.part.blocks, key=lambda block: block.line)
    last = part.line + len(part.lines)
    blocks = [block for block in blocks if part.line <= block.line < last]
    ends = [*(block.line for block in blocks[1:]), last][: len(blocks)]
    spans = [
        (block, block.line - part.line, end - part.line)
        for block, end in zip(blocks, ends, strict=True)
    ]
    gone: dict[int, str] = {}
    for group in _groups(spans):
        said = "\n".join("\n".join(part.lines[start:end]) for _, start, end in group)
        if all(is_fact(block) for block, _, _ in group) and words(said) <= known:
            for _, start, end in group:
                gone |= dict.fromkeys(range(start, end), "")
            gone[group[0][1]] = "\n".join(_REMARK.findall(said))
    return [gone.get(at, line) for at, line in enumerate(part.lines)]


def _groups(
    spans: Sequence[tuple[Block, int, int]],
) -> Iterator[list[tuple[Block, int, int]]]:
    """Yield blocks that stay or go together: the rows of a table, else each alone."""
    group: list[tuple[Block, int, int]] = []
    for span in spans:
        if group and not (span[0].kind == group[-1][0].kind == "row" and group[-1][2] == span[1]):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def from_rest(
    piece: Slice, render: Callable[[list[Block]], str], known: set[str], *, signed: bool
) -> tuple[list[str], int]:
    """Return pieces of reST as Markdown, and how many of them had to stay as they are.

    ``signed``: the bullets ``+`` and ``-`` are signs for and against, and stay.
    """
    made: list[str] = []
    lines, kept, at = piece.lines, 0, 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        end = _piece(lines, at)
        source = [line.rstrip() for line in lines[at:end]]
        if defined := definitions(source):
            items = [_item(entry, piece.part, render, known, signed=signed) for entry in defined]
            kept += sum(more for _, more in items)
            made += [*(text for text, _ in items), ""]
            at = end
            continue
        inside = [
            _marked(block, lines[block.line - piece.line], signed=signed)
            for block in piece.part.blocks
            if piece.line + at <= block.line < piece.line + end
            and (block.kind != "option" or lines[block.line - piece.line].strip())
        ]
        text = _as_markdown(source, partial(render, inside), known)
        if text is None:
            kept += 1
            text = _literal("\n".join(source), "rst")
        made += [text, ""]
        at = end
    return made, kept


def _item(
    entry: Definition,
    part: Part,
    render: Callable[[list[Block]], str],
    known: set[str],
    *,
    signed: bool,
) -> tuple[str, int]:
    """Return an entry of a definition list as Markdown, and how much of it stays as it is."""
    blocks = read_rest("\n".join(entry.lines)).blocks
    below = Slice(replace(part, blocks=[*blocks]), 1, entry.lines)
    lines, kept = from_rest(below, render, known, signed=signed)
    term = render([Block("text", entry.term, 1)]).strip()
    return as_item(term, "\n".join(lines).strip("\n")), kept


def _marked(block: Block, line: str, *, signed: bool) -> Block:
    """Return an item with its own number or sign and depth: they are text too."""
    sign = _SIGN.match(line) if signed and block.kind == "item" else None
    if sign:
        return block._replace(label=sign[0])
    mark = _NUMBER.match(line) if block.kind == "item" else None
    if mark is None:
        return block
    number = mark[2] if mark[2].isdigit() else "1"
    said = block.text if mark[2].isdigit() or mark[2] == "#" else f"{mark[2]}) {block.text}"
    return block._replace(label=f"{mark[1]}{number}.", text=said)


def _piece(lines: Sequence[str], at: int) -> int:
    """Return where a piece ends: at a blank line that nothing indented deeper follows."""
    end = at + 1
    indent = len(lines[at]) - len(lines[at].lstrip())
    explicit = lines[at].lstrip().startswith("..")
    while end < len(lines):
        line = lines[end]
        deeper = len(line) - len(line.lstrip()) > indent
        if line.strip() and not deeper and (not lines[end - 1].strip() or explicit):
            break
        end += 1
    return end


def _as_markdown(piece: Sequence[str], render: Callable[[], str], known: set[str]) -> str | None:
    first = piece[0]
    target, code = _TARGET.match(first), _CODE.match(first)
    body = "\n".join(piece[1:])
    if target and not body.strip():
        return f"[{target[1].strip('`')}]: <{target[2]}>"
    if _NO_TEXT.match(first) and not body.strip():
        return ""
    if code:
        inner = [line for line in piece[1:] if not _OPTION.match(line)]
        captions = [found[1] for line in piece[1:] if (found := _CAPTION.match(line))]
        return "\n\n".join([*captions, _literal(_dedented(inner), code[1])])
    if _COMMENT.match(first) or first.startswith(".. index::"):
        text = "\n".join(piece)[2:].strip()
        return f"<!-- {text} -->" if "--" not in text else None
    said = render().strip("\n")
    wanted = words(_MARKUP.sub("", "\n".join(piece)))
    note = _NOTE.match(first)
    if note:
        quoted = "\n".join(f"> {line}".rstrip() for line in said.split("\n"))
        said = f"> **{note[1].capitalize()}**\n>\n{quoted}"
    return said if wanted <= words(said) | known else None


def _literal(text: str, language: str) -> str:
    text = text.strip("\n")
    fence = fence_for(text, 3)
    return f"{fence}{language}\n{text}\n{fence}"


def _dedented(lines: Sequence[str]) -> str:
    depth = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[depth:] for line in lines)
