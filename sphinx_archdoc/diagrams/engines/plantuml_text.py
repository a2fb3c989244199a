"""PlantUML text made ready: one diagram, its include files put in, what would reach out refused.

Include files are read by us and only below the folders given; PlantUML itself may read nothing. The
statements are those of https://plantuml.com/preprocessing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.engines.plantuml_files import Refused
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_archdoc.diagrams.engines.plantuml_files import Files

DEEPEST = 20
MOST_INCLUDES = 1000  # in one text, each as often as it is included
_LONGEST_STATEMENT = 1000
LARGEST = 2_000_000  # characters of the whole text
_SORTS = (
    "uml|salt|json|yaml|mindmap|wbs|gantt|dot|ditaa|jcckit|math|latex|git|board|hcl|regex|ebnf"
    "|creole|chronology|def|flow|tree|files|bpm|chen|nwdiag|packetdiag|project|wire|cute|chart"
)
_START = re.compile(rf"^\W*?[@\\]start(?P<sort>{_SORTS})\b(?P<rest>.*)")
_END = re.compile(rf"^\W*?[@\\]end(?:{_SORTS})\b")
_INCLUDE = re.compile(
    r"^\s*+!(?P<word>include(?:_many|_once|sub)?)\s++(?P<name>\S[^']*+)", re.IGNORECASE
)
_LIBRARY = re.compile(r"<\w[\w.-]*(?:/\w[\w.-]*)*>", re.ASCII)
_C4 = re.compile(r"https://raw\.githubusercontent\.com/[\w-]+/C4-PlantUML/[\w./-]+/(C4_?\w*)\.puml")
_REFUSED = re.compile(
    r"^\s*!(?:includeurl|includedef|import)\b|^\s*!theme\b.*\bfrom\s+[^<\s]"
    r"|%(?:load_json|getenv|file_exists|dirpath|filename)\s*\(",
    re.IGNORECASE,
)
_LAYOUT = re.compile(r"^\s*!pragma\s+(?:layout|graphviz_dot)\b", re.IGNORECASE)
_PART = re.compile(r"(?P<file>[^!]+)(?:!(?P<part>[^!]+))?")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text ready for PlantUML.

    ``places`` holds for each of its lines the line of the fence it comes from, 0 for none: a fault
    in an included file is a fault of the line that includes it. ``files`` were read, or would have
    been: the page depends on them.
    """

    text: str
    places: tuple[int, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]

    def line(self, number: int) -> int:
        """Return the line of the fence for a line of the text, both counted from 1."""
        return self.places[number - 1] if 0 < number <= len(self.places) else 0


@dataclass(slots=True)
class _Preparing:
    files: Files
    lines: list[tuple[str, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    read: dict[Path, None] = field(default_factory=dict)
    size: int = 0
    includes: int = 0

    def refuse(self, code: Code, message: str, line: int) -> None:
        self.problems.append(Problem(code, message, line))

    def add(self, text: str, place: int, folder: Path | None, chain: tuple[Path, ...]) -> None:
        """Add one line, or what it includes."""
        include = _INCLUDE.match(text.lstrip()[:_LONGEST_STATEMENT])
        if include:
            self._include(include, place, folder, chain)
        elif _REFUSED.search(text) and not text.lstrip().startswith("'"):
            what = text.strip()[:60]
            self.refuse(Code.REFUSED, f"{what!r} would read a file or a variable", place)
        elif not _LAYOUT.match(text):
            self._put(text, place)

    def _put(self, text: str, place: int) -> None:
        self.size += len(text) + 1
        if self.size > LARGEST:
            raise Refused(Code.LIMIT, f"the text is longer than {LARGEST:,} characters")
        self.lines.append((text, place))

    def _include(
        self, include: re.Match[str], place: int, folder: Path | None, chain: tuple[Path, ...]
    ) -> None:
        self.includes += 1
        if self.includes > MOST_INCLUDES:  # files that hold nothing but includes have no size
            raise Refused(Code.LIMIT, f"the text includes more than {MOST_INCLUDES:,} files")
        name = include["name"].strip().strip("\"'")
        library = _C4.fullmatch(name)
        if library or _LIBRARY.fullmatch(name):
            self._put(f"!include <C4/{library[1]}>" if library else f"!include {name}", place)
            return
        match = _PART.fullmatch(name)
        if match is None or len(chain) >= DEEPEST:
            message = f"!include {name[:80]!r}: files include each other more than {DEEPEST} deep"
            self.refuse(Code.LIMIT, message, place)
            return
        try:
            path, text = self.files.read(match["file"], folder, self.read)
        except Refused as refused:
            self.refuse(refused.code, f"!include {name[:80]!r}: {refused.message}", place)
            return
        if path in chain:
            self.refuse(Code.CYCLE, f"!include {name[:80]!r}: the file includes itself", place)
            return
        if include["word"].lower() == "include_once" and path in self.files.once:
            return
        self.files.once.add(path)
        sub = include["word"].lower() == "includesub"
        for line in _part(text, match["part"] or "", sub=sub):
            self.add(line, place, path.parent, (*chain, path))


def prepare(text: str, files: Files) -> Prepared:
    """Return the first diagram of a text, ready for PlantUML; refused statements are left out.

    ``files`` knows what may be read; names in the text are relative to its folder. Raises Refused
    for a text that is too long or includes too many files.
    """
    lines = _split(text)
    opening, first = "@startuml", 0
    for index, line in enumerate(lines):
        match = _START.match(line)
        if match:
            opening, first = f"@start{match['sort']}", index + 1
            break
    work = _Preparing(files)
    work.lines.append((opening, first))
    more = False
    for number, line in enumerate(lines[first:], first + 1):
        if _END.match(line):
            rest = lines[number:]
            more = any(_START.match(other) for other in rest)
            break
        if not _START.match(line):
            work.add(line, number, files.folder, ())
    if more:
        work.refuse(Code.LIMIT, "the text holds several diagrams; only the first is shown", number)
    work.lines.append((opening.replace("@start", "@end"), len(lines)))
    return Prepared(
        text="\n".join(line for line, _ in work.lines) + "\n",
        places=tuple(place for _, place in work.lines),
        problems=tuple(work.problems),
        files=tuple(work.read),
    )


def _part(text: str, part: str, *, sub: bool) -> list[str]:
    """Return the lines that an include means: a part by name or number, or the first diagram."""
    lines = _split(text)
    if not lines[-1]:
        lines.pop()  # the end of the last line
    if sub:
        return _between(lines, rf"^\s*!startsub\s+{re.escape(part)}\s*$", r"^\s*!endsub\b")
    starts = [i for i, line in enumerate(lines) if _START.match(line)]
    if not starts:
        return [line for line in lines if not _END.match(line)]
    chosen = starts[0]
    numbers = {str(number): start for number, start in enumerate(starts)}
    if part in numbers:
        chosen = numbers[part]
    elif part:
        named = (i for i in starts if re.search(rf"id={re.escape(part)}\b", lines[i]))
        chosen = next(named, chosen)
    found = []
    for line in lines[chosen + 1 :]:
        if _END.match(line) or _START.match(line):
            break
        found.append(line)
    return found


def _split(text: str) -> list[str]:
    """Split at line ends as editors count lines."""
    return re.split(r"\r\n|\r|\n", text)


def _between(lines: list[str], start: str, end: str) -> list[str]:
    found: list[str] = []
    inside = False
    for line in lines:
        if re.match(end, line):
            inside = False
        elif inside:
            found.append(line)
        elif re.match(start, line):
            inside = True
    return found
