"""The lines of a PlantUML text that are no entities: styles, notes, comments, preprocessing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.collecting import shown
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.diagrams.entity.data import Cardinality
    from sphinx_archdoc.formats.entity_reading import Collector

_PASSED = re.compile(
    r"@startuml|@enduml|hide\b|show\b|remove\b|restore\b|skinparam\b|scale\b|set\b|allowmixing"
    r"|left to right|top to bottom|header\b|footer\b|caption\b|mainframe\b|newpage\b|together\b"
    r"|!theme\b|!pragma\b|!\$|!assume\b|!endif\b|'|/'.*'/\Z|center\b|page\b",
    re.IGNORECASE,
)
_DIRECTION = re.compile(r"(left to right|top to bottom) direction", re.IGNORECASE)
_REFUSED = re.compile(
    r"!(?:include\w*|import|procedure|function|define\w*|if\w*|while|foreach|\w+)"
)
#: What begins a block whose lines say nothing of the entities, and what ends it.
_BLOCKS = tuple(
    (re.compile(begin, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for begin, end in (
        (r"skinparam\s+[^{]*\{\s*\Z", r"\}"),
        (r"<style>", r"</style>"),
        (r"legend\b", r"end ?legend"),
        (r"(?:header|footer|title)\Z", r"end ?(?:header|footer|title)"),
        (r"/'(?!.*'/)", r".*'/"),
        (r"!(?:procedure|function)\b(?!.*return)", r"!end(?:procedure|function)"),
    )
)
_GROUP = re.compile(
    r"(?:package|namespace|rectangle|frame|folder|database|cloud|node|together)\b[^{]*\{\s*\Z",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"note\s+(?:(?:left|right|top|bottom|over)\b\s*)?(?:of\s+)?(?P<name>\"[^\"]+\"|[\w.]+)?"
    r"(?:::\S+)?(?:\s+#\w+)?\s*(?::\s*(?P<text>.*))?",
    re.IGNORECASE,
)
_NOTE_AS = re.compile(r"note\s+\"(?P<text>[^\"]*)\"\s+as\s+\w+.*", re.IGNORECASE)
_NOTE_END = re.compile(r"end ?note", re.IGNORECASE)
_CODE = re.compile(r"<U\+([0-9A-F]{2,5})>|&#(\d{1,7});", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:b|i|u|s|w|back|color|size|font|plain|sub|sup|code)(?:[:=][^>]*)?>"
    r"|\*\*|//(?=\w)|(?<=\w)//|~~|\"\"|<&[\w-]+>|<\$[^>]*>",
    re.IGNORECASE,
)
_FEET: dict[str, Cardinality] = {
    "|o": "zero-or-one", "o|": "zero-or-one", "||": "one", "}o": "zero-or-more",
    "o{": "zero-or-more", "}|": "one-or-more", "|{": "one-or-more", "}": "zero-or-more",
    "{": "zero-or-more",
}  # fmt: skip
_NUMBERS: dict[str, Cardinality] = {
    "1": "one", "1..1": "one", "0..1": "zero-or-one", "*": "zero-or-more", "0..*": "zero-or-more",
    "0..n": "zero-or-more", "n": "zero-or-more", "m": "zero-or-more", "many": "zero-or-more",
    "1..*": "one-or-more", "1..n": "one-or-more", "1..m": "one-or-more", "+": "one-or-more",
}  # fmt: skip


def ends(found: re.Match[str]) -> tuple[Cardinality, Cardinality]:
    """Return the cardinalities of a relation, by its feet or the numbers in quotes beside it."""
    return (
        _end(found["left"], found["many_source"]),
        _end(found["right"], found["many_target"]),
    )


def _end(foot: str | None, number: str | None) -> Cardinality:
    written = "".join((number or "").strip('"').split()).casefold()
    return _FEET.get(foot or "") or _NUMBERS.get(written, "")


def plain_text(text: str) -> str:
    r"""Return a label as it is drawn: without creole, ``<U+003A>`` as a character, one line."""
    shown_text = _MARKUP.sub("", text.replace("\\n", " ").replace("\\l", " ").replace("\\r", " "))
    return " ".join(_CODE.sub(_character, shown_text).split())


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    printable = 0x20 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF  # noqa: PLR2004 - Unicode
    return chr(number) if printable else found[0]


class Skipper:
    """Knows what to pass over, over several lines too; collects the notes at entities."""

    def __init__(self, collector: Collector) -> None:
        self.notes: list[tuple[int, str, str]] = []
        self._collector = collector
        self._until: re.Pattern[str] | None = None
        self._note: tuple[int, str, list[str]] | None = None
        self._groups = 0
        self._last = ""

    def passes(self, line: str, number: int, names: Mapping[str, str]) -> bool:
        """Tell whether a line says nothing of entities and relations."""
        if self._until is not None:
            self._until = None if self._until.match(line) else self._until
            return True
        if self._note is not None:
            self._inside_note(line)
            return True
        if line.casefold().startswith("note"):
            self._begin_note(line, number, names)
            return True
        return self._block(line) or self._passed(line, number)

    def _block(self, line: str) -> bool:
        for begin, end in _BLOCKS:
            if begin.match(line):
                self._until = end
                return True
        if _GROUP.match(line):
            self._groups += 1
            return True
        if line == "}" and self._groups:
            self._groups -= 1
            return True
        return False

    def _passed(self, line: str, number: int) -> bool:
        direction = _DIRECTION.match(line)
        if direction:
            self._collector.direction = "LR" if direction[1].lower().startswith("left") else "TB"
            return True
        if _PASSED.match(line):
            return True
        if _REFUSED.match(line):
            message = (
                f"{shown(line.partition(' ')[0])} is not executed; the picture is drawn without it"
            )
            self._collector.problems.add(Code.REFUSED, message, number)
            return True
        return False

    def _begin_note(self, line: str, number: int, names: Mapping[str, str]) -> None:
        if _NOTE_AS.fullmatch(line):
            return
        found = _NOTE.fullmatch(line)
        if found is None:
            return
        name = (found["name"] or (list(names.values()) or [""])[-1]).strip('"')
        if found["text"] is not None:
            self.notes.append((number, name, plain_text(found["text"])))
        else:
            self._note = (number, name if name != "as" else "", [])

    def _inside_note(self, line: str) -> None:
        assert self._note is not None  # noqa: S101 - the caller looked
        number, name, lines = self._note
        if _NOTE_END.match(line):
            self.notes.append((number, name, plain_text(" ".join(lines))))
            self._note = None
        else:
            lines.append(line)
