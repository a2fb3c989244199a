"""Fences of records in Markdown that reach too far, or not far enough.

A fence without its closing line swallows what follows, and one with as few colons as a fence inside
it ends where that one ends. Markdown is silent about both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.section_words import lookup

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,}|:{3,})(?P<info>[^\n]*)\Z")
_DIRECTIVE = re.compile(r"\{(?:arch:)?(?P<name>[\w-]+)\}[ \t]*(?P<title>.*)")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t](?P<text>.*)\Z")
_ID = re.compile(r"[ \t]*:?id:[ \t]*(\S+)[ \t]*\Z")
#: A directive without its braces, or with its title between them.
_MEANT = re.compile(
    r"[`~:]{3,}[ \t]*(?P<brace>\{)?(?:arch:)?(?P<name>[a-z][\w-]*)(?P<title>[ \t]+[^{}]*)?\}?"
)
_SAYS = re.compile(r":[a-z][\w-]*:(?:\s|\Z)")
#: Languages of code, too.
_LANGUAGES = ("mermaid", "plantuml", "uml", "flow")
_LONGEST = 60


class OpenFence(NamedTuple):
    """A fence whose end is not where its author thinks; ``line`` and ``end`` count from 1."""

    message: str
    line: int
    end: int
    code: Code = Code.NESTING


class _Fence(NamedTuple):
    """A block between fences, by its lines from 0; ``end`` is its closing line, or the last."""

    mark: str
    name: str
    title: str
    start: int
    end: int
    closed: bool


class _Reader:
    def __init__(
        self,
        text: str,
        kinds: Container[str],
        words: Callable[[str], Mapping[str, str]],
        ours: Container[str],
        marks: str,
    ) -> None:
        self.lines = split_lines(text)
        self.kinds, self.words, self.ours, self.marks = kinds, words, ours, marks

    def read(self) -> list[OpenFence]:
        """Return what is wrong with the fences of a page."""
        found: list[OpenFence] = []
        number = level = 0
        while number < len(self.lines):
            heading = _HEADING.match(self.lines[number])
            level = len(heading["marks"]) if heading else level
            fence = self._fence(number, len(self.lines))
            if fence is not None and fence.name in self.kinds:
                said = self._inside(fence, level)
                found += [OpenFence(said, fence.start + 1, fence.end + 1)] if said else []
            elif fence is not None and not fence.name and (said := self._code(fence)):
                found.append(OpenFence(said, fence.start + 1, fence.end + 1, Code.SYNTAX))
            number = fence.end + 1 if fence is not None else number + 1
        return found

    def _fence(self, start: int, stop: int) -> _Fence | None:
        """Return the block that a line begins, or nothing."""
        opening = _FENCE.match(self.lines[start])
        if opening is None or opening["mark"][0] not in self.marks:
            return None
        mark, info = opening["mark"], opening["info"].strip()
        if mark[0] == "`" and "`" in info:
            return None  # code in a line
        said = _DIRECTIVE.match(info)
        name, title = (said["name"], said["title"]) if said else ("", "")
        for number in range(start + 1, stop):
            if self._closes(number, mark):
                return _Fence(mark, name, title, start, number, closed=True)
        return _Fence(mark, name, title, start, stop - 1, closed=False)

    def _code(self, fence: _Fence) -> str:
        """Return what is wrong with a block of code that was meant to be a directive of ours."""
        said = self.lines[fence.start].strip()
        meant = _MEANT.fullmatch(said)
        name = meant["name"] if meant else ""
        if meant is None or name in _LANGUAGES or not (name in self.kinds or name in self.ours):
            return ""
        below = self.lines[fence.start + 1 : fence.start + 2]
        if not (meant["brace"] or meant["title"] or "-" in name or any(map(_SAYS.match, below))):
            return ""  # a language that is called alike
        right = f"{fence.mark}{{{name}}} {(meant['title'] or '').strip()}".strip()
        return f"'{said[:_LONGEST]}' is code: write {right}"

    def _closes(self, number: int, mark: str) -> bool:
        line = self.lines[number].strip()
        return len(line) >= len(mark) and set(line) == {mark[0]}

    def _inside(self, fence: _Fence, level: int) -> str:
        """Return what is wrong with the block of a record below a heading of this level."""
        strange, own, page = "", 7, False  # the heading that is none of a record
        stop = fence.end if fence.closed else fence.end + 1
        number = fence.start + 1
        while number < stop:
            line = self.lines[number]
            heading = _HEADING.match(line)
            if heading:
                deep = len(heading["marks"])
                if lookup(heading["text"].strip(" \t#"), self.words(fence.name)):
                    own = min(own, deep)
                elif deep <= own:
                    strange = strange or f"a heading (line {number + 1})"
                    page = page or deep <= level
            elif line.startswith("|") and strange and page:
                return self._missing(fence, strange)
            inner = self._fence(number, stop) if not heading else None
            if inner is not None:
                said = self._nested(fence, inner, strange)
                if said:
                    return said
            number = inner.end + 1 if inner is not None else number + 1
        return self._missing(fence, strange) if strange and not fence.closed else ""

    def _nested(self, fence: _Fence, inner: _Fence, strange: str) -> str:
        if not inner.mark.startswith(fence.mark) or not inner.name:
            if self._ends_early(fence, inner):
                more = f"{fence.mark}{fence.mark[0]}"
                code = f"the code (line {inner.start + 1})"
                return f"{self._called(fence)} ends where {code} in it ends: write {more} around it"
            is_record = inner.name in self.kinds
            return self._missing(fence, strange) if strange and is_record else ""
        what = strange or f"{inner.name} (line {inner.start + 1})"
        if strange or inner.name in self.kinds:
            return self._missing(fence, what)
        if fence.closed and self._is_stray(fence):
            more = f"{inner.mark}{inner.mark[0]}"
            return f"{self._called(fence)} ends where {what} in it ends: write {more} around it"
        return self._missing(fence, what) if inner.name in self.ours else ""

    def _ends_early(self, fence: _Fence, inner: _Fence) -> bool:
        """Tell whether a block ends with the closing line that is that of code in it."""
        says_so = not inner.name and self.lines[inner.start].strip() != inner.mark
        return says_so and not inner.closed and fence.closed and self._is_stray(fence)

    def _is_stray(self, fence: _Fence) -> bool:
        """Tell whether the next fence after a block is a closing line that closes nothing."""
        for number in range(fence.end + 1, len(self.lines)):
            found = _FENCE.match(self.lines[number])
            if found:
                return not found["info"].strip() and found["mark"][0] == fence.mark[0]
        return False

    def _missing(self, fence: _Fence, what: str) -> str:
        return f"{what} stands inside {self._called(fence)}: is the closing {fence.mark} missing?"

    def _called(self, fence: _Fence) -> str:
        title = fence.title.strip()
        for line in self.lines[fence.start + 1 : fence.end]:
            found = _ID.match(line)
            if found or not line.strip():
                title = found[1] if found else title
                break
        return f"{fence.name} {title[:_LONGEST]}".strip()


def open_fences(
    text: str,
    kinds: Container[str],
    words: Callable[[str], Mapping[str, str]],
    ours: Container[str] = (),
    marks: str = "`~:",
) -> list[OpenFence]:
    """Return the fences of records that end elsewhere than meant.

    ``words`` returns the names of headings that belong to a kind, for :func:`lookup`; ``ours`` are
    further directives. A heading that is none of them, with a table or a record below it, hardly
    ever belongs to a record.
    """
    return _Reader(text, kinds, words, ours, marks).read()
