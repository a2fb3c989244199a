"""The sections still open while a body is read: where a new one goes, and where text goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.model.section_words import PARENTS
from sphinx_archdoc.reading.body import Section
from sphinx_archdoc.reading.text import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Starts the provisional key of a section that is none of the known ones.
UNKNOWN = "?"
#: Keys whose sub-sections are options, named freely.
OPTIONS = ("options", "pros-and-cons")
# How deep each form of a section stands: a heading encloses terms, a term bold labels, these
# italic ones. Headings are 10 apart; what is inside a definition or field starts above it.
HEADING, TERM, STRONG, OPTION, PART, EMPHASIS = 10, 500, 1000, 1005, 1010, 1020
_FREE = frozenset({"strong", "emphasis"})  # forms without an end of their own


@dataclass(slots=True)
class Open:
    """A section that is still being filled."""

    rank: int = 0
    key: str = ""
    title: tuple[nodes.Node, ...] = ()
    origin: nodes.Node | None = None
    form: str = ""
    line: int = 0
    marks: list[nodes.Node] = field(default_factory=list)
    nodes: list[nodes.Node] = field(default_factory=list)
    children: list[Open] = field(default_factory=list)

    def freeze(self, level: int) -> Section:
        """Return the finished section, with all below it."""
        origin = self.origin if isinstance(self.origin, nodes.section | nodes.rubric) else None
        return Section(
            key=self.key,
            title=self.title,
            nodes=tuple(self.nodes),
            children=tuple(child.freeze(level + 1) for child in self.children),
            line=self.line,
            source=self.origin.source if self.origin is not None else None,
            level=level,
            ids=tuple(origin["ids"]) if origin is not None else (),
            names=tuple(origin["names"]) if origin is not None else (),
            marks=tuple(self.marks),
            form=self.form,
            origin=self.origin,
        )


class Outline:
    """A tree of open sections and the path to the one that text goes to."""

    def __init__(self) -> None:
        self.root = Open()
        self.title: Open | None = None  # the first heading, if it may be a title around all
        self.path: list[Open] = [self.root]
        self.barrier = 0  # index of the definition or field we are inside, never left by a label

    @property
    def top(self) -> Open:
        """The section that text goes to."""
        return self.path[-1]

    def outside(self) -> bool:
        """Say whether no heading, term or field is open: labels here are the record's own."""
        return all(part.form in _FREE or part is self.title for part in self.path[1:])

    def above(self, keys: Iterable[str]) -> Open | None:
        """Return the innermost open section of one of these keys that a label may belong to."""
        return next((part for part in self.path[: self.barrier : -1] if part.key in keys), None)

    def in_options(self) -> bool:
        """Say whether a section of options is open."""
        return any(part.key in OPTIONS for part in self.path[self.barrier :])

    def height(self, rank: int, key: str = "") -> int:
        """Return how much of the path stays open when a section of this rank and key begins."""
        base = self.path[self.barrier].rank if self.barrier else 0
        parents = PARENTS.get(key, ())
        height = len(self.path)
        while height > self.barrier + 1:
            part = self.path[height - 1]
            sibling = bool(parents) and PARENTS.get(part.key) == parents and part.form in _FREE
            if not sibling and (
                part.rank < base + rank or (part.key in parents and part.form in _FREE)
            ):
                break
            height -= 1
        return height

    def open(self, rank: int, made: Open) -> None:
        """Begin a section, ending those it does not belong to."""
        made.marks = self._marks()
        self.close(self.height(rank, "" if made.form == "heading" else made.key))
        base = self.path[self.barrier].rank if self.barrier else 0
        made.rank = max(base + rank, self.top.rank + 1)
        self.top.children.append(made)
        self.path.append(made)

    def close(self, height: int) -> None:
        """End all sections beyond this height of the path."""
        del self.path[height:]

    def add(self, node: nodes.Node) -> None:
        """Put a block where the text is; after sub-sections it gets a section without a title."""
        top = self.top
        if top.children and top.children[-1].form:
            top.children.append(Open(line=line_of(node)))
        self._content().append(node)

    def _content(self) -> list[nodes.Node]:
        top = self.top
        return top.children[-1].nodes if top.children and not top.children[-1].form else top.nodes

    def _marks(self) -> list[nodes.Node]:
        # Link targets right before a heading belong to it.
        content = self._content()
        cut = len(content)
        while cut and _is_mark(content[cut - 1]):
            cut -= 1
        marks = content[cut:]
        del content[cut:]
        return marks


def _is_mark(node: nodes.Node) -> bool:
    return isinstance(node, nodes.target) and not node.children and "refuri" not in node
