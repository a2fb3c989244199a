"""The base of all records."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

if TYPE_CHECKING:
    from sphinx_archdoc.model.findings import Location


Lines = tuple[tuple[str, int], ...]


class SectionRef(NamedTuple):
    """One part of a record's text: canonical key (empty: unknown), title and anchor."""

    key: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has; a kind adds its declared fields.

    ``origin`` says how it was written: ``block`` (directive with text), ``page``, ``row`` (table
    or data file) or ``line`` (model text). ``extra`` keeps table columns no field stands for.
    ``body`` is what a reader made of a text that has a format, see ``model.body``. ``lines`` are
    facts and how many lines below the record's own place each is written; ``body`` among them is
    the first line of the text.
    """

    #: The name of its kind, set on the class.
    kind_name: ClassVar[str] = ""

    id: str
    title: str
    at: Location
    origin: str = "block"
    summary: str = ""
    sections: tuple[SectionRef, ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()
    body: Any = None
    lines: Lines = field(default=(), repr=False, compare=False)

    @property
    def order(self) -> tuple[str, str, int]:
        """Where it sorts: by id, then page, then line; the same on every machine."""
        return (self.id, self.at.docname, self.at.line)

    def line_of(self, fact: str, id_: str = "") -> int:
        """Return the line that says a fact, or names this id in it; 0 where that is not known."""
        below = dict(self.lines)
        found = below.get(f"{fact} {id_}", below.get(fact))
        return 0 if found is None else self.at.line + found

    def line_in_text(self, number: int) -> int:
        """Return where line ``number`` (from 1) of the text stands; 0 where that is not known."""
        first = self.line_of("body")
        return first + number - 1 if first and number else 0


@lru_cache(maxsize=1024)
def shared(lines: Lines) -> Lines:
    """Return the same tuple for the same lines: many records are laid out alike."""
    return lines


def title_from_id(id_: str) -> str:
    """Return the title of a record that states none: the last part of its id, as words."""
    words = re.sub(r"[-_]+", " ", id_.rpartition(".")[2])
    return words[:1].upper() + words[1:]


def says_no_title(record: Record) -> bool:
    """Tell whether the title only repeats the id, so that another declaration may give a better."""
    id_ = record.id
    return record.title in ("", id_, id_.rpartition(".")[2], title_from_id(id_))


#: The attributes that are not declared fields of a kind.
BASE_FIELDS = ("id", "title", "at", "origin", "summary", "sections", "extra", "body", "lines")
