"""Milestones as bars on a scale of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.timeline.data import Bar, Timeline, Undated
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.model.spans import read_span
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.known_facts import refs_of, text_of
from sphinx_archdoc.views.picked import picked, statuses
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.spans import Span
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.picked import Status

_UNDATED = mark("Without a date")
_TODAY = mark("today")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapRequest:
    """A roadmap to make; without any choice all milestones are shown.

    group  ``owner``, ``tags`` or ``status``: a heading for each of its values
    today  a day to mark; the picture has no clock of its own
    only   ids of the milestones to show; empty: all
    """

    title: str = ""
    filter: str = ""
    status: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    group: str = ""
    today: str = ""
    only: tuple[str, ...] = ()


def compute(
    store: Store, request: RoadmapRequest, context: Context
) -> tuple[Timeline, tuple[Problem, ...]]:
    """Return the picture data, and dates and options that cannot be read."""
    records, problems = picked(store, ("milestone",), request, context)
    if request.only:
        records = tuple(record for record in records if record.id in request.only)
    if not records and not problems:
        problems.append(Problem(Code.SCOPE, "there is nothing to show: no such milestones"))
    status_of = statuses(store, context)
    bars: list[Bar] = []
    undated: list[Undated] = []
    for record in records:
        status = status_of(record)
        span = _span(record, problems)
        if span is None:
            undated.append(
                Undated(id=record.id, title=record.title, status=status.word, tone=status.tone)
            )
        else:
            bars.append(_bar(record, span, status, _lane(record, request.group, status)))
    bars.sort(key=lambda bar: (bar.start, bar.end, natural(bar.id)))
    if request.group:
        bars.sort(key=lambda bar: (not bar.lane, natural(bar.lane)))
    today = read_span(request.today) if request.today else None
    if request.today and today is None:
        message = f"today: {request.today[:60]!r} is no date; write it as 2026-01-20"
        problems.append(Problem(Code.VALUE, message, option="today"))
    made = Timeline(
        title=request.title or titled("roadmap", "", context.translate),
        bars=tuple(bars),
        undated=tuple(undated),
        today=today[0] if today else 0,
        today_word=context.translate(_TODAY),
        undated_word=context.translate(_UNDATED),
    )
    return made, tuple(problems)


def _bar(record: Record, span: Span, status: Status, lane: str) -> Bar:
    start, end = text_of(record, "start"), text_of(record, "end")
    return Bar(
        id=record.id,
        title=record.title,
        start=span[0],
        end=span[1],
        when=" – ".join(dict.fromkeys(filter(None, (start, end)))),
        status=status.word,
        tone=status.tone,
        note=", ".join(_people(record)),
        after=tuple(ref.id for ref in refs_of(record, "depends_on")),
        lane=lane,
    )


def _people(record: Record) -> tuple[str, ...]:
    owner = getattr(record, "owner", ())
    return owner if isinstance(owner, tuple) else ()


def _lane(record: Record, group: str, status: Status) -> str:
    lanes: dict[str, Callable[[], str]] = {
        "owner": lambda: next(iter(_people(record)), ""),
        "tags": lambda: next(iter(getattr(record, "tags", ())), ""),
        "status": lambda: status.word,
    }
    return lanes[group]() if group in lanes else ""


def _span(record: Record, problems: list[Problem]) -> Span | None:
    """Return the first and last day of a milestone; None where it says no time we can read."""
    texts = {name: text_of(record, name).strip() for name in ("start", "end")}
    spans: dict[str, Span | None] = {}
    for name, text in texts.items():
        spans[name] = read_span(text) if text else None
        if text and spans[name] is None:
            message = (
                f"{record.id}: {name} {text[:60]!r} is no time; write 2026-04-15, 2026-04, "
                "2026-Q2, 2026-H1 or 2026"
            )
            line = record.line_of(name) or record.at.line
            problems.append(Problem(Code.DATE, message, at=record.at._replace(line=line)))
    start, end = spans["start"], spans["end"]
    if start is None:
        return (end[1], end[1]) if end else None
    if end is None:
        return start
    if end[1] < start[0]:
        return (end[0], start[1])  # a rule reports it
    return (start[0], end[1])
