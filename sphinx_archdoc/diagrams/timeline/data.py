"""Picture data for timelines: what to draw, never how. Plain and picklable.

Days are proleptic Gregorian ordinals (``datetime.date.toordinal``): no clock and no time zone has a
hand in a picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: The colour of a status; also the CSS class ``arch-is-<tone>``.
Tone = Literal["ok", "info", "warn", "bad", "mute", "neutral"]
#: The first and last day that a calendar knows.
FIRST_DAY, LAST_DAY = 1, 3652059


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Something that lasts, from ``start`` to ``end``, the last day; on one day it is a point.

    id      unique in the picture, names its link
    when    the time as people say it, "Apr – Jun 2026"
    status  the word of its status, translated
    note    who does it, or other words
    after   ids of bars that must end before
    lane    heading under which it stands; bars of one lane follow each other
    """

    id: str
    title: str
    start: int
    end: int
    when: str = ""
    status: str = ""
    tone: Tone = "neutral"
    note: str = ""
    after: tuple[str, ...] = ()
    lane: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on a day. ``label`` is a short name before the title, an id.

    note     a remark on it
    later    ids that the remark names
    struck   it no longer holds
    summary  what it is about, shown where there is room and no note
    """

    id: str
    title: str
    day: int
    when: str = ""
    label: str = ""
    status: str = ""
    tone: Tone = "neutral"
    note: str = ""
    later: tuple[str, ...] = ()
    struck: bool = False
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """Something that says no time; it is listed. ``label`` is a short name, as of an event."""

    id: str
    title: str
    label: str = ""
    status: str = ""
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A whole picture: bars on a scale, or events as a list below each other, in drawing order.

    ``today`` is a day to mark, or 0. ``undated`` are listed below.
    """

    title: str
    description: str = ""
    bars: tuple[Bar, ...] = ()
    events: tuple[Event, ...] = ()
    undated: tuple[Undated, ...] = ()
    today: int = 0
    today_word: str = "today"
    undated_word: str = "Without a date"
