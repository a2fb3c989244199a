"""What all readers of sequences share: the sequence while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, get_args

from sphinx_archdoc.diagrams.sequence.data import (
    DEEPEST,
    EDGES,
    Box,
    ErrorCase,
    Fragment,
    FragmentKind,
    Life,
    Message,
    Participant,
    Section,
    Sequence,
)
from sphinx_archdoc.formats.collecting import Problems, shown
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Role
    from sphinx_archdoc.diagrams.sequence.data import Item, Shape
    from sphinx_archdoc.model.findings import Problem

#: More than these nobody can read.
MOST_PARTICIPANTS = 100
MOST_ITEMS = 2000
#: The look that goes with a shape where nothing else is known.
ROLES: dict[Shape, Role] = {
    "person": "person", "cylinder": "store", "queue": "store", "collections": "component",
    "boundary": "component", "control": "component", "entity": "component",
}  # fmt: skip
#: Fragments that have further sections, and the word that begins one.
NEXT_WORDS: dict[FragmentKind, str] = {"alt": "else", "par": "and", "critical": "option"}

_NOTHING_OPEN = (
    f"'end' ends nothing: none of {', '.join(get_args(FragmentKind))} is open here; it is left out"
)


class ReadSequence(NamedTuple):
    """A sequence that was read (None: the text is something else), and what was wrong with it."""

    sequence: Sequence | None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Open:
    """A fragment that has not ended yet."""

    kind: FragmentKind
    title: str
    line: int
    done: list[Section] = field(default_factory=list)
    label: str = ""
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class _Numbers:
    """The numbering of messages: what comes next, or nothing."""

    on: bool = False
    prefix: str = ""
    next: int = 1
    step: int = 1

    def take(self) -> str:
        if not self.on:
            return ""
        number = f"{self.prefix}{self.next}"
        self.next += self.step
        return number


class Builder:
    """Takes statements in the order of a text; nothing of it raises."""

    def __init__(self, *, numbered: bool = False) -> None:
        self.problems = Problems()
        self.numbers = _Numbers(on=numbered)
        self.title = ""
        self.description = ""
        self.participants: dict[str, Participant] = {}
        self.last: Message | None = None
        self.lines: dict[str, int] = {}  # where each participant is met first
        self._boxes: list[tuple[str, list[str]]] = []
        self._in_box = False
        self._errors: list[ErrorCase] = []
        self._top: list[Item] = []
        self._open: list[_Open] = []
        self._too_deep = 0
        self._count = 0
        self._ending: set[str] = set()
        self._lines_open: dict[str, int] = {}

    # -- participants --------------------------------------------------------------------------

    def participant(
        self,
        id_: str,
        line: int,
        *,
        title: str = "",
        subtitle: str = "",
        shape: Shape = "box",
        role: Role | None = None,
        declared: bool = False,
    ) -> str:
        """Take a participant, declared or only named; return its id."""
        if id_ in EDGES:
            return id_
        known = self.participants.get(id_)
        if known is None and len(self.participants) >= MOST_PARTICIPANTS:
            self.problems.add(
                Code.LIMIT,
                f"more than {MOST_PARTICIPANTS} participants; {shown(id_)} and others are left out",
                line,
            )
            return ""
        if known is None or declared:
            self.participants[id_] = Participant(
                id=id_,
                title=title or (known.title if known else ""),
                subtitle=subtitle,
                shape=shape,
                role=role or ROLES.get(shape, "container"),
                line=self.lines.get(id_, line),
            )
        self.lines.setdefault(id_, line)
        if declared and self._in_box and self._boxes and not self._boxed(id_):
            self._boxes[-1][1].append(id_)
        return id_

    def _boxed(self, id_: str) -> bool:
        return any(id_ in inside for _, inside in self._boxes)

    def box(self, title: str, line: int) -> None:
        """Begin a frame round participants."""
        if self._in_box:
            self.problems.add(Code.SYNTAX, "a box in a box is not drawn; it stands beside", line)
        self._boxes.append((title, []))
        self._in_box = True

    def end_box(self) -> bool:
        """End the frame; return whether there was one."""
        ended, self._in_box = self._in_box, False
        return ended

    @property
    def in_box(self) -> bool:
        """Whether a frame round participants is open."""
        return self._in_box

    # -- items ---------------------------------------------------------------------------------

    def add(self, item: Item, line: int) -> None:
        """Take a note, divider, delay or reference."""
        self._count += 1
        if self._count > MOST_ITEMS:
            if self._count == MOST_ITEMS + 1:
                message = f"more than {MOST_ITEMS} steps and notes; the rest is left out"
                self.problems.add(Code.LIMIT, message, line)
            return
        (self._open[-1].items if self._open else self._top).append(item)

    def message(self, message: Message) -> None:
        """Take a message; it gets its number here."""
        source = self.participant(message.source, message.line)
        target = self.participant(message.target, message.line)
        if not source or not target:
            return
        message = replace(message, number=self.numbers.take())
        self.add(message, message.line)
        self.last = message
        for id_ in sorted(self._ending & {source, target}):
            self._ending.discard(id_)
            self.life("destroy", id_, message.line)

    def life(self, what: str, id_: str, line: int) -> None:
        """Take an activation, or the start or end of a lifeline: ``what`` is a word of ``Life``."""
        id_ = self.participant(id_, line)
        if not id_ or id_ in EDGES:
            return
        if what == "activate":
            self._lines_open[id_] = self._lines_open.get(id_, 0) + 1
        elif what == "deactivate":
            if not self._lines_open.get(id_) and not self._open:
                self.problems.add(Code.SYNTAX, f"{shown(id_)} is not active here", line)
            self._lines_open[id_] = max(self._lines_open.get(id_, 0) - 1, 0)
        # The readers' patterns find no other words.
        self.add(Life(what=what, participant=id_), line)  # type: ignore[arg-type]

    def ends_with_next(self, id_: str, line: int) -> None:
        """Let a lifeline end at the next message from or to it."""
        if self.participant(id_, line):
            self._ending.add(id_)

    def is_active(self, id_: str) -> bool:
        """Tell whether a participant has a bar at this place."""
        return bool(self._lines_open.get(id_))

    def error(self, case: ErrorCase) -> None:
        """Take an error case."""
        if len(self._errors) < MOST_ITEMS:
            self._errors.append(case)

    # -- fragments -----------------------------------------------------------------------------

    def open(self, kind: FragmentKind, label: str, line: int, *, title: str = "") -> None:
        """Begin a fragment."""
        if len(self._open) >= DEEPEST:
            if not self._too_deep:
                message = f"fragments nest deeper than {DEEPEST} levels; the inner are flattened"
                self.problems.add(Code.LIMIT, message, line)
            self._too_deep += 1
            return
        self._open.append(_Open(kind, title, line, label=label))

    def next_section(self, word: str, label: str, line: int) -> None:
        """Begin the next part of the innermost fragment."""
        if self._too_deep:
            return
        if not self._open:
            self.problems.add(Code.SYNTAX, f"{word!r} stands outside of any block", line)
            return
        top = self._open[-1]
        top.done.append(Section(label=top.label, items=tuple(top.items)))
        top.label, top.items = label, []

    @property
    def innermost(self) -> FragmentKind | None:
        """The kind of the fragment that is open."""
        return self._open[-1].kind if self._open else None

    def close(self, line: int) -> None:
        """End the innermost fragment."""
        if self._too_deep:
            self._too_deep -= 1
            return
        if not self._open:
            self.problems.add(Code.SYNTAX, _NOTHING_OPEN, line)
            return
        top = self._open.pop()
        sections = (*top.done, Section(label=top.label, items=tuple(top.items)))
        self.add(Fragment(kind=top.kind, title=top.title, sections=sections), top.line)

    # -- the end -------------------------------------------------------------------------------

    def result(self) -> tuple[Sequence, tuple[Problem, ...]]:
        """Return what was read and what is wrong; open fragments are closed."""
        while self._open:
            top = self._open[-1]
            message = f"{top.kind!r} has no 'end'; it reaches to the end of the text"
            self.problems.add(Code.SYNTAX, message, top.line)
            self._too_deep = 0
            self.close(top.line)
        boxes = tuple(
            Box(title=title, participants=tuple(inside)) for title, inside in self._boxes if inside
        )
        sequence = Sequence(
            title=self.title,
            description=self.description,
            participants=tuple(self.participants.values()),
            boxes=boxes,
            items=tuple(self._top),
            errors=tuple(self._errors),
        )
        return sequence, self.problems.all()
