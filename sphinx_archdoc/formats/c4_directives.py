"""The lines of a C4 macro text that are no macro call: titles, directions, preprocessor, styling.

Sources: PlantUML's pages "Common commands", "Preprocessing" and "Skinparam"; Mermaid's pages
"C4 Diagrams" and "Frontmatter". Nothing is executed and nothing is fetched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.c4_names import IGNORED, NAMES
from sphinx_archdoc.formats.collecting import shown
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.formats.c4_scan import Mark, Scanner
    from sphinx_archdoc.formats.collecting import Problems

HEADER = re.compile(r"C4(?:Context|Container|Component|Dynamic|Deployment)\b")
_LIBRARY = re.compile(r"(?:.*[/<])?C4(?:_[A-Za-z]+)?(?:\.puml|\.iuml)?>?", re.IGNORECASE)
_DIRECTION = re.compile(
    r"(left to right|top to bottom) direction|direction\s+(TB|TD|BT|LR|RL)", re.IGNORECASE
)
_BLOCKS = {  # a block of several lines, and how it ends
    "title": "end ?title",
    "legend": "end ?legend",
    "header": "end ?header",
    "footer": "end ?footer",
    "<style>": "</style>",
    "!procedure": "!endprocedure",
    "!unquoted": "!endprocedure",
    "!final": "!endprocedure",
    "!function": "!endfunction",
    "!definelong": "!enddefinelong",
}
_STYLING = re.compile(
    r"skinparam|hide|show|scale|header|footer|caption|legend|sprite|allow_?mixing|mainframe|newpage"
    r"|acctitle:?|accdescr:?|<style>"
)
_REFUSED = re.compile(
    r"!(?:include\w*|import|script|plugin|procedure|unquoted|final|function|definelong"
    r"|if|ifdef|ifndef|while|foreach)"
)
_FETCH = re.compile(r"!theme\b.*\bfrom\s+(?!<)", re.IGNORECASE)


class Directives:
    """Reads the other lines; keeps the title and direction they set."""

    def __init__(self, scanner: Scanner, problems: Problems) -> None:
        self.title = ""
        self.direction = ""
        self._scanner = scanner
        self._problems = problems
        self._first = True

    def read(self, mark: Mark) -> str:
        """Read a line; return ``"skip"`` or ``"open"`` when it opens a brace, else nothing."""
        text, first = mark.text, self._first
        self._first = False
        word = text.split(maxsplit=1)[0].lower()
        rest = text[len(word) :].strip()
        if first and text == "---":
            self._front_matter()
        elif text.startswith("!"):
            self._preprocessor(word, rest, mark.line)
        elif word == "title":
            self._title(rest)
        elif found := _DIRECTION.fullmatch(text):
            sides = {"left to right": "LR", "top to bottom": "TB", "td": "TB"}
            asked = (found[1] or found[2]).lower()
            self.direction = sides.get(asked, asked.upper())
        elif _STYLING.fullmatch(word) or text.lower().startswith("set separator"):
            return self._styling(word, rest)
        elif not (HEADER.match(text) or text.startswith(("@start", "@end"))):
            return self._unknown(mark, word)
        return ""

    def _front_matter(self) -> None:
        for line in self._scanner.skip_lines("---[ \t]*(?:\n|$)"):
            name, _, value = line.partition(":")
            if name.strip() == "title":
                self.title = value.strip().strip("\"'")

    def _title(self, rest: str) -> None:
        if not rest:
            rest = " ".join(self._scanner.skip_lines(_BLOCKS["title"]))
        if len(rest) > 1 and rest[0] == rest[-1] and rest[0] in "\"'":
            rest = rest[1:-1]
        self.title = rest

    def _styling(self, word: str, rest: str) -> str:
        if word in ("header", "footer") and rest:
            return ""
        if word in _BLOCKS:
            self._scanner.skip_lines(_BLOCKS[word])
        return "skip" if rest.endswith("{") else ""

    def _preprocessor(self, word: str, rest: str, line: int) -> None:
        if word.startswith("!include") and _LIBRARY.fullmatch(rest.strip("\"'")):
            return
        if _REFUSED.fullmatch(word) or _FETCH.match(f"{word} {rest}"):
            message = f"{shown(f'{word} {rest}')} is not executed; it adds nothing to the picture"
            self._problems.add(Code.REFUSED, message, line)
        if word in _BLOCKS:
            self._scanner.skip_lines(_BLOCKS[word])

    def _unknown(self, mark: Mark, word: str) -> str:
        if IGNORED.fullmatch(mark.text):
            return ""
        said = self._problems.hint(word, NAMES) if word.isidentifier() else ""
        said = said if "did you mean" in said else ""
        message = f"{shown(mark.text, 40)} is no C4 macro and is left out{said}"
        self._problems.add(Code.SYNTAX, message, mark.line)
        if word == "note" and ":" not in mark.text:
            self._scanner.skip_lines("end ?note")
        return "open" if mark.text.endswith("{") else ""
