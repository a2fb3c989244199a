"""Numbered steps as a pipeline: boxes in a row, arrows from each to the next.

    1. Build: compile and test
    2. Checks
       1. Lint
       2. Scan: look for known holes
    3. Deploy [Argo CD]

A step's text before its first colon or arrow is its name, the rest its description; a text in
brackets at the end is what it is done with. Steps below a step are the boundary of that name:
numbered ones run one after the other, those of a bullet list at the same time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.diagrams.graph import Edge, Graph, Group, Node
from sphinx_archdoc.formats.collecting import Problems, SafeIds
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.diagrams.directions import Direction
    from sphinx_archdoc.model.findings import Problem

_TECHNOLOGY = re.compile(r"(?P<brackets>\[(?P<technology>[^\[\]]+)\])$")
_IN_NAME = re.compile(r"[^:\[\]]+(?P<brackets>\[(?P<technology>[^\[\]]+)\]) ?(?=:)")
_COLON = re.compile(r":(?=\s|$)|\s(?:→|⇒|->|=>)\s")
_DEEPEST = 10
_MOST = 500


@dataclass(frozen=True, slots=True)
class Step:
    """One item of a list. ``parallel``: the steps below are those of a bullet list."""

    text: str
    line: int = 0
    below: tuple[Step, ...] = ()
    parallel: bool = False


class _Ends(NamedTuple):
    """Where lines come in and go out; several where steps run at the same time."""

    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


def read_steps(
    steps: Sequence[Step], title: str = "", direction: Direction = "auto"
) -> tuple[Graph, tuple[Problem, ...]]:
    """Return the picture data of steps that run one after the other, and what is wrong in them."""
    reader = _Reader()
    reader.row(steps, "", 0)
    graph = Graph(
        title=title,
        nodes=tuple(reader.nodes),
        groups=tuple(reader.groups),
        edges=tuple(reader.edges),
        direction=direction,
    )
    return graph, reader.problems.all()


class _Reader:
    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.groups: list[Group] = []
        self.edges: list[Edge] = []
        self.problems = Problems()
        self._ids = SafeIds()

    def row(
        self, steps: Sequence[Step], group: str, depth: int, *, parallel: bool = False
    ) -> _Ends:
        """Add steps that stand beside each other in one list."""
        found = [ends for step in steps if (ends := self._step(step, group, depth)).first]
        if parallel:
            firsts = tuple(id_ for ends in found for id_ in ends.first)
            return _Ends(firsts, tuple(id_ for ends in found for id_ in ends.last))
        for before, after in pairwise(found):
            self.edges += (
                Edge(source=one, target=next_) for one in before.last for next_ in after.first
            )
        return _Ends(found[0].first, found[-1].last) if found else _Ends()

    def _step(self, step: Step, group: str, depth: int) -> _Ends:
        name, technology, description = _parts(step.text)
        if not name and not step.below:
            self.problems.add(Code.EMPTY, "the step has no text", step.line)
            return _Ends()
        if len(self.nodes) + len(self.groups) >= _MOST or depth >= _DEEPEST:
            message = f"only {_MOST} steps and {_DEEPEST} levels are drawn; the rest is left out"
            self.problems.add(Code.LIMIT, message, step.line)
            return _Ends()
        id_ = self._ids(f"step {len(self.nodes) + len(self.groups) + 1}")
        subtitle = f"[{technology}]" if technology else ""
        if step.below:
            title = f"{name}: {description}" if description else name
            self.groups.append(Group(id=id_, title=title, subtitle=subtitle, parent=group))
            return self.row(step.below, id_, depth + 1, parallel=step.parallel)
        node = Node(
            id=id_,
            title=name,
            subtitle=subtitle,
            description=description,
            role="plain",
            group=group,
        )
        self.nodes.append(node)
        return _Ends((id_,), (id_,))


def _parts(text: str) -> tuple[str, str, str]:
    """Return the name, technology and description of ``Build: compile and test [Make]``."""
    bare = " ".join(text.split())
    technology = ""
    # Brackets may stand behind the name as well as at the very end.
    found = _TECHNOLOGY.search(bare) or _IN_NAME.match(bare)
    if found:
        technology = found["technology"].strip()
        bare = bare[: found.start("brackets")] + bare[found.end("brackets") :]
    name, *rest = _COLON.split(bare, maxsplit=1)
    return name.strip(), technology, rest[0].strip() if rest else ""
