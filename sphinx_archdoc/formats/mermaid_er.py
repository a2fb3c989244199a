"""Read Mermaid's ``erDiagram``.

Source of the grammar: mermaid.js.org/syntax/entityRelationshipDiagram.html (Mermaid 11). Styles are
passed over. Reading never fails: a fault becomes a problem with its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from sphinx_archdoc.diagrams.entity.data import Column, Relation
from sphinx_archdoc.formats.collecting import shown, split_lines
from sphinx_archdoc.formats.entity_reading import Collector
from sphinx_archdoc.formats.mermaid_text import decoded, is_start, without_front_matter
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.directions import Direction
    from sphinx_archdoc.diagrams.entity.data import Cardinality, EntityGraph, Key
    from sphinx_archdoc.formats.entity_reading import EntityRead
    from sphinx_archdoc.model.findings import Problem

#: A longer line is cut.
_LONGEST = 1000
_CARDINALITIES: dict[str, Cardinality] = {
    "|o": "zero-or-one", "o|": "zero-or-one", "||": "one",
    "}o": "zero-or-more", "o{": "zero-or-more", "}|": "one-or-more", "|{": "one-or-more",
    "zero or one": "zero-or-one", "one or zero": "zero-or-one",
    "one or more": "one-or-more", "one or many": "one-or-more", "many(1)": "one-or-more",
    "1+": "one-or-more", "zero or more": "zero-or-more", "zero or many": "zero-or-more",
    "many(0)": "zero-or-more", "0+": "zero-or-more", "many": "zero-or-more",
    "only one": "one", "1": "one", "one": "one",
}  # fmt: skip
_LINES = {"--": True, "to": True, "..": False, ".-": False, "-.": False, "optionally to": False}
_NAME = r"\"[^\"\n]*\"|[^\W\d][\w.-]*?|\d[\w.-]*?|\w+"
_ALIAS = r"\s*+\[\s*+(?:\"([^\"]*+)\"\s*+|([^\]\"]*+))\]"
_CLASS = r"(?:\s*+:::(?:\s*+[\w-]+(?:\s*+,\s*+[\w-]+)*)?)?"
_SIGN = r"\|o|o\||\|\||\}o|o\{|\}\||\|\{"
_WORD = (
    r"zero or one|one or zero|one or more|one or many|zero or more|zero or many|many\(1\)"
    r"|many\(0\)|only one|one|many|1\+|0\+|1"
)
_SIGNS = re.compile(
    rf"({_NAME})(?:{_ALIAS})?{_CLASS}\s*+({_SIGN})\s*+(--|\.\.|\.-|-\.)\s*+({_SIGN})\s*+"
    rf"({_NAME})(?:{_ALIAS})?{_CLASS}\s*+(?::\s*+(.*))?"
)
_WORDS = re.compile(
    rf"({_NAME})(?:{_ALIAS})?{_CLASS}\s++({_WORD}|{_SIGN})\s*+(optionally to|to|--|\.\.|\.-|-\.)"
    rf"\s*+({_WORD}|{_SIGN})\s++({_NAME})(?:{_ALIAS})?{_CLASS}\s*+(?::\s*+(.*))?",
    re.IGNORECASE,
)
_ENTITY = re.compile(rf"({_NAME})(?:{_ALIAS})?{_CLASS}\s*+(\{{.*)?")
_PASSED = re.compile(r"(?:style|classDef|class|linkStyle|subgraph|click)\b|end\Z|accTitle\s*:")
_DIRECTION = re.compile(r"direction\s+(TB|TD|BT|LR|RL)\b.*", re.IGNORECASE)
_TITLE = re.compile(r"title\s+(.*)")
_DESCRIPTION = re.compile(r"accDescr\s*(?::\s*(.*)|(\{.*))")
#: Only blanks and tabs part the words: other spaces may stand in a name.
_COLUMN = re.compile(
    r"[ \t]*([^ \t\",{}]+(?:\([^()\"{}]*\))?[^ \t]*?)[ \t]+([^ \t\",{}]+)"
    r"(?:[ \t]+((?:PK|FK|UK)(?:[ \t]*,?[ \t]*(?:PK|FK|UK))*)(?![\w-]))?"
    r"(?:[ \t]+\"([^\"]*)\")?[ \t]*,?"
)


def looks_like_er(text: str) -> bool:
    """Tell whether a Mermaid text is an entity-relationship diagram."""
    return is_start(text, "erDiagram")


def read_er(text: str) -> EntityRead:
    """Read a Mermaid text from ``erDiagram`` on; see the module for its grammar."""
    lines, title = without_front_matter(split_lines(text))
    reader = _Reader(Collector())
    reader.collector.title = title
    for number, line in enumerate(lines, start=1):
        reader.read(line[:_LONGEST].replace("\xa0", " ").strip(), number)
    return reader.result()


def read_mermaid_er(text: str) -> tuple[EntityGraph | None, tuple[Problem, ...]]:
    """Return the picture data of a text, None where it is no such diagram, and its problems."""
    return read_er(text).as_picture() if looks_like_er(text) else (None, ())


class _Reader:
    """Reads line after line; ``_open`` is the entity whose columns are being read."""

    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self._open: str | None = None
        self._opened = 0
        self._describing = False

    def read(self, line: str, number: int) -> None:
        """Read one line."""
        if self._describing:
            said, end, _ = line.partition("}")
            self.collector.description = f"{self.collector.description} {said}".strip()
            self._describing = not end
        elif not line or line.startswith("%%"):
            return
        elif self._open is not None:
            self._columns(line, number)
        else:
            self._statement(line, number)

    def result(self) -> EntityRead:
        """Return what was read."""
        if self._open is not None:
            message = f"the columns of {self._open!r} have no closing brace"
            self.collector.problems.add(Code.SYNTAX, message, self._opened)
        return self.collector.result()

    def _statement(self, line: str, number: int) -> None:
        if line == "erDiagram" or line.startswith("erDiagram "):
            line = line[len("erDiagram") :].strip()
            if not line:
                return
        relation = _SIGNS.fullmatch(line) or _WORDS.fullmatch(line)
        if relation:
            self._relation(relation, number)
            return
        if self._setting(line) or _PASSED.match(line):
            return
        entity = _ENTITY.fullmatch(line)
        if entity:
            self._entity(entity, number)
            return
        wanted = "'A ||--o{ B : label', an entity or its columns in braces"
        message = f"expected {wanted}, found {shown(line)}"
        self.collector.problems.add(Code.SYNTAX, message, number)

    def _setting(self, line: str) -> bool:
        """Read what is said of the whole picture."""
        direction = _DIRECTION.fullmatch(line)
        title = _TITLE.fullmatch(line)
        description = _DESCRIPTION.fullmatch(line)
        if direction:
            self.collector.direction = cast("Direction", direction[1].upper().replace("TD", "TB"))
        elif title and not line.rstrip().endswith("{"):
            self.collector.title = decoded(title[1])
        elif description:
            said, end, _ = (description[2] or "").removeprefix("{").partition("}")
            self.collector.description = decoded(description[1] or said).strip()
            self._describing = description[2] is not None and not end
        return bool(direction or description or (title and not line.rstrip().endswith("{")))

    def _relation(self, found: re.Match[str], number: int) -> None:
        source, a1, a2, left, line, right, target, b1, b2, label = found.groups()
        self.collector.relation(
            Relation(
                source=self._named(source, a1 or a2, number),
                target=self._named(target, b1 or b2, number),
                source_end=_CARDINALITIES[left.casefold()],
                target_end=_CARDINALITIES[right.casefold()],
                identifying=_LINES[line.casefold()],
                label=decoded(_unquoted(label or "")),
            ),
            number,
        )

    def _named(self, name: str, title: str | None, number: int) -> str:
        return self.collector.entity(_unquoted(name), number, decoded(title or "").strip())

    def _entity(self, found: re.Match[str], number: int) -> None:
        name = self._named(found[1], found[2] or found[3], number)
        if found[4]:
            self._open, self._opened = name, number
            self._columns(found[4][1:], number)

    def _columns(self, line: str, number: int) -> None:
        """Read the columns in a line; a brace ends them."""
        body, end, after = _until_brace(line)
        at = 0
        while at < len(body) and body[at:].strip():
            if body[at:].lstrip().startswith("%%"):
                break
            found = _COLUMN.match(body, at)
            if not found:
                message = f"expected 'type name', a key and a comment, found {shown(body[at:])}"
                self.collector.problems.add(Code.SYNTAX, message, number)
                break
            at = found.end()
            if self._open:
                self.collector.column(self._open, _column(found), number)
        if end:
            self._open = None
            if after.strip():
                self._statement(after.strip(), number)


def _column(found: re.Match[str]) -> Column:
    kind, name, keys, comment = found.groups()
    listed = dict.fromkeys(re.findall("PK|FK|UK", keys or ""))
    return Column(
        name=decoded(name),
        type=decoded(kind),
        keys=cast("tuple[Key, ...]", tuple(listed)),
        comment=decoded(comment or "").strip(),
    )


def _until_brace(line: str) -> tuple[str, bool, str]:
    """Split a line at a closing brace outside quotes."""
    quoted = False
    for at, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == "}" and not quoted:
            return line[:at], True, line[at + 1 :]
    return line, False, ""


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
