"""Find the flow in the text of a record: flow lines, or Mermaid or PlantUML in a block or bare.

See ``model.body`` for what a reader of bodies does. Prose stays prose: a paragraph is read as flow
text where each of its lines can be a line of a flow and one of them is a step, an end of a block,
or an error case.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import (
    Fragment,
    Message,
    Sequence,
    messages,
    numbered,
)
from sphinx_archdoc.formats.collecting import split_lines
from sphinx_archdoc.formats.error_list import error_list
from sphinx_archdoc.formats.flow_fences import fences
from sphinx_archdoc.formats.flow_lines import arrow_ends, is_block_line, own_step, read_flow
from sphinx_archdoc.formats.mermaid_sequence import read_mermaid_sequence
from sphinx_archdoc.formats.plantuml_sequence import read_plantuml_sequence
from sphinx_archdoc.model.body import ReadBody
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.diagrams.sequence.data import Item

_READERS = {"mermaid": read_mermaid_sequence, "plantuml": read_plantuml_sequence}
#: What is meant for a step: ``a - > b : text``, ``a -> : text``.
_SLIP = re.compile(r"\s*+[^\s:]+ (?:- >|[–—~]>|->|=>|<-)(?: [^\s:]+)? ?: ?\S")
_COMMENT = re.compile(r"\s*(?:%%|//|#\s)")


def read_body(text: str) -> ReadBody:
    """Read the flow of a text; the data is a numbered ``Sequence``."""
    lines = split_lines(text)
    whole = _whole(lines)
    if whole is not None:
        return whole
    taken: set[int] = set()
    found: list[Sequence] = []
    problems: list[Problem] = []
    hidden: set[int] = set()
    own: set[int] = set()
    marks: set[int] = set()  # the lines round a block of flow text
    for fence in fences(lines):
        hidden |= set(range(fence.start, fence.end))
        if fence.language == "flow":
            marks |= {fence.start, fence.end - 1} - set(range(fence.first, fence.last))
            taken |= marks
            own |= set(range(fence.first, fence.last))
        elif fence.language:
            inside = "\n".join(lines[fence.first : fence.last])
            sequence, wrong = _READERS[fence.language](inside)
            problems += _moved(wrong, fence.first)
            if sequence is not None:
                found.append(_lined(sequence, fence.first))
                taken |= set(range(fence.start, fence.end))
    own |= _flow_lines(lines, hidden)
    if own:
        flow, wrong = read_flow("\n".join(s if n in own else "" for n, s in enumerate(lines)))
        if found:  # the step an error case names may be one of the other text
            wrong = tuple(p for p in wrong if p.code is not Code.VALUE)
        problems += wrong
        if wrong and not (flow.items or flow.errors):
            # Nothing of it can be drawn: what its author wrote stays there to be read.
            taken -= marks
            own = set()
        else:
            found.append(flow)
            taken |= own
    if not found:
        return ReadBody(problems=tuple(problems))
    listed, cases = error_list(lines, hidden | own)
    taken |= listed
    made = _joined(found)
    made = replace(made, errors=(*made.errors, *cases))
    problems += _unknown_steps(made) if len(found) > 1 else ()
    problems.sort(key=lambda problem: problem.line)
    # Where every case is in a list of its own, their table stands there.
    apart = max(listed, default=-1) + 1 if len(made.errors) == len(cases) else 0
    return ReadBody(
        data=made,
        lines=frozenset(n + 1 for n in taken),
        problems=tuple(problems),
        apart=apart,
    )


def _whole(lines: list[str]) -> ReadBody | None:
    """Read a text that is Mermaid or PlantUML as a whole, without any block round it."""
    first = next((line.strip() for line in lines if line.strip()), "")
    mermaid = first.startswith(("sequenceDiagram", "%%{"))
    if not mermaid and not first.startswith("@startuml"):
        return None
    end = len(lines)
    if not mermaid:
        ends = (n for n, line in enumerate(lines, 1) if line.strip().startswith("@enduml"))
        end = next(ends, len(lines))
    reader = _READERS["mermaid" if mermaid else "plantuml"]
    sequence, problems = reader("\n".join(lines[:end]))
    if sequence is None:
        return ReadBody(problems=problems) if problems else None
    taken = frozenset(range(1, end + 1))
    return ReadBody(data=numbered(sequence), lines=taken, problems=problems)


def _flow_lines(lines: list[str], hidden: set[int]) -> set[int]:
    """Return the lines (from 0) that are flow text."""
    names: set[str] = set()
    for number, line in enumerate(lines):
        ends = arrow_ends(line) if number not in hidden else None
        names |= set(ends or ())
    found: set[int] = set()
    for paragraph in _paragraphs(lines, hidden):
        if _is_flow([lines[n] for n in paragraph], names):
            found |= set(paragraph)
    return found


def _paragraphs(lines: list[str], hidden: set[int]) -> Iterable[list[int]]:
    current: list[int] = []
    for number, line in enumerate(lines):
        if line.strip() and number not in hidden:
            current.append(number)
        elif current:
            yield current
            current = []
    if current:
        yield current


def _is_flow(paragraph: list[str], names: set[str]) -> bool:
    """Tell whether a paragraph is flow text: it begins like a flow, and most of it is one."""
    sure = [
        arrow_ends(line) is not None or is_block_line(line) or own_step(line) in names
        for line in paragraph
    ]
    read = [*zip(sure, paragraph, strict=True)]
    slips = [not yes and _SLIP.match(line) is not None for yes, line in read]
    if all(slips):
        return True  # to be told what is wrong with each
    told = zip(slips, paragraph, strict=True)
    others = [slip or _COMMENT.match(line) is not None for slip, line in told]
    begins = next((yes for yes, other in zip(sure, others, strict=True) if not other), False)
    return begins and sum(sure) * 2 > len(paragraph) - sum(others)


def _joined(found: list[Sequence]) -> Sequence:
    """Return several texts as one sequence, in their order, numbered through."""
    first, *rest = found
    lanes = {p.id: p for p in first.participants}
    for other in rest:
        for participant in other.participants:
            lanes.setdefault(participant.id, participant)
    return numbered(
        replace(
            first,
            participants=tuple(lanes.values()),
            boxes=tuple(box for sequence in found for box in sequence.boxes),
            items=tuple(item for sequence in found for item in sequence.items),
            errors=tuple(error for sequence in found for error in sequence.errors),
        )
    )


def _unknown_steps(sequence: Sequence) -> list[Problem]:
    numbers = {message.number for message in messages(sequence)}
    return [
        Problem(
            Code.VALUE,
            f"error {error.code} names step {error.step}, but there are {len(numbers)}",
            error.line,
        )
        for error in sequence.errors
        if error.step and error.step not in numbers
    ]


def _moved(problems: Iterable[Problem], by: int) -> list[Problem]:
    return [replace(problem, line=problem.line + by if problem.line else 0) for problem in problems]


def _lined(sequence: Sequence, by: int) -> Sequence:
    """Return a sequence of a block with the lines of what it says in the whole text."""
    return replace(
        sequence,
        participants=tuple(replace(each, line=each.line + by) for each in sequence.participants),
        items=_lined_items(sequence.items, by),
        errors=tuple(replace(error, line=error.line + by) for error in sequence.errors),
    )


def _lined_items(items: tuple[Item, ...], by: int) -> tuple[Item, ...]:
    made: list[Item] = []
    for item in items:
        if isinstance(item, Message):
            made.append(replace(item, line=item.line + by))
        elif isinstance(item, Fragment):
            sections = (replace(part, items=_lined_items(part.items, by)) for part in item.sections)
            made.append(replace(item, sections=tuple(sections)))
        else:
            made.append(item)
    return tuple(made)
