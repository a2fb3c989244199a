"""Timelines in Mermaid (``gantt``, ``timeline``) and PlantUML (``@startgantt``).

PlantUML has no list of events; there they are milestones on a scale. Labels are written so that
each is drawn as it is, see ``diagrams.quoting``.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.quoting import (
    drawn,
    mermaid_id,
    mermaid_line,
    plantuml_line,
)

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.timeline.data import Event, Timeline, Tone

#: Mermaid's words for the look of a task.
_TASKS: dict[Tone, str] = {"ok": "done, ", "info": "active, ", "warn": "crit, ", "bad": "crit, "}
_COLOURS: dict[Tone, str] = {
    "ok": "#DDF3E5/#4AA574", "info": "#E3EBFF/#6D8FF0", "warn": "#FDF0CC/#C08A2A",
    "bad": "#FDE4E6/#DD7480", "mute": "#EEEAFA/#9485C7", "neutral": "#ECEEF2/#8A909B",
}  # fmt: skip


def mermaid(data: Timeline) -> str:
    """Return a Gantt chart for bars, and Mermaid's timeline for events."""
    return _gantt(data) if data.bars else _events(data)


def _gantt(data: Timeline) -> str:
    out = ["gantt", f"    title {mermaid_line(data.title)}", "    dateFormat YYYY-MM-DD"]
    lane = None
    for bar in data.bars:
        if bar.lane != lane and (bar.lane or lane):
            out.append(f"    section {mermaid_line(bar.lane or '–')}")
        lane = bar.lane
        point = bar.end == bar.start
        words = ("milestone, " if point else "") + _TASKS.get(bar.tone, "")
        end = "0d" if point else _day(bar.end + 1)
        task = f"{words}{mermaid_id(bar.id)}, {_day(bar.start)}, {end}"
        out.append(f"    {mermaid_line(bar.title or bar.id)} :{task}")
    return "\n".join(out) + "\n"


def _events(data: Timeline) -> str:
    out = ["timeline", f"    title {mermaid_line(data.title)}"]
    year = ""
    for event in data.events:
        now = _day(event.day)[:4]
        if now != year:
            out.append(f"    section {now}")
            year = now
        when = mermaid_line(event.when or _day(event.day))
        out.append(f"    {when} : {mermaid_line(_said(event))}")
    return "\n".join(out) + "\n"


def _said(event: Event) -> str:
    said = " ".join(filter(None, (event.label, event.title or event.id)))
    return f"{said} ({event.status})" if event.status else said


def plantuml(data: Timeline) -> str:
    """Return a Gantt chart; events are its milestones."""
    days = [day for bar in data.bars for day in (bar.start, bar.end)]
    days += [event.day for event in data.events]
    out = ["@startgantt", f"title {_label(data.title)}"]
    if days:
        span = max(days) - min(days)
        out.append(f"Project starts {_day(min(days))}")
        scale = "weekly" if span < _WEEKLY else "monthly" if span < _MONTHLY else "yearly"
        out.append(f"printscale {scale}")
    names = _Names()
    lane = ""
    for bar in data.bars:
        if bar.lane != lane and bar.lane:
            out.append(f"-- {_label(bar.lane)} --")
        lane = bar.lane
        name = names.of(bar.title or bar.id)
        if bar.start == bar.end:
            out.append(f"[{name}] happens {_day(bar.start)}")
        else:
            out.append(f"[{name}] starts {_day(bar.start)} and ends {_day(bar.end)}")
        out.append(f"[{name}] is colored in {_COLOURS[bar.tone]}")
    for event in data.events:
        said = _said(event)
        out.append(f"[{names.of(said)}] happens {_day(event.day)}")
    return "\n".join([*out, "@endgantt"]) + "\n"


_WEEKLY, _MONTHLY = 150, 1500


class _Names:
    """PlantUML knows tasks by their name: a second one of the same name has a number behind it."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, title: str) -> str:
        shown = drawn(title) or "–"
        self._seen[shown] = self._seen.get(shown, 0) + 1
        number = self._seen[shown]
        return _label(shown if number == 1 else f"{shown} ({number})")


def _label(text: str) -> str:
    """Return a label for a Gantt chart, which takes a comma alone for something else."""
    return plantuml_line(text).replace(",", "<U+002C>")


def _day(day: int) -> str:
    try:
        return dt.date.fromordinal(day).isoformat()
    except (ValueError, OverflowError):
        return dt.date.max.isoformat()
