"""A decision written as MADR 4: all facts in the front matter, all sections kept in their order."""

from __future__ import annotations

import json
import re
from functools import partial
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_front import remarks
from sphinx_archdoc.formats.adr_inline import targets
from sphinx_archdoc.formats.adr_labels import labels_of
from sphinx_archdoc.formats.adr_source import from_rest, slices, without, words
from sphinx_archdoc.formats.adr_title import read_title
from sphinx_archdoc.formats.adr_writing import escaped
from sphinx_archdoc.model.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_archdoc.formats.adr_labels import Labels
    from sphinx_archdoc.formats.adr_outline import Part
    from sphinx_archdoc.formats.adr_page import Block
    from sphinx_archdoc.formats.adr_reader import Adr
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record

#: MADR's names of the sections, for headings that are English.
_HEADINGS = {
    "context": "Context and Problem Statement",
    "drivers": "Decision Drivers",
    "options": "Considered Options",
    "decision": "Decision Outcome",
    "pros-and-cons": "Pros and Cons of the Options",
    "confirmation": "Confirmation",
    "more-information": "More Information",
}
_OPTIONS = {"deciders": "decision-makers"}
_PLAIN = re.compile(r"[A-Za-z0-9][\w .-]*\Z")
_DEEPEST = 6
#: What announces code in reST and is no text: two colons alone, behind a space, or one of two.
_LITERAL = re.compile(r"(?:(?<=\s)|\A)::\Z|:(?=\Z)")
#: A point for something: where there are such, a hyphen is one against.
_FOR = re.compile(r"^[ \t]*\+ ", re.MULTILINE)
_DEFINED = re.compile(r"^\.\. _([^:\n]+):[ \t]+(\S+)[ \t]*$", re.MULTILINE)


class Madr(NamedTuple):
    """A decision as MADR 4, and how many pieces of it had to stay as reST."""

    text: str
    kept: int = 0


def as_madr(adr: Adr, record: Record, kind: Kind, source: str) -> Madr:
    """Return a decision as a MADR 4 file; ``source`` is its text."""
    front = list(_front(adr, record, kind))
    labels = labels_of(kind)
    links = dict(_DEFINED.findall(source))
    known = words("\n".join(front))
    rest = adr.language == "rst"
    signed = _FOR.search(source) is not None
    body: list[str] = []
    kept, titled = 0, False
    for piece in slices(source.expandtabs(8) if rest else source, adr.parts, rest=rest):
        part = piece.part
        lines = piece.lines
        facts = part.role in ("top", "title", "fact")
        if facts:
            told = known | _labels_of(part, labels)
            lines = without(piece, partial(_is_fact, labels=labels), told)
            if part.role == "fact" and words("\n".join(lines)) <= told:
                continue
        if rest:
            render = partial(_rendered, adr=adr, links=links)
            lines, more = from_rest(piece._replace(lines=lines), render, known, signed=signed)
            kept += more
        if part.heading is not None and (part.role != "title" or titled):
            body += [f"{'#' * _level(part)} {_heading(part, links, rest=rest)}", ""]
        titled |= part.role == "title"
        if text := "\n".join(lines).strip("\n"):
            body += [text, ""]
    front += remarks(source)
    text = "\n".join(("---", *front, "---", "", f"# {_title(adr, record)}", "", *body))
    return Madr(re.sub(r"\n{3,}(?=#)", "\n\n", text).rstrip() + "\n", kept)


def _labels_of(part: Part, labels: Labels) -> set[str]:
    """Return the words by which the facts of a part are called."""
    found = set(words(part.title))
    for block in part.blocks:
        if block.kind in ("field", "option"):
            found |= words(block.label)
        elif block.kind == "row":
            found |= words(block.cells[0]) if block.cells else set()
        else:
            entries = labels.entries(block.text, block.line, item=block.kind == "item")
            found |= {word for entry in entries for word in words(entry.label)}
    return found


def _rendered(blocks: Sequence[Block], *, adr: Adr, links: Mapping[str, str]) -> str:
    return "\n".join(_blocks(blocks, adr, links))


def _title(adr: Adr, record: Record) -> str:
    """Return the heading: a title that begins like a number gets the number in front."""
    title = escaped(record.title, rest=False)
    if read_title(title)[0] == record.title:
        return title
    return f"{int(adr.name.digits or 0)}. {title}"


