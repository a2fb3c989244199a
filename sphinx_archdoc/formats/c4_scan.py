"""Split C4 macro text, of Mermaid or PlantUML, into calls, braces and other lines.

Every character is looked at a bounded number of times, so that any text is read in linear time.
A text that was not closed (a quote, a parenthesis) ends with its line: one slip costs one line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.formats.collecting import Problems

_SPACE = re.compile(r"[\s;]*")
_CALL = re.compile(r"([A-Za-z_]\w*)[ \t]*\(")
_CALL_LINE = re.compile(r"[ \t]*(?:[A-Z]\w*[ \t]*\(|\}|@end)")
_NAMED = re.compile(r"\s*\$(\w+)[ \t]*=(?!=)")
_PLAIN = re.compile(r"[^\"“”\\,()\n]+")
_CLOSE = {'"': re.compile(r'(?:[^"\\\n]|\\.)*"'), "“": re.compile(r'(?:[^"“”\\\n]|\\.)*[”“"]')}
_SINGLE = re.compile(r"\s*'((?:[^'\\\n]|\\.|'(?![ \t]*[,)])){0,500})'[ \t]*(?=[,)])")
_TAIL = re.compile(r"\)\s*+(?:\{\s*+)?\Z")
_WORD = re.compile(r"[\w.-]+")
_STRING_LINES = 5  # a quoted text may go on for so many lines


@dataclass(slots=True)
class Call:
    """A macro call: ``Name(arg, "arg", $name="arg")``."""

    name: str
    line: int
    args: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    faulty: bool = False  # a quote is not closed; that is reported
    run_on: str = ""  # what stands before a quote without a comma between them


@dataclass(frozen=True, slots=True)
class Mark:
    """An opening or closing brace, or a line that is no call."""

    sort: Literal["{", "}", "line"]
    line: int
    text: str = ""


class Scanner:
    r"""Walks through a text whose line ends are all ``\n``."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.text = text
        self._at = 0
        self._problems = problems
        self._missing: set[str] = set()
        self._ends = [found.start() for found in re.finditer("\n", text)]

    def line_at(self, place: int) -> int:
        """Return the number of the line, from 1, that holds this place."""
        return bisect_right(self._ends, place - 1) + 1

    def rest_of_line(self) -> str:
        """Take all up to the line's end."""
        end = self._line_end(self._at)
        taken, self._at = self.text[self._at : end], end
        return taken.strip()

    def skip_lines(self, until: str) -> list[str]:
        """Take lines up to one that starts with a pattern; take nothing if there is none."""
        if until in self._missing:
            return []
        found = re.compile(rf"\n[ \t]*{until}.*", re.IGNORECASE).search(self.text, self._at)
        if not found:
            self._missing.add(until)
            return []
        taken, self._at = self.text[self._at : found.start()], found.end()
        return taken.splitlines()

    def __iter__(self) -> Iterator[Call | Mark]:
        while True:
            found = _SPACE.match(self.text, self._at)
            self._at = found.end() if found else self._at
            if self._at >= len(self.text):
                return
            item = self._next()
            if item:
                yield item

    def _next(self) -> Call | Mark | None:
        text, start = self.text, self._at
        line = self.line_at(start)
        if text.startswith("/'", start):
            end = text.find("'/", start + 2)
            self._at = len(text) if end < 0 else end + 2
            if end < 0:
                self._problems.add(Code.SYNTAX, "the comment /' is not closed by '/", line)
            return None
        if text.startswith("%%{", start):
            end = text.find("}%%", start, start + 5000)
            self._at = self._line_end(start) if end < 0 else end + 3
            return None
        if text.startswith(("'", "%%"), start):
            self._at = self._line_end(start)
            return None
        if text[start] == "{" or text[start] == "}":
            self._at += 1
            return Mark("{" if text[start] == "{" else "}", line)
        found = _CALL.match(text, start)
        if found:
            self._at = found.end()
            return self._call(Call(found[1], line))
        return Mark("line", line, self.rest_of_line())

    def _call(self, call: Call) -> Call:
        first = True
        while True:
            found = _NAMED.match(self.text, self._at)
            if found:
                self._at = found.end()
            value, end = self._value(call)
            if found:
                call.named.setdefault(found[1].lower(), value)
            elif not first or value or end == ",":
                call.args.append(value)
            first = False
            if end != ",":
                return call

    def _value(self, call: Call) -> tuple[str, str]:
        """Read one argument; return it and what ended it: a comma, ``)``, or nothing."""
        text, depth = self.text, 0
        pieces: list[str] = []
        quoted = False
        single = _SINGLE.match(text, self._at)
        if single:
            self._at = single.end()
            return single[1], self._ended()
        while self._at < len(text):
            char = text[self._at]
            if char in _CLOSE:
                before = "".join(pieces).strip()
                if before and depth == 0 and not quoted and _WORD.fullmatch(before):
                    call.run_on = call.run_on or before
                    return before, ","
                if not quoted:
                    pieces = []  # what stood before a quote, such as PlantUML's "+", is no text
                quoted = True
                pieces.append(self._string(char, call))
                continue
            if depth == 0 and char in ",)":
                self._at += 1
                return "".join(pieces).strip(), char
            if char == "\n" and _CALL_LINE.match(text, self._at + 1):
                break
            depth += (char == "(") - (char == ")")
            found = _PLAIN.match(text, self._at)
            end = found.end() if found else self._at + (2 if char == "\\" else 1)
            if not quoted:
                pieces.append(text[self._at : end])
            self._at = end
        if not call.faulty:
            message = f"{call.name}( is not closed by a parenthesis"
            self._problems.add(Code.SYNTAX, message, call.line)
        return "".join(pieces).strip(), ""

    def _ended(self) -> str:
        found = _SPACE.match(self.text, self._at)
        self._at = (found.end() if found else self._at) + 1
        return self.text[self._at - 1 : self._at]

    def _string(self, quote: str, call: Call) -> str:
        start = self._at + 1
        found = _CLOSE[quote].match(self.text, start)
        if found:
            self._at = found.end()
            return self.text[start : found.end() - 1].replace('\\"', '"')
        end = first_end = self._line_end(start)
        for _ in range(_STRING_LINES):
            if end >= len(self.text) or _CALL_LINE.match(self.text, end + 1):
                break
            stop = self._line_end(end + 1)
            close = self.text.find('"', end + 1, stop)
            if close >= 0:
                self._at = close + 1
                return self.text[start:close]
            end = stop
        call.faulty, line = True, self.line_at(start)
        self._problems.add(Code.SYNTAX, f"a quote in {call.name}(…) is not closed", line)
        said = self.text[start:first_end]
        tail = _TAIL.search(said)  # go on where the call seems to end
        stop = tail.start() if tail else len(said)
        self._at = start + stop
        return said[:stop].strip()

    def _line_end(self, place: int) -> int:
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end
