"""Timelines of all sorts, shared by the tests of layout and emitters."""

from __future__ import annotations

import datetime as dt

from sphinx_archdoc.diagrams.timeline.data import Bar, Event, Timeline, Undated


def day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


def roadmap() -> Timeline:
    return Timeline(
        title="Roadmap",
        bars=(
            Bar(id="M-1", title="Infrastructure", start=day("2026-01-01"), end=day("2026-03-31"),
                when="2026-Q1", status="Done", tone="ok", note="Platform"),
            Bar(id="M-2", title="Data migration with a title that needs a second line",
                start=day("2026-04-01"), end=day("2026-06-30"), when="2026-Q2",
                status="In progress", tone="info", after=("M-1",)),
            Bar(id="M-3", title="Cut-over", start=day("2026-07-15"), end=day("2026-07-15"),
                when="2026-07-15", after=("M-2", "gone")),
        ),
        undated=(Undated(id="M-4", title="Clean-up", status="Planned"),),
        today=day("2026-05-12"),
    )  # fmt: skip


def log() -> Timeline:
    return Timeline(
        title="Decisions by date",
        events=(
            Event(id="ADR-3", title="Return errors as problem+json", day=day("2026-02-09"),
                  when="2026-02-09", label="ADR-3", status="Accepted", tone="ok"),
            Event(id="ADR-2", title="Use PostgreSQL " * 12, day=day("2026-01-20"),
                  when="2026-01-20", label="ADR-2", status="Proposed", tone="info"),
            Event(id="ADR-1", title="Use MongoDB", day=day("2025-11-15"), when="2025-11-15",
                  label="ADR-1", status="Superseded", tone="mute", note="Superseded by ADR-2",
                  struck=True),
        ),
        undated=(
            Undated(id="ADR-4", label="ADR-4", title="Some day", status="Rejected", tone="bad"),
        ),
    )  # fmt: skip


def in_lanes() -> Timeline:
    bars = tuple(
        Bar(id=f"M-{n}", title=f"Step {n}", start=day("2024-01-01") + 90 * n,
            end=day("2024-01-01") + 90 * n + 200, lane=f"Team {n % 3}", note="x" * 60)
        for n in (0, 3, 6, 1, 4, 2, 5)
    )  # fmt: skip
    return Timeline(title="Lanes", bars=bars)


def spanning(days: int) -> Timeline:
    bar = Bar(id="a", title="A", start=day("1990-05-17"), end=day("1990-05-17") + days)
    return Timeline(title=f"{days} days", bars=(bar,))


SAMPLES = {
    "roadmap": roadmap(),
    "log": log(),
    "lanes": in_lanes(),
    "nothing": Timeline(title="Nothing"),
    "undated": Timeline(title="Undated", undated=(Undated(id="u", title="U"),)),
    **{
        f"{days} days": spanning(days) for days in (0, 1, 45, 199, 400, 1200, 2400, 30_000, 700_000)
    },
}
