"""The parts of a record's body as plain frozen data around the original nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.reading.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Node


class Fact(NamedTuple):
    """A fact written in the body: field name, raw text, line."""

    field: str
    text: str
    line: int
    #: The nodes of the text, where they hold links; a value keeps the text only.
    linked: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a body, in whatever way the author marked it.

    ``key`` is empty for a name that is not known. A section without a title holds what stands
    after the sub-sections of the part it is in. ``level`` counts from 1 at the outside.
    ``marks`` are link targets in front of the heading, ``origin`` is the heading as parsed.
    """

    key: str
    title: tuple[Node, ...] = ()
    nodes: tuple[Node, ...] = ()
    children: tuple[Section, ...] = ()
    line: int = 0
    source: str | None = None
    level: int = 1
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    marks: tuple[Node, ...] = ()
    form: str = ""  # heading, term, strong, emphasis; empty: no title
    origin: Node | None = None

    @property
    def name(self) -> str:
        """The title as plain text."""
        return text_of(self.title)

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a record's body says: facts, text in front, and sections in the author's order.

    ``title`` is a heading around all the rest, as in a decision pasted with its own title.
    """

    facts: tuple[Fact, ...] = ()
    lead: tuple[Node, ...] = ()
    sections: tuple[Section, ...] = ()
    title: Section | None = None

    def walk(self) -> Iterator[Section]:
        """Yield all sections, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def find(self, key: str) -> Section | None:
        """Return the first section of that key, at any depth."""
        return next((section for section in self.walk() if section.key == key), None)
