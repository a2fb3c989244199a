"""A decision written as MADR 4: all facts in the front matter, all sections kept in their order."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.adr_inline import plain, targets
from sphinx_archdoc.formats.adr_labels import Labels
from sphinx_archdoc.formats.adr_title import read_title
from sphinx_archdoc.model.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def as_madr(adr: Adr, record: Record, kind: Kind) -> str:
    """Return a decision as a MADR 4 file."""
    front = ["---", *_front(adr, record, kind), "---", ""]
    body = [f"# {_title(adr, record)}", ""]
    labels = Labels(kind)
    for part in adr.parts:
        if part.role == "contents" or (part.role == "fact" and not _keeps(adr, part)):
            continue
        if part.heading is not None and part.role != "title":
            body += [f"{'#' * _level(part)} {_heading(part)}", ""]
        body += _blocks(part.blocks, adr, labels if part.role in ("top", "title") else None)
    return "\n".join((*front, *body)).rstrip() + "\n"


def _title(adr: Adr, record: Record) -> str:
    """Return the heading: a title that begins like a number gets the number in front."""
    if read_title(record.title)[0] == record.title:
        return record.title
    return f"{int(adr.name.digits or 0)}. {record.title}"


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


def _keeps(adr: Adr, part: Part) -> bool:
    """Tell whether a section about a fact says more than the front matter does."""
    said = plain(" ".join(block.text for block in part.blocks)).strip(" .")
    if part.name == "status":
        return adr.status is not None and said != adr.status.word.text.strip(" .")
    return part.name not in adr.facts


def _level(part: Part) -> int:
    if part.name == "consequences":
        return 3
    return min(max(part.level, 2), _DEEPEST)


def _heading(part: Part) -> str:
    if part.name == "consequences" and part.title.isascii() and part.title.startswith("Conseq"):
        return "Consequences"
    wanted = _HEADINGS.get(part.name, "")
    english = wanted and set(part.title.lower().split()) & set(wanted.lower().split())
    return wanted if english else part.title


def _blocks(blocks: Sequence[Block], adr: Adr, labels: Labels | None) -> Iterator[str]:
    rest = adr.language == "rst"
    before = ""
    for number, block in enumerate(blocks):
        if labels is not None and _is_fact(block, labels):
            continue
        if before and before != block.kind:
            yield ""
        before = block.kind
        if block.kind == "row":
            first = number == 0 or blocks[number - 1].kind != "row"
            yield (
                "| "
                + " | ".join(_inline(cell, rest).replace("\n", " ") for cell in block.cells)
                + " |"
            )
            if first:
                yield "|" + " --- |" * len(block.cells)
        elif block.kind == "code":
            fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", block.text)), default=0))
            yield from (fence, *block.text.rstrip("\n").split("\n"), fence)
        elif block.kind == "item":
            indent = "  " * max(block.level - 1, 0)
            lines = _inline(block.text, rest).split("\n")
            yield f"{indent}* {lines[0]}"
            yield from (f"{indent}  {line}" for line in lines[1:])
        elif block.kind == "field":
            yield f"* {block.label}: {_inline(block.text, rest)}"
        else:
            yield from (*_inline(block.text, rest).split("\n"), "")
            before = ""
    yield ""


def _is_fact(block: Block, labels: Labels) -> bool:
    """Tell whether a block says nothing but facts that the front matter has."""
    if block.kind == "row":
        return bool(block.cells) and (not block.cells[0] or labels.find(block.cells[0]) is not None)
    if block.kind == "field":
        return labels.find(block.label) is not None
    if block.kind not in ("item", "text"):
        return False
    entries = list(labels.entries(block.text, block.line, item=block.kind == "item"))
    return bool(entries) and all(entry.field is not None for entry in entries)


def _inline(text: str, rest: bool) -> str:
    """Return inline reST as Markdown: links and literals; Markdown stays as it is."""
    if not rest:
        return text
    made, end = "", 0
    for link in targets(text):
        made += text[end : link.start].replace("``", "`")
        said = link.text or link.to
        made += f"[{said}]({link.to})" if link.to and link.role in ("", "doc") else said
        end = link.end
    return made + text[end:].replace("``", "`")


def ref_ids(record: Record, field: str) -> list[str]:
    """Return the ids that a field of a record refers to."""
    return [ref.id for ref in getattr(record, field, ()) if isinstance(ref, Ref)]
