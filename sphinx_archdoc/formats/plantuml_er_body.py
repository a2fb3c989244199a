"""The columns of one PlantUML entity, between its braces."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.entity_columns import Facts, read_facts
from sphinx_archdoc.formats.plantuml_er_lines import plain_text

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.entity.data import Column
    from sphinx_archdoc.formats.entity_reading import Collector

_LINE = re.compile(r"(?:--|\.\.|==|__)(.*?)(?:(?:--|\.\.|==|__)\s*)?")
_START = re.compile(r"(?:\{(?:field|static|abstract|method)\}\s*|[+\-#~](?=\s*\w)\s*|\*(?!\*)\s*)*")
_MACRO = re.compile(
    r"(primary_key|pk|foreign_key|fk|column|not_null|unique)\s*+\(\s*+([^()]*+)\)(.*)",
    re.IGNORECASE,
)
_MACRO_KEYS = {
    "primary_key": "PK",
    "pk": "PK",
    "foreign_key": "FK",
    "fk": "FK",
    "unique": "UK",
    "not_null": "not null",
}
_NAMED = re.compile(r"([^\s:()]+(?:\s[^\s:()]+)*?)\s*(?::\s*(.*)|(\s(?:<<|\().*)|\Z)")
_TYPE_FIRST = re.compile(r"([\w\[\]]+(?:\([\d, ]*\))?)\s+([\w$]+)")
_METHOD = re.compile(r"\w+\s*\([^)]*\)\s*(?::.*)?")


class Body:
    """Reads the lines between the braces of an entity."""

    def __init__(self, collector: Collector, name: str, line: int) -> None:
        self.name, self.line = name, line
        self._collector = collector
        self._above: list[str] = []  # names above the first line across
        self._lines_across = 0

    def read(self, line: str, number: int) -> bool:
        """Read one line; return whether it ends the entity."""
        if line.startswith("}"):
            self.finish()
            return True
        across = _LINE.fullmatch(line)
        if across and not re.match(r"--?\s*\w+\s*:", line):
            self._lines_across += 1
        elif line and not line.startswith("'"):
            self._column(line, number)
        return False

    def finish(self) -> None:
        """Make what stands above the first line across the primary key, where no column says so."""
        columns = self._collector.columns(self.name)
        if self._lines_across and self._above and not any("PK" in c.keys for c in columns):
            changed = [
                replace(c, keys=("PK", *c.keys)) if c.name in self._above else c for c in columns
            ]
            self._collector.set_columns(self.name, changed)

    def _column(self, line: str, number: int) -> None:
        start = _START.match(line)
        marks, text = (start[0], line[start.end() :]) if start else ("", line)
        column = _column(text.strip())
        if column is None:
            return
        if "*" in marks and column.required is None:
            column = replace(column, required=True)
        self._collector.column(self.name, column, number)
        if not self._lines_across:
            self._above.append(column.name)


def _column(text: str) -> Column | None:
    """Return the column in a line; a method has none."""
    facts = Facts()
    macro = _MACRO.fullmatch(text)
    if macro:
        facts.add(_MACRO_KEYS.get(macro[1].casefold(), ""))
        text = f"{macro[2].rstrip()}{macro[3]}"
    text = re.sub(r"\[\[.*?\]\]", "", text)
    found = _NAMED.match(plain_text(text))
    if found is None:
        return None
    kind = read_facts(found[2] or found[3] or "", facts)
    name = found[1]
    if _METHOD.fullmatch(text) and not facts.keys and not facts.comments and not kind:
        return None
    swapped = _TYPE_FIRST.fullmatch(name) if not kind else None
    if swapped:
        kind, name = swapped[1], swapped[2]
    return facts.column(name, kind)
