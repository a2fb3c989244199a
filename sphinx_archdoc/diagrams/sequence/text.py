"""A sequence as text: numbered steps, with what happens in fragments below their condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.outline import Item as Sentence
from sphinx_archdoc.diagrams.outline import Name
from sphinx_archdoc.diagrams.sequence.data import (
    EDGES,
    Delay,
    Divider,
    Fragment,
    Message,
    Note,
    steps,
)
from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.outline import Piece
    from sphinx_archdoc.diagrams.sequence.data import FragmentKind, Item, Section, Sequence

#: How the first and how every further section of a fragment is introduced.
_WORDS: dict[FragmentKind, tuple[str, str]] = {
    "alt": (mark("If"), mark("Otherwise")),
    "opt": (mark("Only if"), mark("Otherwise")),
    "loop": (mark("Repeated"), mark("Repeated")),
    "par": (mark("At the same time"), mark("And")),
    "critical": (mark("Without interruption"), mark("In case of")),
    "break": (mark("Ends here if"), mark("Ends here if")),
    "group": (mark("Together"), mark("Then")),
    "rect": (mark("Together"), mark("Then")),
    "ref": (mark("See"), mark("See")),
}
_NOTE, _LATER, _ERRORS = mark("Note"), mark("Some time later"), mark("Errors")
_AT_STEP, _NOT_ARRIVING = mark("at step"), mark("does not arrive")
_BOTH_WAYS = mark("both ways")
_OUTSIDE = mark("outside")


def outline(data: Sequence, translate: Callable[[str], str]) -> tuple[Sentence, ...]:
    """Return the steps of a sequence, and below them what can go wrong."""
    made = _Text(data, translate)
    listed = made.items(data.items)
    if data.errors:
        listed = (*listed, made.errors())
    return listed


def step_sentence(
    message: Message, names: dict[str, Name], translate: Callable[[str], str]
) -> tuple[Piece, ...]:
    """Return ``A → B: text [technology]``, or ``A: text`` for a step of one participant."""

    def end(id_: str) -> Piece:
        return f"({translate(_OUTSIDE)})" if id_ in EDGES else names.get(id_, Name(id_, id_))

    how = message.technology and f"[{_line(message.technology)}]"
    said = " ".join(filter(None, (_line(message.text), how)))
    if message.lost:
        said = " ".join(filter(None, (said, f"({translate(_NOT_ARRIVING)})")))
    said = f": {said}" if said else ""
    if message.both_ways:  # a word: "↔" is in no font of pdfLaTeX
        said = f" ({translate(_BOTH_WAYS)}){said}"
    if message.source == message.target:
        return (end(message.source), said)
    arrow = " – " if message.headless else " → "
    pieces: tuple[Piece, ...] = (end(message.source), arrow, end(message.target))
    return (*pieces, said) if said else pieces


class _Text:
    def __init__(self, data: Sequence, translate: Callable[[str], str]) -> None:
        self._data = data
        self._say = translate
        self._names = {p.id: Name(p.id, _line(p.title) or p.id) for p in data.participants}
        self._numbers = iter(number for number, _ in steps(data))

    def items(self, items: tuple[Item, ...]) -> tuple[Sentence, ...]:
        made: list[Sentence] = []
        for item in items:
            if isinstance(item, Message):
                pieces = step_sentence(item, self._names, self._say)
                made.append(Sentence(pieces=pieces, number=next(self._numbers)))
            elif isinstance(item, Fragment):
                made += self._fragment(item)
            elif isinstance(item, Note):
                made.append(Sentence(pieces=self._note(item)))
            elif isinstance(item, Divider):
                text = _line(item.text)
                made.append(Sentence(pieces=(f"— {text} —" if text else "—",)))
            elif isinstance(item, Delay) and not item.silent:
                made.append(Sentence(pieces=(_line(item.text) or self._say(_LATER),)))
        return tuple(made)

    def errors(self) -> Sentence:
        """Return the error cases as a list."""
        below = []
        for error in self._data.errors:
            where = f" {self._say(_AT_STEP)} {error.step}" if error.step else ""
            said = f": {_line(error.text)}" if error.text.strip() else ""
            below.append(Sentence(pieces=(f"{error.code}{where}{said}",)))
        return Sentence(pieces=(self._say(_ERRORS),), below=tuple(below))

    def _fragment(self, item: Fragment) -> list[Sentence]:
        made = []
        for number, section in enumerate(item.sections):
            below = self.items(section.items)
            lead = self._lead(item, number, section)
            numbered = any(item.number for item in below)
            made.append(Sentence(pieces=lead, below=below, numbered=numbered))
        return made

    def _lead(self, item: Fragment, number: int, section: Section) -> tuple[Piece, ...]:
        word = self._say(_WORDS[item.kind][min(number, 1)])
        if item.kind == "group" and item.title and not number:
            word = _line(item.title)
        label = _line(section.label)
        lead: list[Piece] = [f"{word}: {label}" if label else word]
        for at, id_ in enumerate(item.participants if item.kind == "ref" else ()):
            lead += [", " if at else " (", self._names.get(id_, id_)]
        return (*lead, ")") if len(lead) > 1 else tuple(lead)

    def _note(self, item: Note) -> tuple[Piece, ...]:
        lead: list[Piece] = [self._say(_NOTE)]
        for at, id_ in enumerate(item.participants):
            lead += [", " if at else " (", self._names.get(id_, id_)]
        return (*lead, f"{')' if item.participants else ''}: {_line(item.text)}")


def _line(text: str) -> str:
    return " ".join(text.split())
