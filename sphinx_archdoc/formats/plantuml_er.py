"""Read PlantUML's entity-relationship text: ``entity`` or ``class`` with crow's feet.

Source of the grammar: plantuml.com/ie-diagram and plantuml.com/class-diagram. What only styles the
picture is passed over; includes and other preprocessing are not executed. Reading never fails: a
fault becomes a problem with its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.entity.data import Relation
from sphinx_archdoc.formats.collecting import shown, split_lines
from sphinx_archdoc.formats.entity_reading import Collector
from sphinx_archdoc.formats.plantuml_er_body import Body
from sphinx_archdoc.formats.plantuml_er_lines import Skipper, ends, plain_text
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.entity.data import EntityGraph
    from sphinx_archdoc.formats.entity_reading import EntityRead
    from sphinx_archdoc.model.findings import Problem

#: A longer line is cut.
_LONGEST = 1000
_NAME = r"\"[^\"]*\"|[\w.:@$-]+?"
_ENTITY = re.compile(
    r"(?:(?:abstract\s+)?(?:entity|class|table|struct|object))\s+"
    rf"(?P<one>{_NAME})(?:\s+as\s+(?P<two>{_NAME}))?\s*"
    r"(?P<looks>(?:<<[^<>]*>>|#[\w;:.#|/\\-]+|\[\[[^\]]*\]\]|\(\([^)]*\)\)|\s)*)"
    r"(?:(?P<brace>\{)(?P<rest>.*))?"
)
_STARTS = re.compile(r"(?:entity|class|table|struct)\s")
_RELATION = re.compile(
    rf"(?P<source>{_NAME})\s*+(?:(?P<many_source>\"[^\"]*+\")\s*+)?"
    r"(?P<left>\|o|\|\||\}o|\}\||\}|<\|?|[*o+^#x](?=[-.]))?"
    r"(?P<line>[-.=]+(?:\[[^\]]*\])?(?:left|right|up|down|le|ri|do|l|r|u|d)?(?:\[[^\]]*\])?[-.=]*)"
    r"(?P<right>o\||\|\||o\{|\|\{|\{|\|?>|[*o+^#x](?=\s|\"))?"
    rf"\s*+(?:(?P<many_target>\"[^\"]*+\")\s*+)?(?P<target>{_NAME})\s*+"
    r"(?P<looks>#[\w;:.#-]+\s*+)?(?::\s*+(?P<label>.*))?"
)
_FEET = re.compile(r"(?:\|\||\|o|\}o|\}\|)[-.]|[-.](?:\|\||o\||o\{|\|\{)")
_ARROW_ENDS = re.compile(r"^\s*+[<>]\s*+|(?<!\s)\s*+[<>]\s*+$")
_TITLE = re.compile(r"title\s+(.+)", re.IGNORECASE)


def looks_like_er(text: str) -> bool:
    """Tell whether a PlantUML text has entities that are joined by crow's feet, or only entities.

    The word ``entity`` is also a participant of sequence diagrams and a box of component diagrams:
    one with columns in braces, or a foot at any line, makes the text ours.
    """
    if re.search(
        r"^[ \t]*+(?:participant|actor|activate|->|node|cloud|component)\b", text, re.MULTILINE
    ):
        return False
    tables = re.search(r"^[ \t]*+(?:entity|table)\b[^\n{]*\{", text, re.MULTILINE)
    return bool(tables) or bool(_STARTS.search(text) and _FEET.search(text))


def read_er(text: str) -> EntityRead:
    """Read a PlantUML text, with or without ``@startuml``; see the module for its grammar."""
    reader = _Reader(Collector())
    for number, line in enumerate(split_lines(text), start=1):
        reader.read(line[:_LONGEST].replace("\xa0", " ").strip(), number)
    return reader.result()


def read_plantuml_er(text: str) -> tuple[EntityGraph | None, tuple[Problem, ...]]:
    """Return the picture data of a text, None where it is no such diagram, and its problems."""
    return read_er(text).as_picture() if looks_like_er(text) else (None, ())


class _Reader:
    """Reads line after line; ``_body`` is the entity whose columns are being read."""

    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self._skipper = Skipper(collector)
        self._body: Body | None = None
        self._aliases: dict[str, str] = {}

    def read(self, line: str, number: int) -> None:
        """Read one line."""
        if self._body is not None:
            if self._body.read(line, number):
                self._body = None
        elif line and not self._skipper.passes(line, number, self._aliases):
            self._statement(line, number)

    def result(self) -> EntityRead:
        """Return what was read."""
        if self._body is not None:
            message = f"{self._body.name!r} has no closing brace"
            self.collector.problems.add(Code.SYNTAX, message, self._body.line)
            self._body.finish()
        for line, name, text in self._skipper.notes:
            known = self._aliases.get(name, name)
            if known in self.collector:
                self.collector.note(known, text)
            elif name:
                self.collector.problems.add(
                    Code.SYNTAX, f"the note is at {shown(name)}, which is no entity", line
                )
        return self.collector.result()

    def _statement(self, line: str, number: int) -> None:
        title = _TITLE.fullmatch(line)
        if title:
            self.collector.title = plain_text(title[1])
            return
        entity = _ENTITY.fullmatch(line)
        if entity:
            self._entity(entity, number)
            return
        relation = _RELATION.fullmatch(line)
        if relation:
            self._relation(relation, number)
            return
        message = f"expected an entity or 'a ||--o{{ b : label', found {shown(line)}"
        self.collector.problems.add(Code.SYNTAX, message, number)

    def _entity(self, found: re.Match[str], number: int) -> None:
        one, two = found["one"], found["two"]
        alias, title = (one, two) if two and two.startswith('"') else (two or one, one)
        alias, title = alias.strip('"'), plain_text(title.strip('"'))
        name = self.collector.entity(alias, number, title)
        self._aliases.setdefault(title, alias)
        if found["brace"] and name:
            rest = found["rest"].strip()
            body = Body(self.collector, name, number)
            if not rest or not body.read(rest.removesuffix("}"), number):
                self._body = body
            if rest.endswith("}"):
                body.finish()
                self._body = None

    def _relation(self, found: re.Match[str], number: int) -> None:
        label = _ARROW_ENDS.sub("", found["label"] or "")
        source_end, target_end = ends(found)
        self.collector.relation(
            Relation(
                source=self._named(found["source"], number),
                target=self._named(found["target"], number),
                source_end=source_end,
                target_end=target_end,
                identifying="." not in found["line"],
                label=plain_text(label.strip().strip('"')),
            ),
            number,
        )

    def _named(self, name: str, number: int) -> str:
        plain = name.strip('"')
        if plain not in self.collector and plain in self._aliases:
            return self._aliases[plain]
        base = plain.partition("::")[0]  # the column after ``::`` is no part of the name
        return self.collector.entity(base, number)
