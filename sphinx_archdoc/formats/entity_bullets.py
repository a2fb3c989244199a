"""Read the bullets that describe one entity: columns, relations and indexes.

The format is how people write data models into documents (an own one, after what is common)::

    - id: uuid (PK)
    - user_id: uuid (FK User, not null) – Who pays
    - status: enum(open, paid) = open
    - has many: OrderItem as "contains"
    - belongs to: User
    - has many: Product through OrderItem
    - Indexes:
      - (user_id, status) unique

Bold and code marks do no harm. What is none of these is prose and is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.entity.data import Column, EntityText, Index, Relation
from sphinx_archdoc.formats.collecting import Problems, shown, split_lines
from sphinx_archdoc.formats.entity_columns import (
    LONGEST,
    Facts,
    read_facts,
    split_outside,
    unmarked,
)
from sphinx_archdoc.formats.entity_doubts import doubt
from sphinx_archdoc.formats.entity_ties import read_tie
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.findings import Problem

_BULLET = re.compile(r"(\s*)(?:[-*+•–]|\d{1,3}[.)])\s+(\S.*)")
#: Headings of parts of the list; the word says how the bullets below are read.
_HEADINGS = {
    "column": (
        "columns", "attributes", "fields", "properties", "schema", "key attributes",
        "foreign keys", "table columns", "spalten", "attribute", "felder", "eigenschaften",
    ),
    "relation": (
        "relationships", "relations", "associations", "references", "beziehungen", "relationen",
    ),
    "index": ("indexes", "indices", "index", "indizes", "indexe"),
    "note": ("notes", "note", "constraints", "rules", "hinweise", "anmerkungen", "regeln"),
}  # fmt: skip
_PARTS = {word: part for part, words in _HEADINGS.items() for word in words}
_COLUMN = re.compile(
    r"([^\W\d][\w.$-]{0,63}|\d[\w.$]{0,63})(?:\s*:(?!:)\s*|\s+[—–]\s+|\s+(?=\())(.*)"
)
_INDEX = re.compile(
    r"(?:(unique|eindeutiger)\s+)?(?:index|idx)\b\s*(?:on|over|auf|:)?\s*:?\s*(.*)", re.IGNORECASE
)
_TUPLE = re.compile(
    r"([\w.$-]+\s*:?\s*)?\(([^()]{1,400})\)\s*(.*)|([\w.$, -]{1,400}?)(?:\s+(\(.*\)|where .*))?\Z"
)
_UNIQUE = re.compile(r"\(?\bunique\b\)?,?|\beindeutig\b,?", re.IGNORECASE)
#: A type is no longer than this; a longer text after a colon is a sentence.
_MOST_TYPE_WORDS = 4
_BRACKETED = re.compile(r"(?<=\w)(?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>)")
_SENTENCE = re.compile(r"[.!?](?:\s|\Z)")


@dataclass(frozen=True, slots=True)
class Bullets:
    """What was read, the lines (from 1) it was read from, and what is wrong."""

    text: EntityText
    lines: frozenset[int]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Reader:
    columns: dict[str, Column] = field(default_factory=dict)
    indexes: list[Index] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    problems: Problems = field(default_factory=Problems)
    part: str = ""
    part_indent: int = -1
    heading: int = 0  # the line of a heading with nothing read below it yet

    def line(self, line: str, numbers: range) -> None:
        """Read one line, or a bullet of several: a fact, or a heading of the bullets below."""
        found = _BULLET.fullmatch(line)
        heading = unmarked(line).rstrip(": ").casefold()
        if found:
            self._bullet(len(found[1]), found[2].rstrip(), numbers)
        elif heading in _PARTS:
            self.part, self.part_indent, self.heading = _PARTS[heading], -1, numbers[0]
        elif heading:
            self.heading = 0

    def _bullet(self, indent: int, text: str, numbers: range) -> None:
        if indent <= self.part_indent:
            self.part, self.part_indent = "", -1
        plain = unmarked(text)
        part = _PARTS.get(plain.rstrip(": ").casefold(), "")
        if part and (plain.endswith(":") or plain.rstrip(": ") == plain):
            self.part, self.part_indent, self.heading = part, indent, numbers[0]
            return
        if self._read(plain, numbers[0]):
            self.lines |= {*numbers, self.heading} - {0}
            self.heading = 0
        elif wrong := doubt(plain):
            self.problems.add(Code.SYNTAX, wrong, numbers[0])

    def _read(self, plain: str, number: int) -> bool:
        """Read a bullet as what the part it stands in says, else as whatever it looks like."""
        if self.part == "index":
            return self._index(plain) or self._bare_index(plain)
        if self.part == "note":
            self.notes.append(plain)
            return True
        ties = read_tie(plain, listed=self.part == "relation")
        if ties:
            self.relations += (replace(tie, line=number) for tie in ties)
            return True
        return self._index(plain) or (self.part != "relation" and self._column(plain, number))

    def _column(self, plain: str, number: int) -> bool:
        found = _COLUMN.fullmatch(plain)
        if not found:
            return False
        facts = Facts()
        kind = read_facts(found[2], facts)
        said = facts.keys or facts.indexed or facts.required is not None
        bare = _BRACKETED.sub("", kind)  # the values of ``enum(a, b, c)`` are no words of it
        if _SENTENCE.search(bare) or len(bare.split()) > _MOST_TYPE_WORDS or not (kind or said):
            return False
        column = replace(facts.column(found[1], kind), line=number)
        if self.columns.setdefault(column.name, column) is not column:
            return False
        if facts.no_default:
            message = f"the column {shown(column.name)} has no default behind {facts.no_default!r}"
            self.problems.add(Code.SYNTAX, message, number)
        if facts.indexed:
            self.indexes.append(Index(columns=(column.name,)))
        return True

    def _index(self, plain: str) -> bool:
        found = _INDEX.fullmatch(plain)
        return found is not None and self._bare_index(found[2], unique=bool(found[1]))

    def _bare_index(self, plain: str, *, unique: bool = False) -> bool:
        found = _TUPLE.fullmatch(plain.strip())
        if not found:
            return False
        name = (found[1] or "").strip(": ")
        listed = found[2] if found[2] is not None else found[4]
        more = (found[3] if found[2] is not None else found[5]) or ""
        if found[2] is None and _UNIQUE.search(listed):
            unique, listed = True, _UNIQUE.sub("", listed)
        elif _UNIQUE.fullmatch(listed.strip()) and name:
            unique, listed, name = True, name, ""
        columns = tuple(c.strip() for c in split_outside(listed) if c.strip())
        if not columns or any(len(c.split()) > 2 for c in columns):  # noqa: PLR2004 - "a desc"
            return False
        unique = unique or bool(_UNIQUE.search(more))
        comment = _UNIQUE.sub("", more).strip(" ,–—-")
        self.indexes.append(Index(columns=columns, unique=unique, name=name, comment=comment))
        return True


def read_bullets(text: str) -> Bullets:
    """Read the bullets of one entity; what is prose stays out of ``lines``."""
    reader = _Reader()
    for line, numbers in _joined(split_lines(text)):
        reader.line(line, numbers)
    return Bullets(_text(reader), frozenset(reader.lines), reader.problems.all())


def _joined(lines: list[str]) -> Iterator[tuple[str, range]]:
    """Yield the lines with their numbers; what is indented below a bullet's words belongs to it."""
    held, first, last = "", 1, 0
    for number, line in enumerate(lines, start=1):
        text = line[:LONGEST].expandtabs(4)
        bullet = _BULLET.fullmatch(held)
        indent = len(text) - len(text.lstrip())
        if bullet and text.strip() and not _BULLET.fullmatch(text) and indent > len(bullet[1]):
            held, last = f"{held} {text.strip()}"[:LONGEST], number
            continue
        if last:
            yield held, range(first, last + 1)
        held, first, last = text, number, number
    if last:
        yield held, range(first, last + 1)


def _text(reader: _Reader) -> EntityText:
    columns = [
        replace(c, keys=(*c.keys, "UK")) if _is_unique(c, reader.indexes) else c
        for c in reader.columns.values()
    ]
    return EntityText(
        columns=tuple(columns),
        indexes=tuple(reader.indexes),
        relations=tuple(reader.relations),
        notes=tuple(reader.notes),
    )


def _is_unique(column: Column, indexes: list[Index]) -> bool:
    """Tell whether an index says that the values of a column are unique."""
    return not {"PK", "UK"} & set(column.keys) and any(
        i.unique and i.columns == (column.name,) and not i.comment for i in indexes
    )
