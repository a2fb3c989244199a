"""Read JSON rows (RFC 8259): a list of objects, or an object that holds one.

The list is read item by item, so that each row has its line and rows before a fault stay.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.data_tree import Mapping, Sequence
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.formats.collecting import Problems

_SPACE = re.compile(r"[ \t\n]*")


class _FaultError(Exception):
    """What is wrong, and where in the text."""

    def __init__(self, message: str, place: int) -> None:
        super().__init__(message)
        self.place = place


def read_json(text: str, problems: Problems) -> object:
    """Return what the text holds: text, ``Sequence``, ``Mapping``; None when nothing is right."""
    return _Reader(text, problems).read()


class _Reader:
    def __init__(self, text: str, problems: Problems) -> None:
        self._text = text
        self._problems = problems
        self._at = 0
        self._line = 1
        self._counted = 0  # up to here the lines are counted
        # Numbers stay text: no digit limit, no lost zeros, no NaN arithmetic.
        self._decode = json.JSONDecoder(
            parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_mapping
        ).raw_decode

    def read(self) -> object:
        self._space()
        root: object = None
        try:
            if self._peek() == "[":
                root = listing = Sequence()
                self._list(listing)
            elif self._peek() == "{":
                root = Mapping()
                root.line = self._here()
                self._object(root)
            else:
                root = self._value()
            self._space()
            if self._at < len(self._text):
                self._report("more text after the end", self._at)
        except _FaultError as fault:
            self._report(str(fault), fault.place)
        return root

    def _report(self, message: str, place: int) -> None:
        line = self._text.count("\n", 0, place) + 1
        self._problems.add(Code.DATA, f"not valid JSON from here on: {message}", line)

    def _here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _list(self, into: Sequence) -> None:
        self._step()
        while self._peek() != "]" or into:
            line = self._here()
            into.append(self._value())
            into.lines.append(line)
            if not self._goes_on("]"):
                return
        self._at += 1

    def _object(self, into: Mapping) -> None:
        self._step()
        while self._peek() != "}" or into:
            key = self._value() if self._peek() == '"' else None
            self._space()
            if not isinstance(key, str) or self._peek() != ":":
                raise _FaultError('expected "name": value', self._at)
            self._step()
            if self._peek() == "[":
                into[key] = listing = Sequence()
                self._list(listing)
            else:
                into[key] = self._value()
            if not self._goes_on("}"):
                return
        self._at += 1

    def _goes_on(self, closing: str) -> bool:
        """Step over a comma, or over the closing bracket."""
        self._space()
        if self._peek() not in (",", closing):
            raise _FaultError(f"expected , or {closing}", self._at)
        going = self._peek() == ","
        self._step()
        return going

    def _step(self) -> None:
        self._at += 1
        self._space()

    def _value(self) -> object:
        start = self._at
        try:
            value, self._at = self._decode(self._text, start)
        except json.JSONDecodeError as error:
            raise _FaultError(error.msg, error.pos) from None
        except RecursionError:
            raise _FaultError("lists and objects nest too deep", start) from None
        return value

    def _space(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]


def _mapping(pairs: list[tuple[str, object]]) -> Mapping:
    made = Mapping(pairs)
    if len(made) < len(pairs):
        times = Counter(name for name, _ in pairs)
        made.doubled = tuple(name for name, count in times.items() if count > 1)
    return made
