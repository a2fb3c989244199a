"""Decisions by date, the newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.timeline.data import Event, Timeline, Undated
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.model.lifecycle import in_force, successors
from sphinx_archdoc.model.values import When
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.faces import natural
from sphinx_archdoc.views.hover import shortened
from sphinx_archdoc.views.picked import picked, statuses
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.picked import Status

_UNDATED = mark("Without a date")
_BY = mark("Superseded by {id}")
_A_DAY = len("2026-01-20")


@dataclass(frozen=True, slots=True, kw_only=True)
class AdrTimelineRequest:
    """A timeline of decisions to make; without any choice all are shown."""

    title: str = ""
    filter: str = ""
    status: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    affects: tuple[str, ...] = ()


def compute(
    store: Store, request: AdrTimelineRequest, context: Context
) -> tuple[Timeline, tuple[Problem, ...]]:
    """Return the picture data and what is wrong with the options."""
    records, problems = picked(store, ("decision",), request, context)
    if not records and not problems:
        problems.append(Problem(Code.SCOPE, "there is nothing to show: no such decisions"))
    status_of = statuses(store, context)
    events: list[Event] = []
    undated: list[Undated] = []
    for record in records:
        status = status_of(record)
        day = _day(record)
        if day is None:
            undated.append(
                Undated(
                    id=record.id,
                    title=record.title,
                    label=record.id,
                    status=status.word,
                    tone=status.tone,
                )
            )
        else:
            events.append(_event(store, record, day, status, context))
    events.sort(key=lambda event: natural(event.id))
    events.sort(key=lambda event: event.day, reverse=True)
    made = Timeline(
        title=request.title or titled("adr-timeline", "", context.translate),
        events=tuple(events),
        undated=tuple(undated),
        undated_word=context.translate(_UNDATED),
    )
    return made, tuple(problems)


def _event(store: Store, record: Record, day: int, status: Status, context: Context) -> Event:
    later = [
        link.source for link in successors(store, record.id) if in_force(store.get(link.source))
    ]
    struck = status.key == "superseded"
    note = context.translate(_BY).replace("{id}", ", ".join(later)) if struck and later else ""
    return Event(
        id=record.id,
        title=record.title,
        day=day,
        when=_when(record),
        label=record.id,
        status=status.word,
        tone=status.tone,
        note=note,
        later=tuple(later) if note else (),
        struck=struck,
        summary=shortened(record.summary),
    )


def _when(record: Record) -> str:
    date = getattr(record, "date", None)
    return date.iso if isinstance(date, When) else ""


def _day(record: Record) -> int | None:
    """Return the day of a decision; of a month alone its first."""
    iso = _when(record)
    if not iso:
        return None
    return dt.date.fromisoformat(iso if len(iso) == _A_DAY else f"{iso}-01").toordinal()
