"""Read Mermaid flowcharts (https://mermaid.js.org/syntax/flowchart.html) as picture data.

All shapes, chains (``a --> b & c --> d``), texts of lines in every form, nested subgraphs. Colours,
classes and what a click does are passed over. Where a text has more than our pictures can show (an
image, a formula, a shape that we do not have) or cannot be understood, there is no picture, so that
Mermaid itself can draw it; only what is wrong in the text is a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, cast

from sphinx_archdoc.diagrams.graph import Direction, Edge, Graph, Group, Node
from sphinx_archdoc.formats.collecting import SafeIds, shown
from sphinx_archdoc.formats.drawn_text import mermaid_lines, words
from sphinx_archdoc.formats.mermaid_flowchart_parts import (
    ARROW,
    BRACKETS,
    CLASS,
    EDGE_ID,
    ID,
    INVISIBLE,
    PIPE,
    ROLES,
    SHAPES,
    TEXT_ARROWS,
    Arrow,
    arrow,
)
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Role, Shape

_HEADER = re.compile(
    r"(?:flowchart-elk|flowchart|graph)\b[ \t]*(TB|TD|BT|LR|RL|[<>^v])?(?=\s|;|\Z)"
)
_DIRECTIONS = {"TD": "TB", ">": "LR", "<": "RL", "^": "BT", "v": "TB", "": "TB"}
_BETWEEN = re.compile(r"(?:[\s;]|%%[^\n]*)*")
_BLANKS = re.compile(r"[ \t]*")
_WORD = re.compile(r"(subgraph|end|direction)(?=[\s;]|\Z)")
_ACCESSIBLE = re.compile(r"(accTitle|accDescr)[ \t]*(?::([^\n]*)|\{([^}]*)\})")
_PASSED = re.compile(
    r"(?:classDef|class|style|linkStyle|click|href)[ \t][^\n;]*(?:;|$)", re.MULTILINE
)
_CLASSES = re.compile(r"class[ \t]+([\w.,\- \t]+?)[ \t]+(\w+)[ \t]*(?:;|$)", re.MULTILINE)
_REST = re.compile(r"[^\n;]*")
_NAMED_SUBGRAPH = re.compile(r"[ \t]*([^\s\[\]\"(){}]+)[ \t]*\[")
_DETAILS = re.compile(r"[ \t]*@\{([^{}]*)\}")
_DETAIL = re.compile(r"(\w+)[ \t]*:[ \t]*(\"[^\"]*\"|[^,\n]+)")
_MOST = 2000  # boxes and lines; nobody can read so many
_DEEPEST = 20


class _Wrong(Exception):  # noqa: N818 - ends the reading, never leaves this module
    """The text breaks the grammar here."""


class _Beyond(Exception):  # noqa: N818 - ends the reading, never leaves this module
    """The text is right, but our pictures cannot show it."""


def read_mermaid_flowchart(text: str) -> tuple[Graph | None, tuple[Problem, ...]]:
    """Return the picture data of a flowchart, or None with the problem that ended the reading."""
    reader = _Reader(text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return reader.read(), ()
    except _Beyond:
        return None, ()
    except _Wrong as wrong:
        return None, (Problem(Code.SYNTAX, str(wrong), reader.line()),)


@dataclass(slots=True)
class _Box:
    """A node as it was written so far."""

    text: str = ""
    shape: Shape = "box"
    role: Role = "plain"


@dataclass(slots=True)
class _Part:
    """An open subgraph: the ids that stand in it, in the order of their first mention."""

    id: str
    members: dict[str, None] = field(default_factory=dict)


class _Reader:
    """Goes through the text once; ``_at`` is the place reached."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._ids = SafeIds()
        self._boxes: dict[str, _Box] = {}
        self._groups: dict[str, Group] = {}
        self._group_of: dict[str, str] = {}
        self._open: list[_Part] = []
        self._edges: list[Edge] = []
        self._about = {"accTitle": "", "accDescr": ""}

    def line(self) -> int:
        """Return the line of the place reached, from 1."""
        return self._text.count("\n", 0, self._at) + 1

    def read(self) -> Graph:
        direction = self._header()
        while self._take(_BETWEEN) is not None and self._at < len(self._text):
            self._statement()
        if self._open:
            raise _Wrong("a subgraph is not closed by 'end'")
        return self._graph(direction)

    # --- pieces

    def _take(self, form: re.Pattern[str]) -> re.Match[str] | None:
        found = form.match(self._text, self._at)
        if found:
            self._at = found.end()
        return found

    def _here(self) -> str:
        end = self._text.find("\n", self._at)
        rest = self._text[self._at : end if end >= 0 else None]
        return shown(rest, 40) if rest.strip() else "the end of the line"

    def _header(self) -> Direction:
        self._take(_BETWEEN)
        found = self._take(_HEADER)
        if not found:
            raise _Wrong(f"expected 'flowchart' and a direction, found {self._here()}")
        word = found[1] or ""
        return cast("Direction", _DIRECTIONS.get(word, word))

    def _statement(self) -> None:
        word = self._take(_WORD)
        if word and word[1] == "subgraph":
            self._subgraph()
        elif word and word[1] == "end":
            self._close()
        elif word:
            self._take(_REST)  # a direction of a subgraph: ours all run one way
        elif about := self._take(_ACCESSIBLE):
            self._about[about[1]] = " ".join(mermaid_lines(about[2] or about[3] or ""))
        elif classes := self._take(_CLASSES):
            self._give_role(classes[1], classes[2])
        elif not self._take(_PASSED):
            self._chain()

    # --- subgraphs

    def _subgraph(self) -> None:
        named = self._take(_NAMED_SUBGRAPH)
        if named:
            name, title = named[1], self._until(("]",))
        else:
            self._take(_BLANKS)
            if self._text.startswith('"', self._at):
                self._at += 1
                title = self._quoted()
                name = title
            else:
                rest = self._take(_REST)
                name = title = rest[0].strip() if rest else ""
        if len(self._open) >= _DEEPEST or len(self._groups) >= _MOST:
            raise _Beyond
        id_ = self._ids(name or f"subgraph {len(self._groups) + 1}")
        parent = self._open[-1].id if self._open else ""
        if id_ not in self._groups:
            said = words(mermaid_lines(title))
            self._groups[id_] = Group(
                id=id_, title=said.title, subtitle=said.subtitle, parent=parent
            )
        self._open.append(_Part(id_))

    def _close(self) -> None:
        if not self._open:
            raise _Wrong("this 'end' closes no subgraph")
        part = self._open.pop()
        for id_ in part.members:
            self._group_of.setdefault(id_, part.id)

    def _give_role(self, names: str, class_: str) -> None:
        for name in names.split(","):
            id_ = self._ids(name.strip())
            if class_ in ROLES and id_ in self._groups:
                group = self._groups[id_]
                self._groups[id_] = Group(
                    id=id_,
                    title=group.title,
                    subtitle=group.subtitle,
                    parent=group.parent,
                    role=ROLES[class_],
                )

    # --- boxes and lines

    def _chain(self) -> None:
        sources = self._several()
        while True:
            before = self._at
            link = self._link()
            if link == "nothing":
                self._at = before
                break
            self._take(_BLANKS)
            targets = self._several()
            if isinstance(link, Arrow):
                self._connect(sources, targets, link)
            sources = targets
        self._take(_BLANKS)
        if self._at < len(self._text) and self._text[self._at] not in "\n;":
            raise _Wrong(f"expected an arrow or the end of the line, found {self._here()}")

    def _connect(self, sources: list[str], targets: list[str], link: Arrow) -> None:
        if len(self._edges) + len(sources) * len(targets) > _MOST:
            raise _Beyond
        label = mermaid_lines(link.text)
        technology = ""
        if label and label[-1][0] == "[" and label[-1][-1] == "]":
            technology = label.pop()[1:-1]
        for source in sources:
            for target in targets:
                edge = Edge(
                    source=source,
                    target=target,
                    label=" ".join(label),
                    technology=technology,
                    dashed=link.dashed,
                    thick=link.thick,
                    arrow=link.head or link.tail,
                    both_ways=link.head and link.tail,
                )
                self._edges.append(edge)

    def _several(self) -> list[str]:
        """Take ``a & b & c``."""
        found = [self._node()]
        while True:
            before = self._at
            self._take(_BLANKS)
            if not self._text.startswith("&", self._at):
                self._at = before
                return found
            self._at += 1
            self._take(_BLANKS)
            found.append(self._node())

    def _node(self) -> str:
        name = self._take(ID)
        if not name:
            raise _Wrong(f"expected a box, found {self._here()}")
        id_ = self._ids(name[0])
        if len(self._boxes) >= _MOST:
            raise _Beyond
        box = self._boxes.setdefault(id_, _Box(name[0]))
        if self._open:
            self._open[-1].members.setdefault(id_)
        for opening, closings, shape in BRACKETS:
            if self._text.startswith(opening, self._at):
                self._at += len(opening)
                box.text, box.shape = self._until(closings), shape
                break
        while found := self._take(CLASS):
            box.role = ROLES.get(found[1], box.role)
        if details := self._take(_DETAILS):
            self._detailed(box, details[1])
        if "$$" in box.text:
            raise _Beyond
        return id_

    def _detailed(self, box: _Box, details: str) -> None:
        for name, value in _DETAIL.findall(details):
            said = value.strip().strip('"')
            if name == "shape" and said in SHAPES:
                box.shape = SHAPES[said]
            elif name == "label":
                box.text = said
            else:
                raise _Beyond

    def _until(self, closings: tuple[str, ...]) -> str:
        """Take a text in quotes or as it is, and the closing bracket."""
        self._take(_BLANKS)
        if self._text.startswith('"', self._at):
            self._at += 1
            text = self._quoted()
            self._take(_BLANKS)
            closing = next((c for c in closings if self._text.startswith(c, self._at)), "")
            if not closing:
                raise _Wrong(
                    f"expected {closings[0]!r} after the quoted text, found {self._here()}"
                )
            self._at += len(closing)
            return text
        end = self._text.find("\n", self._at)
        end = end if end >= 0 else len(self._text)
        places = [(p, c) for c in closings if (p := self._text.find(c, self._at, end)) >= 0]
        if not places:
            raise _Wrong(f"the bracket is not closed by {closings[0]!r}: {self._here()}")
        place, closing = min(places)
        text = self._text[self._at : place]
        self._at = place + len(closing)
        return text

    def _quoted(self) -> str:
        end = self._text.find('"', self._at)
        if end < 0:
            raise _Wrong("a quote is not closed")
        text, self._at = self._text[self._at : end], end + 1
        return text

    def _link(self) -> Arrow | Literal["nothing", "invisible"]:
        """Take a line between boxes, with its text."""
        self._take(_BLANKS)
        self._take(EDGE_ID)
        if self._take(INVISIBLE):
            return "invisible"
        found = self._take(ARROW)
        if found:
            text = self._until(("|",)) if self._take(PIPE) else ""
            head = found[3] or found[4] or found[5] or ""
            return arrow(found[2], head, found[1], text)
        for begins, ends in TEXT_ARROWS:
            if opened := self._take(begins):
                return self._with_text(opened[1], ends)
        return "nothing"

    def _with_text(self, tail: str, ends: re.Pattern[str]) -> Arrow:
        start = self._at
        self._take(_BLANKS)
        if self._text.startswith('"', self._at):
            self._at += 1
            self._quoted()
        line_end = self._text.find("\n", self._at)
        closed = ends.search(self._text, self._at, line_end if line_end >= 0 else len(self._text))
        if not closed:
            self._at = start
            raise _Wrong(f"expected an arrow after the text of the line, found {self._here()}")
        text = self._text[start : closed.start()].strip()
        self._at = closed.end()
        return arrow(closed[1], closed[2], tail, text.strip('"'))

    # --- after the last line

    def _graph(self, direction: Direction) -> Graph:
        return Graph(
            title=self._about["accTitle"],
            description=self._about["accDescr"],
            nodes=tuple(
                self._drawn(id_, box) for id_, box in self._boxes.items() if id_ not in self._groups
            ),
            groups=tuple(self._groups.values()),
            edges=tuple(self._edges),
            direction=direction,
        )

    def _drawn(self, id_: str, box: _Box) -> Node:
        said = words(mermaid_lines(box.text))
        shape = box.shape
        if shape in {"circle", "end"} and not said.title:
            shape = "start" if shape == "circle" else "end"
        elif shape == "end" and said.title:
            shape = "circle"
        return Node(
            id=id_,
            title=said.title,
            subtitle=said.subtitle,
            description=said.description,
            shape="person" if box.role == "person" else shape,
            role=box.role,
            group=self._group_of.get(id_, ""),
        )
