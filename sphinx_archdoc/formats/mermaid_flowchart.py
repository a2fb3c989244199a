"""Read Mermaid flowcharts (https://mermaid.js.org/syntax/flowchart.html) as picture data.

All shapes, chains (``a --> b & c --> d``), texts of lines in every form, nested subgraphs, colours
as tones, links of boxes. Where a text has more than our pictures can show (an
image, a formula, a shape that we do not have) or cannot be understood, there is no picture, so that
Mermaid itself can draw it; only what is wrong in the text is a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.formats.collecting import SafeIds
from sphinx_archdoc.formats.drawn_text import mermaid_lines, words
from sphinx_archdoc.formats.mermaid_flowchart_parts import (
    BRACKETS,
    CLASS,
    ID,
    SHAPES,
    Arrow,
)
from sphinx_archdoc.formats.mermaid_flowchart_scan import BLANKS, Beyond, Scanner, Wrong
from sphinx_archdoc.formats.mermaid_looks import Looks
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.directions import Direction
    from sphinx_archdoc.diagrams.graph import Shape

_HEADER = re.compile(
    r"(?:flowchart-elk|flowchart|graph)\b[ \t]*(TB|TD|BT|LR|RL|[<>^v])?(?=\s|;|\Z)"
)
_DIRECTIONS = {"TD": "TB", ">": "LR", "<": "RL", "^": "BT", "v": "TB", "": "TB"}
_BETWEEN = re.compile(r"(?:[\s;]|%%[^\n]*)*")
_WORD = re.compile(r"(subgraph|end|direction)(?=[\s;]|\Z)")
_ACCESSIBLE = re.compile(r"(accTitle|accDescr)[ \t]*(?::([^\n]*)|\{([^}]*)\})")
#: What says nothing to us: styles of lines, calls of scripts, and what cannot be read of the rest.
_PASSED = re.compile(
    r"(?:classDef|class|style|linkStyle|click|href)[ \t][^\n;]*(?:;|$)", re.MULTILINE
)
_REST = re.compile(r"[^\n;]*")
_NAMED_SUBGRAPH = re.compile(r"[ \t]*([^\s\[\]\"(){}]+)[ \t]*\[")
_DETAILS = re.compile(r"[ \t]*@\{([^{}]*)\}")
_DETAIL = re.compile(r"(\w+)[ \t]*:[ \t]*(\"[^\"]*\"|[^,\n]+)")
_MOST = 2000  # boxes and lines; nobody can read so many
_DEEPEST = 20


def read_mermaid_flowchart(text: str) -> tuple[Graph | None, tuple[Problem, ...]]:
    """Return the picture data of a flowchart, or None with the problem that ended the reading."""
    reader = _Reader(text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return reader.read(), ()
    except Beyond:
        return None, ()
    except Wrong as wrong:
        return None, (Problem(Code.SYNTAX, str(wrong), reader.line()),)


@dataclass(slots=True)
class _Box:
    """A node as it was written so far."""

    text: str = ""
    shape: Shape = "box"


@dataclass(slots=True)
class _Part:
    """An open subgraph: the ids that stand in it, in the order of their first mention."""

    id: str
    members: dict[str, None] = field(default_factory=dict)


class _Reader:
    """Goes through the text once; ``_at`` is the place reached."""

    def __init__(self, text: str) -> None:
        self._scan = Scanner(text)
        self._ids = SafeIds()
        self._looks = Looks(self._ids)
        self._boxes: dict[str, _Box] = {}
        self._groups: dict[str, Group] = {}
        self._group_of: dict[str, str] = {}
        self._open: list[_Part] = []
        self._edges: list[Edge] = []
        self._about = {"accTitle": "", "accDescr": ""}

    def read(self) -> Graph:
        direction = self._header()
        while self._scan.take(_BETWEEN) is not None and self._scan.at < len(self._scan.text):
            self._statement()
        if self._open:
            raise Wrong("a subgraph is not closed by 'end'")
        return self._graph(direction)

    def line(self) -> int:
        """Return the line of the place reached, from 1."""
        return self._scan.line()

    def _header(self) -> Direction:
        self._scan.take(_BETWEEN)
        found = self._scan.take(_HEADER)
        if not found:
            raise Wrong(f"expected 'flowchart' and a direction, found {self._scan.here()}")
        word = found[1] or ""
        return cast("Direction", _DIRECTIONS.get(word, word))

    def _statement(self) -> None:
        word = self._scan.take(_WORD)
        if word and word[1] == "subgraph":
            self._subgraph()
        elif word and word[1] == "end":
            self._close()
        elif word:
            self._scan.take(_REST)  # a direction of a subgraph: ours all run one way
        elif about := self._scan.take(_ACCESSIBLE):
            self._about[about[1]] = " ".join(mermaid_lines(about[2] or about[3] or ""))
        elif not self._looks.take(self._scan) and not self._scan.take(_PASSED):
            self._chain()

    # --- subgraphs

    def _subgraph(self) -> None:
        named = self._scan.take(_NAMED_SUBGRAPH)
        if named:
            name, title = named[1], self._scan.until(("]",))
        else:
            self._scan.take(BLANKS)
            if self._scan.text.startswith('"', self._scan.at):
                self._scan.at += 1
                title = self._scan.quoted()
                name = title
            else:
                rest = self._scan.take(_REST)
                name = title = rest[0].strip() if rest else ""
        if len(self._open) >= _DEEPEST or len(self._groups) >= _MOST:
            raise Beyond
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
            raise Wrong("this 'end' closes no subgraph")
        part = self._open.pop()
        for id_ in part.members:
            self._group_of.setdefault(id_, part.id)

    # --- boxes and lines

    def _chain(self) -> None:
        sources = self._several()
        while True:
            before = self._scan.at
            link = self._scan.link()
            if link == "nothing":
                self._scan.at = before
                break
            self._scan.take(BLANKS)
            targets = self._several()
            if isinstance(link, Arrow):
                self._connect(sources, targets, link)
            sources = targets
        self._scan.take(BLANKS)
        if self._scan.at < len(self._scan.text) and self._scan.text[self._scan.at] not in "\n;":
            raise Wrong(f"expected an arrow or the end of the line, found {self._scan.here()}")

    def _connect(self, sources: list[str], targets: list[str], link: Arrow) -> None:
        if len(self._edges) + len(sources) * len(targets) > _MOST:
            raise Beyond
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
                    tip=link.tip,
                )
                self._edges.append(edge)

    def _several(self) -> list[str]:
        """Take ``a & b & c``."""
        found = [self._node()]
        while True:
            before = self._scan.at
            self._scan.take(BLANKS)
            if not self._scan.text.startswith("&", self._scan.at):
                self._scan.at = before
                return found
            self._scan.at += 1
            self._scan.take(BLANKS)
            found.append(self._node())

    def _node(self) -> str:
        name = self._scan.take(ID)
        if not name:
            raise Wrong(f"expected a box, found {self._scan.here()}")
        id_ = self._ids(name[0])
        if len(self._boxes) >= _MOST:
            raise Beyond
        box = self._boxes.setdefault(id_, _Box(name[0]))
        if self._open:
            self._open[-1].members.setdefault(id_)
        for opening, closings, shape in BRACKETS:
            if self._scan.text.startswith(opening, self._scan.at):
                self._scan.at += len(opening)
                box.text, box.shape = self._scan.until(closings), shape
                break
        while found := self._scan.take(CLASS):
            self._looks.give(id_, found[1])
        if details := self._scan.take(_DETAILS):
            self._detailed(box, details[1])
        if "$$" in box.text:
            raise Beyond
        return id_

    def _detailed(self, box: _Box, details: str) -> None:
        for name, value in _DETAIL.findall(details):
            said = value.strip().strip('"')
            if name == "shape" and said in SHAPES:
                box.shape = SHAPES[said]
            elif name == "label":
                box.text = said
            else:
                raise Beyond

    # --- after the last line

    def _graph(self, direction: Direction) -> Graph:
        return Graph(
            title=self._about["accTitle"],
            description=self._about["accDescr"],
            nodes=tuple(
                self._drawn(id_, box) for id_, box in self._boxes.items() if id_ not in self._groups
            ),
            groups=tuple(
                replace(group, role=self._looks.role(id_, "group"))
                for id_, group in self._groups.items()
            ),
            edges=tuple(self._edges),
            direction=direction,
            links=self._looks.links({*self._boxes, *self._groups}),
        )

    def _drawn(self, id_: str, box: _Box) -> Node:
        said = words(mermaid_lines(box.text))
        shape, role = box.shape, self._looks.role(id_, "plain")
        if shape in {"circle", "end"} and not said.title:
            shape = "start" if shape == "circle" else "end"
        elif shape == "end" and said.title:
            shape = "circle"
        return Node(
            id=id_,
            title=said.title,
            subtitle=said.subtitle,
            description=said.description,
            shape="person" if role == "person" else shape,
            role=role,
            group=self._group_of.get(id_, ""),
        )
