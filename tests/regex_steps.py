"""How many steps a regular expression takes: the same number on every machine.

A pattern whose parts can share the same characters in many ways takes seconds for some thousand of
them. This walks the parsed pattern as Python's own engine does, backtracking, and counts. A call of
``re`` cannot be counted from outside, and a clock says little on a busy machine. Flags of a part of
a pattern, as in ``(?i:…)``, are passed over.
"""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHARACTERS = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)
_CONDITIONS = (op.AT, op.ASSERT, op.ASSERT_NOT)
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_FOLLOW = {
    "CATEGORY_DIGIT": str.isdecimal,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda char: char.isalnum() or char == "_",
}


class TooManyStepsError(Exception):
    """The limit of steps is reached."""


class Steps:
    """Matches a pattern against texts, counting."""

    def __init__(self, pattern: re.Pattern[str], most: int = 60_000) -> None:
        self.tree = parser.parse(pattern.pattern, pattern.flags)
        self.flags = pattern.flags
        self.most = most
        self.count = 0
        self._text = ""
        self._groups: dict[int, tuple[int, int]] = {}
        self._held: dict[tuple[Any, int, str], bool] = {}

    def match(self, text: str, start: int = 0) -> int:
        """Return where a match at ``start`` ends, or -1."""
        self._text = text
        self._groups = {}
        return next(self._all(list(self.tree), 0, start), -1)

    def search(self, text: str) -> None:
        """Look for all matches that do not overlap."""
        at = 0
        while at <= len(text):
            end = self.match(text, at)
            at = end if end > at else at + 1

    def _step(self) -> None:
        self.count += 1
        if self.count > self.most:
            raise TooManyStepsError

    # -- one character -----------------------------------------------------------------------------

    def holds(self, kind: Any, value: Any, char: str) -> bool:
        """Tell whether an item of one character matches one."""
        key = (kind, id(value), char)
        if key not in self._held:
            self._held[key] = self._holds(kind, value, char)
        return self._held[key]

    def _holds(self, kind: Any, value: Any, char: str) -> bool:
        if self.flags & re.IGNORECASE and kind is not op.ANY:
            return self._one(kind, value, char.lower()) or self._one(kind, value, char.upper())
        return self._one(kind, value, char)

    def _one(self, kind: Any, value: Any, char: str) -> bool:
        if kind is op.LITERAL:
            return ord(char) == value
        if kind is op.NOT_LITERAL:
            return ord(char) != value
        if kind is op.ANY:
            return char != "\n" or bool(self.flags & re.DOTALL)
        found = False
        negated = False
        for part, what in value:
            if part is op.NEGATE:
                negated = True
            elif part is op.LITERAL:
                found |= ord(char) == what
            elif part is op.RANGE:
                found |= what[0] <= ord(char) <= what[1]
            else:
                name = str(what)
                test: Callable[[str], bool] = _FOLLOW[name.replace("_NOT_", "_")]
                found |= test(char) != ("_NOT_" in name)
        return found != negated

    # -- items in a row ----------------------------------------------------------------------------

    def _all(self, items: list[Any], at: int, pos: int) -> Iterator[int]:
        """Yield all ends of the items from ``at`` on, in the order in which they are tried."""
        if at == len(items):
            yield pos
            return
        for end in self._item(*items[at], pos):
            yield from self._all(items, at + 1, end)

    def _item(self, kind: Any, value: Any, pos: int) -> Iterator[int]:
        self._step()
        if kind in CHARACTERS:
            if pos < len(self._text) and self.holds(kind, value, self._text[pos]):
                yield pos + 1
        elif kind in _CONDITIONS:
            if self._is_so(kind, value, pos):
                yield pos
        elif kind in REPEATS:
            yield from self._repeat(kind, value, pos)
        else:
            yield from self._part(kind, value, pos)

    def _part(self, kind: Any, value: Any, pos: int) -> Iterator[int]:
        if kind is op.BRANCH:
            for branch in value[1]:
                yield from self._all(list(branch), 0, pos)
        elif kind is op.SUBPATTERN:
            yield from self._group(value[0], list(value[3]), pos)
        elif kind is op.GROUPREF:
            start, end = self._groups.get(value, (0, 0))
            if self._text.startswith(self._text[start:end], pos):
                yield pos + end - start
        elif kind is op.ATOMIC_GROUP:
            for end in self._all(list(value), 0, pos):
                yield end
                return
        else:
            raise NotImplementedError(str(kind))

    def _is_so(self, kind: Any, value: Any, pos: int) -> bool:
        if kind is op.AT:
            return self._stands(value, pos)
        return self._looks(value, pos) == (kind is op.ASSERT)

    def _group(self, number: int | None, items: list[Any], pos: int) -> Iterator[int]:
        for end in self._all(items, 0, pos):
            if number is not None:
                self._groups[number] = (pos, end)
            yield end

    def _looks(self, value: Any, pos: int) -> bool:
        direction, items = value
        if direction < 0:
            width = items.getwidth()[0]
            return pos >= width and pos in self._all(list(items), 0, pos - width)
        return next(self._all(list(items), 0, pos), -1) >= 0

    def _stands(self, where: Any, pos: int) -> bool:
        text, name = self._text, str(where)
        before = pos > 0 and (text[pos - 1].isalnum() or text[pos - 1] == "_")
        after = pos < len(text) and (text[pos].isalnum() or text[pos] == "_")
        several = bool(self.flags & re.MULTILINE)
        return {
            "AT_BEGINNING": pos == 0 or (several and text[pos - 1] == "\n"),
            "AT_BEGINNING_STRING": pos == 0,
            "AT_END": pos == len(text)
            or text[pos:] == "\n"
            or (several and text[pos : pos + 1] == "\n"),
            "AT_END_STRING": pos == len(text),
            "AT_BOUNDARY": before != after,
            "AT_NON_BOUNDARY": before == after,
        }[name]

    # -- repeats -----------------------------------------------------------------------------------

    def _repeat(self, kind: Any, value: Any, pos: int) -> Iterator[int]:
        least, most, items = value
        if len(items) == 1 and items[0][0] in CHARACTERS:
            ends = self._run(*items[0], least, int(most), pos, lazy=kind is op.MIN_REPEAT)
        else:
            ends = self._rounds(list(items), 0, (least, int(most)), pos, lazy=kind is op.MIN_REPEAT)
        for end in ends:
            yield end
            if kind is op.POSSESSIVE_REPEAT:
                return

    def _run(
        self, kind: Any, value: Any, least: int, most: int, pos: int, *, lazy: bool
    ) -> Iterator[int]:
        """Repeat one character: it is counted in one go, and given back one by one."""
        if lazy:
            end = pos
            while end - pos <= most:
                if end - pos >= least:
                    yield end
                self._step()
                if end >= len(self._text) or not self.holds(kind, value, self._text[end]):
                    return
                end += 1
            return
        end = pos
        while end < len(self._text) and end - pos < most:
            self._step()
            if not self.holds(kind, value, self._text[end]):
                break
            end += 1
        for each in range(end, pos + least - 1, -1):
            self._step()
            yield each

    def _rounds(
        self, items: list[Any], done: int, often: tuple[int, int], pos: int, *, lazy: bool
    ) -> Iterator[int]:
        self._step()
        if lazy and done >= often[0]:
            yield pos
        if done < often[1]:
            for end in self._all(items, 0, pos):
                if end > pos or done < often[0]:
                    yield from self._rounds(items, done + 1, often, end, lazy=lazy)
        if not lazy and done >= often[0]:
            yield pos
