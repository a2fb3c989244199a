"""Picture data of a sequence: what to draw, never how. All of it is plain and picklable."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_archdoc.diagrams.graph import Role

#: Shapes of a head; those after ``queue`` are UML's and PlantUML's own.
Shape = Literal[
    "box", "person", "cylinder", "queue", "boundary", "control", "entity", "collections"
]
Style = Literal["call", "reply", "async"]
Side = Literal["over", "left", "right"]
FragmentKind = Literal[
    "alt", "opt", "loop", "par", "critical", "break", "rect", "group", "ref"
]  # fmt: skip

#: Ends of a message outside the picture: at its left and at its right border.
LEFT_EDGE = "["
RIGHT_EDGE = "]"
EDGES = (LEFT_EDGE, RIGHT_EDGE)
#: Fragments nest no deeper; readers keep to it, so that nothing recurses without end.
DEEPEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A lane. ``id`` is unique in the picture and names its link; without a title it is shown.

    ``line`` is where the text it was read from names it first, from 1; 0: unknown.
    """

    id: str
    title: str = ""
    subtitle: str = ""  # "[container: FastAPI]"
    shape: Shape = "box"
    role: Role = "container"
    line: int = field(default=0, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A frame round participants that stand beside each other."""

    title: str = ""
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One arrow; ``source`` equal to ``target`` is a step of one participant.

    source, target  ids of participants, or ``[`` and ``]`` for the borders of the picture
    number    the number shown and said; empty: none
    lost      it does not arrive: the arrow ends in a cross
    both_ways  an arrow head at either end
    headless  a line without an arrow head
    line      where it stands in the text it was read from, from 1; 0: unknown
    """

    source: str
    target: str
    text: str = ""
    technology: str = ""
    style: Style = "call"
    number: str = ""
    lost: bool = False
    both_ways: bool = False
    headless: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark over one or several participants, or beside one. None named: over all."""

    text: str
    side: Side = "over"
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a fragment: its guard (``cache hit``) and what happens."""

    label: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A frame round steps. ``title`` is the word of a ``group``; ``ref`` names participants."""

    kind: FragmentKind
    sections: tuple[Section, ...]
    title: str = ""
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Divider:
    """A line across the picture with a heading."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """Time passes; with a text or without. ``silent`` is only some more room."""

    text: str = ""
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Something happens to a lifeline.

    ``activate`` and ``deactivate`` begin and end a bar at the message before; ``create`` lets the
    next message to the participant make it, ``destroy`` ends it with a cross at the message before.
    """

    what: Literal["activate", "deactivate", "create", "destroy"]
    participant: str


Item = Message | Note | Fragment | Divider | Delay | Life


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorCase:
    """What can go wrong at a step: ``step`` is the message's number, empty for anywhere."""

    code: str
    step: str = ""
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A whole picture. Participants named in items exist among ``participants``."""

    title: str
    description: str = ""
    participants: tuple[Participant, ...] = ()
    boxes: tuple[Box, ...] = ()
    items: tuple[Item, ...] = ()
    errors: tuple[ErrorCase, ...] = ()


def messages(sequence: Sequence) -> tuple[Message, ...]:
    """Return all messages in the order in which they are drawn, those in fragments included."""
    return tuple(item for item in walk(sequence.items) if isinstance(item, Message))


def steps(sequence: Sequence) -> tuple[tuple[str, Message], ...]:
    """Return all messages with their numbers; one that has none is counted."""
    return tuple(
        (message.number or str(count), message)
        for count, message in enumerate(messages(sequence), 1)
    )


def codes_at(sequence: Sequence) -> dict[str, list[str]]:
    """Return the codes of what can go wrong, by the number of the step where it does."""
    found: dict[str, list[str]] = {}
    for error in sequence.errors:
        found.setdefault(error.step, []).append(error.code)
    return found


def texts_of(message: Message, codes: dict[str, list[str]]) -> str:
    """Return what an arrow says in other languages, a line each: text, technology, error codes."""
    technology = f"[{message.technology}]" if message.technology.strip() else ""
    failing = codes.get(message.number) if message.number else None
    wrong = f"({', '.join(failing)})" if failing else ""
    return "\n".join(filter(None, (message.text.strip(), technology, wrong)))


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield all items in order, a fragment before what it holds."""
    for item in items:
        yield item
        if isinstance(item, Fragment):
            for section in item.sections:
                yield from walk(section.items)


def numbered(sequence: Sequence) -> Sequence:
    """Return the sequence with its messages numbered from 1."""
    count = 0

    def number(items: tuple[Item, ...]) -> tuple[Item, ...]:
        nonlocal count
        made: list[Item] = []
        for item in items:
            if isinstance(item, Message):
                count += 1
                made.append(replace(item, number=str(count)))
            elif isinstance(item, Fragment):
                sections = tuple(replace(s, items=number(s.items)) for s in item.sections)
                made.append(replace(item, sections=sections))
            else:
                made.append(item)
        return tuple(made)

    return replace(sequence, items=number(sequence.items))


def renamed(sequence: Sequence, ids: Mapping[str, str]) -> Sequence:
    """Return the sequence with other ids for participants; who is not named keeps the own one."""

    def new(id_: str) -> str:
        return ids.get(id_, id_)

    def several(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(new, old))

    def one(item: Item) -> Item:
        if isinstance(item, Message):
            return replace(item, source=new(item.source), target=new(item.target))
        if isinstance(item, Life):
            return replace(item, participant=new(item.participant))
        if isinstance(item, Note):
            return replace(item, participants=several(item.participants))
        if isinstance(item, Fragment):
            sections = tuple(replace(s, items=tuple(map(one, s.items))) for s in item.sections)
            return replace(item, sections=sections, participants=several(item.participants))
        return item

    return replace(
        sequence,
        participants=tuple(replace(p, id=new(p.id)) for p in sequence.participants),
        boxes=tuple(replace(b, participants=several(b.participants)) for b in sequence.boxes),
        items=tuple(map(one, sequence.items)),
    )
