"""A sequence without what other languages refuse: ends without a beginning, births after a life."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import Fragment, Life, Message, Note, walk

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.data import Item, Sequence


def settled(sequence: Sequence) -> Sequence:
    """Return the sequence with only those lifeline events that Mermaid and PlantUML accept.

    A bar ends only where one is open; a participant is created only by the message right behind,
    before anything else names it; it ends at a message of its own, and nothing names it after.
    """
    return replace(sequence, items=_Settling(sequence).items(sequence.items))


def _named(item: Item) -> set[str]:
    if isinstance(item, Message):
        return {item.source, item.target}
    if isinstance(item, (Note, Fragment)):
        return set(item.participants)
    return {item.participant} if isinstance(item, Life) else set()


class _Settling:
    def __init__(self, sequence: Sequence) -> None:
        self._open: dict[str, int] = defaultdict(int)
        self._named: set[str] = set()
        self._left: dict[str, int] = defaultdict(int)  # how often each is still named
        for item in walk(sequence.items):
            for id_ in _named(item):
                self._left[id_] += 1
        self._everyone = {p.id for p in sequence.participants}

    def items(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        made: list[Item] = []
        last: Message | None = None
        for at, item in enumerate(items):
            if isinstance(item, Life) and not self._holds(item, items, at, last):
                self._pass(item)
                continue
            self._pass(item)
            if isinstance(item, Fragment):
                sections = (replace(s, items=self.items(s.items)) for s in item.sections)
                item = replace(item, sections=tuple(sections))  # noqa: PLW2901
            if not isinstance(item, Life):
                last = item if isinstance(item, Message) else None
            made.append(item)
        return tuple(made)

    def _pass(self, item: Item) -> None:
        named = _named(item)
        if isinstance(item, Note) and not named:
            named = self._everyone  # a note over all
            self._named |= named
            return
        self._named |= named
        for id_ in named:
            self._left[id_] -= 1

    def _holds(self, item: Life, items: tuple[Item, ...], at: int, last: Message | None) -> bool:
        id_ = item.participant
        if item.what == "activate":
            self._open[id_] += 1
        elif item.what == "deactivate":
            if not self._open[id_]:
                return False
            self._open[id_] -= 1
        elif item.what == "create":
            following = items[at + 1] if at + 1 < len(items) else None
            return (
                id_ not in self._named
                and isinstance(following, Message)
                and following.target == id_ != following.source
            )
        else:
            own = last is not None and id_ in (last.source, last.target)
            return own and self._left[id_] == 1 and not self._open[id_]
        return True
