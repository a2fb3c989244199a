"""Read PlantUML's component, deployment and use case diagrams as picture data.

Boxes of all words, nested blocks, names in every form, arrows with directions and texts, notes.
Styles, themes and hints for PlantUML's own layout are passed over. Where a text has more than our
pictures can show, or includes others, or cannot be understood, there is no picture, so that
PlantUML itself can draw it; what is wrong in the text is a problem.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.diagrams.graph import Edge, Graph, Node
from sphinx_archdoc.formats.collecting import SafeIds, shown, split_lines
from sphinx_archdoc.formats.drawn_text import plantuml_lines
from sphinx_archdoc.formats.plantuml_boxes_names import (
    Box,
    Name,
    aliased,
    described,
    extras,
    group_of,
    named,
    node_of,
)
from sphinx_archdoc.formats.plantuml_boxes_parts import (
    AS,
    BEYOND,
    BLOCKS,
    DIRECTION,
    END_NOTE,
    END_TITLE,
    LINE,
    NAME,
    NOTE,
    PASSED,
    TITLE,
    TOGETHER,
    WORD,
    look,
    texts,
)
from sphinx_archdoc.formats.plantuml_looks import Skin
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"/'.*?'/", re.DOTALL)
_NOTE = re.compile(r"(?:floating[ \t]+)?note[ \t]")
_STANDARD = re.compile(r"!include(?:sub|url)?[ \t]+<")
_DEEPEST = 20
_MOST = 2000  # boxes and lines; nobody can read so many
_LONGEST = 5000  # characters of a line


class _Wrong(Exception):  # noqa: N818 - ends the reading, never leaves this module
    """The text breaks the grammar here, or asks for what no reader may do."""

    def __init__(self, message: str, code: Code = Code.SYNTAX) -> None:
        super().__init__(message)
        self.code = code


class _Beyond(Exception):  # noqa: N818 - ends the reading, never leaves this module
    """The text is right, but our pictures cannot show it."""


def read_plantuml_boxes(text: str) -> tuple[Graph | None, tuple[Problem, ...]]:
    """Return the picture data of a text, or None with the problem that ended the reading."""
    reader = _Reader(text)
    try:
        return reader.read(), ()
    except _Beyond:
        return None, ()
    except _Wrong as wrong:
        return None, (Problem(wrong.code, str(wrong), reader.line),)


class _Reader:
    def __init__(self, text: str) -> None:
        bare = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
        self._lines = split_lines(bare)
        self.line = 0
        self._ids = SafeIds()
        self._boxes: dict[str, Box] = {}
        self._notes: dict[str, Node] = {}
        self._edges: list[Edge] = []
        self._open: list[str] = []  # ids of the boundaries around; "" for ``together``
        self._last = self._title = ""
        self._skin = Skin()
        self._direction: Literal["auto", "LR", "TB"] = "auto"

    def read(self) -> Graph:
        lines = self._each()
        for line in lines:
            self._statement(line, lines)
        if self._open:
            raise _Wrong("a brace { is not closed by }")
        if not self._boxes:
            raise _Beyond
        return self._graph()

    def _each(self) -> Iterator[str]:
        for number, line in enumerate(self._lines, start=1):
            self.line = number
            bare = line.strip()
            if len(bare) > _LONGEST:
                raise _Beyond
            if bare and not bare.startswith("'"):
                yield bare

    def _statement(self, line: str, lines: Iterator[str]) -> None:
        if line.startswith("}"):
            self._close()
            if line[1:].strip():
                self._statement(line[1:].strip(), lines)
        elif self._about_looks(line, lines) or self._about_all(line, lines):
            return
        elif TOGETHER.match(line):
            self._push("")
        elif _NOTE.match(line):
            self._note(line, lines)
        elif not self._declared(line, lines) and not self._line(line):
            raise _Wrong(f"expected a box, a line between boxes or a brace, found {shown(line)}")

    def _about_looks(self, line: str, lines: Iterator[str]) -> bool:
        for begins, ends in BLOCKS:
            if begins.match(line):
                self._skin.take(line, self._block(lines, ends))
                return True
        self._skin.take(line)
        return PASSED.match(line) is not None

    def _about_all(self, line: str, lines: Iterator[str]) -> bool:
        if found := DIRECTION.match(line):
            self._direction = "LR" if found[1].startswith("left") else "TB"
            return True
        if found := TITLE.match(line):
            said = [found[1]] if found[1] else self._block(lines, END_TITLE)
            self._title = " ".join(plantuml_lines("\n".join(said)))
            return True
        if line.startswith("!include") and not _STANDARD.match(line):
            message = "the text includes another one, which only PlantUML itself can do"
            raise _Wrong(message, Code.REFUSED)
        if line.startswith("!") or BEYOND.match(line):
            raise _Beyond
        return False

    def _block(self, lines: Iterator[str], ends: re.Pattern[str]) -> list[str]:
        start = self.line
        said: list[str] = []
        for line in lines:
            if ends.match(line):
                return said
            said.append(line)
        self.line = start
        raise _Wrong("the block that begins here has no end")

    # --- boxes and boundaries

    def _push(self, id_: str) -> None:
        if len(self._open) >= _DEEPEST:
            raise _Beyond
        self._open.append(id_)

    def _close(self) -> None:
        if not self._open:
            raise _Wrong("this brace } closes nothing")
        self._open.pop()

    def _around(self) -> str:
        return next((id_ for id_ in reversed(self._open) if id_), "")

    def _declared(self, line: str, lines: Iterator[str]) -> bool:
        """Take a declaration; what begins with a bare name is none."""
        word = WORD.match(line)
        at = word.end() if word else 0
        found = NAME.match(line, at)
        if not found or (not word and found["bare"] is not None) or (not word and found["quoted"]):
            return False
        name, at = named(found), found.end()
        extra, at = extras(line, at)
        if alias := AS.match(line, at):
            second = NAME.match(line, alias.end())
            if not second:
                return False
            name, at = aliased(name, named(second)), second.end()
        more, at = extras(line, at)
        rest = line[at:].strip()
        description = rest == "["
        if rest and not description and not rest.startswith("{"):
            return False
        box = self._add(name, word[1] if word else name.word)
        box.say([*extra, *more])
        if description:
            box.title = described(self._block(lines, re.compile(r"[^\[]*\]$")))
        elif rest:
            self._opened(box, rest[1:].strip(), lines)
        return True

    def _opened(self, box: Box, rest: str, lines: Iterator[str]) -> None:
        box.opened = True
        self._push(box.id)
        closed = rest.endswith("}")
        inner = rest.removesuffix("}").strip()
        if inner:
            self._statement(inner, lines)
        if closed:
            self._close()

    def _add(self, name: Name, word: str) -> Box:
        id_ = self._ids(name.key)
        if len(self._boxes) + len(self._notes) >= _MOST:
            raise _Beyond
        box = self._boxes.get(id_)
        if box is None:
            box = self._boxes[id_] = Box(id_, name.title, word, self._around())
        elif name.title != name.key:
            box.title, box.word = name.title, word
        self._last = id_
        return box

    # --- lines

    def _line(self, line: str) -> bool:
        found = LINE.match(line)
        if not found:
            return False
        source, target = self._end(found["source"]), self._end(found["target"])
        seen = look(found)
        if seen.hidden:
            return True
        if len(self._edges) >= _MOST:
            raise _Beyond
        if seen.backwards and not seen.forwards:
            source, target = target, source
        label, technology = texts(found)
        edge = Edge(
            source=source,
            target=target,
            label=label,
            technology=technology,
            dashed=seen.dashed,
            thick=seen.thick and not seen.dashed,
            arrow=seen.forwards or seen.backwards,
            both_ways=seen.forwards and seen.backwards,
            tip=seen.tip,
        )
        self._edges.append(edge)
        return True

    def _end(self, written: str) -> str:
        found = NAME.match(written)
        if not found:  # a name such as "$x" is one of the preprocessor
            raise _Beyond
        name = named(found)
        id_ = self._ids(name.key)
        if id_ not in self._boxes and id_ not in self._notes:
            self._add(name, name.word)
        return id_

    # --- notes

    def _note(self, line: str, lines: Iterator[str]) -> None:
        found = NOTE.match(line)
        if not found:
            raise _Beyond
        owner = self._end(found["of"]) if found["of"] else self._last if found["side"] else ""
        said = found["quoted"] or found["text"]
        if said is None:
            said = "\n".join(self._block(lines, END_NOTE))
        id_ = self._ids(found["name"] or found["alias"] or f"note {len(self._notes) + 1}")
        if id_ in self._boxes:
            raise _Wrong(f"{shown(id_)} is a box already")
        self._notes[id_] = Node(
            id=id_,
            title="",
            description=" ".join(plantuml_lines(said)),
            shape="note",
            role="plain",
            group=self._around(),
        )
        if owner:
            edge = Edge(source=owner, target=id_, dashed=True, arrow=False)
            self._edges.append(edge)

    # --- after the last line

    def _graph(self) -> Graph:
        boxes = self._boxes.values()
        return Graph(
            title=self._title,
            nodes=(*(node_of(b, self._skin) for b in boxes if not b.opened), *self._notes.values()),
            groups=tuple(group_of(box, self._skin) for box in boxes if box.opened),
            edges=tuple(self._edges),
            direction=self._direction,
        )