def _front(adr: Adr, record: Record, kind: Kind) -> Iterator[str]:
    yield f"id: {_scalar(record.id)}"
    for spec in kind.fields:
        value = getattr(record, spec.name)
        name = _OPTIONS.get(spec.name, spec.option)
        if value in (None, "", ()):
            continue
        if isinstance(value, tuple) and (not value or type(value) is tuple):
            items = ", ".join(_scalar(str(item)) for item in value)
            yield f"{name}: [{items}]"
        else:
            yield f"{name}: {_scalar(getattr(value, 'text', None) or str(value))}"
    taken = {"id", "title", *(spec.option for spec in kind.fields), *_OPTIONS.values()}
    for fact in adr.unread:
        if fact.where == "front matter" and fact.label.lower() not in taken:
            taken.add(fact.label.lower())
            yield f"{_scalar(fact.label)}: {_scalar(fact.text)}"


def _scalar(text: str) -> str:
    """Return a text as YAML: as it is where that is safe, else in quotes as JSON has them."""
    safe = _PLAIN.match(text) and text.lower() not in ("yes", "no", "true", "false", "null", "on")
    number = re.fullmatch(r"[\d.eE_-]+", text) and "-" not in text
    return (
        text
        if safe and not number and text == text.strip()
        else json.dumps(text, ensure_ascii=False)
    )


def _level(part: Part) -> int:
    if part.name == "consequences":
        return 3
    return min(max(part.level, 2), _DEEPEST)


def _heading(part: Part, links: Mapping[str, str], *, rest: bool) -> str:
    if part.name == "consequences" and part.title.isascii() and part.title.startswith("Conseq"):
        return "Consequences"
    wanted = _HEADINGS.get(part.name, "")
    if wanted and words(part.title) <= words(wanted):
        return wanted
    said = part.heading.text if part.heading else part.title
    return _inline(" ".join(said.split()), links) if rest else " ".join(said.split())


def _blocks(blocks: Sequence[Block], adr: Adr, links: Mapping[str, str]) -> Iterator[str]:
    before = ""
    for number, block in enumerate(blocks):
        if before and before != block.kind:
            yield ""
        before = block.kind
        if block.kind == "row":
            first = number == 0 or blocks[number - 1].kind != "row"
            yield (
                "| "
                + " | ".join(_inline(cell, links).replace("\n", " ") for cell in block.cells)
                + " |"
            )
            if first:
                yield "|" + " --- |" * len(block.cells)
        elif block.kind == "code":
            fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", block.text)), default=0))
            yield from (fence, *dedent(block.text).strip("\n").split("\n"), fence)
        elif block.kind == "item":
            mark = block.label or f"{'  ' * max(block.level - 1, 0)}*"
            lines = _inline(block.text, links).split("\n")
            yield f"{mark} {lines[0]}"
            yield from (f"{' ' * (len(mark) + 1)}{line}" for line in lines[1:])
        elif block.kind in ("field", "option"):
            yield f"* {block.label}: {_inline(block.text, links)}"
        else:
            code = number + 1 < len(blocks) and blocks[number + 1].kind == "code"
            text = _LITERAL.sub("", block.text) if code else block.text
            yield from (*_inline(text, links).split("\n"), "")
            before = ""
    yield ""


def _is_fact(block: Block, labels: Labels) -> bool:
    """Tell whether a block says nothing but facts that the front matter has."""
    if block.kind == "row":
        return bool(block.cells) and (not block.cells[0] or labels.find(block.cells[0]) is not None)
    if block.kind in ("field", "option"):
        return labels.find(block.label) is not None
    if block.kind not in ("item", "text"):
        return False
    entries = list(labels.entries(block.text, block.line, item=block.kind == "item"))
    return bool(entries) and all(entry.field is not None for entry in entries)


def _inline(text: str, names: Mapping[str, str]) -> str:
    """Return inline reST as Markdown: links and literals."""
    made, end = "", 0
    for link in targets(text):
        made += text[end : link.start].replace("``", "`")
        said = link.text or link.to
        to = names.get(said) or names.get(f"`{said}`", "") if link.role == "name" else link.to
        if to and link.role in ("", "doc", "name"):
            made += f"[{said}]({to})"
        elif link.role != "name":  # roles are reST's: their words stay, and what they lead to
            made += f"{said} ({link.to})" if link.text and link.to != link.text else said
        else:
            made += text[link.start : link.end]
        end = link.end
    return made + text[end:].replace("``", "`")


def ref_ids(record: Record, field: str) -> list[str]:
    """Return the ids that a field of a record refers to."""
    return [ref.id for ref in getattr(record, field, ()) if isinstance(ref, Ref)]
