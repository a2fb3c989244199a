"""Events below each other along a line: the date at the left, a mark of the status on the line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.timeline.pieces import badge, badge_width, fitted, lines, tip, undated
from sphinx_archdoc.diagrams.timeline.placed import Entry, Placed, Shape, Words

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.timeline.data import Event, Timeline

WIDTH = 640.0
_AXIS, _TEXT = 112.0, 132.0
_DATES = _AXIS - 26
_LINE, _SMALL, _GAP = 18.0, 16.0, 18.0
_YEAR = 30.0


def lay_out_events(data: Timeline) -> Placed:
    """Return a timeline of events with everything in its place."""
    y, year = 8.0, 0
    words: list[Words] = []
    entries: list[Entry] = []
    for event in data.events:
        now = dt.date.fromordinal(event.day).year
        if now != year:
            y += _YEAR if entries else _YEAR - 10
            words.append(Words(str(now), "year", _AXIS - 20, y - 8, "end"))
            year = now
        entry, y = _entry(event, y)
        entries.append(entry)
    bottom = y - _GAP + 6
    heading, listed, end = undated(data, WIDTH, bottom)
    rules = ((_AXIS, 10.0, _AXIS, bottom),) if data.events else ()
    return Placed(
        width=WIDTH,
        height=end + 12,
        rules=rules,
        words=(*words, *heading),
        entries=(*entries, *listed),
    )


def _entry(event: Event, y: float) -> tuple[Entry, float]:
    """Return an event with its words, and where the next one begins."""
    base = y + 14
    shapes = [Shape("dot", _AXIS - 9, base - 13.5, 18, 18)]
    words = [Words(fitted(event.when, "when", _DATES), "when", _AXIS - 20, base, "end")]
    right = WIDTH - 10
    pill = badge_width(event.status) + 10 if event.status else 0.0
    at = _TEXT
    if event.label:
        label = Words(fitted(event.label, "label", 150), "label", _TEXT, base)
        words.append(label)
        at += label.width + 9
    # The title begins beside its label where there is room for a word or two.
    title = event.title if event.title.strip() else event.id
    rows = lines(title, "title", right - at - pill, 1)
    whole = " ".join(title[:2000].split())
    if rows != [whole]:
        rows = lines(title, "title", right - _TEXT - pill, 3)
        at = _TEXT
        base += _LINE if event.label else 0
    for number, text in enumerate(rows):
        words.append(Words(text, "title", at, base + number * _LINE, struck=event.struck))
    if event.status:
        frame, word = badge(event.status, right - badge_width(event.status), base)
        shapes.append(frame)
        words.append(word)
    base += _LINE * max(0, len(rows) - 1)
    for text in lines(event.note, "note", right - _TEXT, 2) if event.note else ():
        base += _SMALL
        words.append(Words(text, "note", _TEXT, base))
    said = tip(event.label, event.title, event.when, event.status, event.note)
    entry = Entry(id=event.id, tone=event.tone, tip=said, shapes=tuple(shapes), words=tuple(words))
    return entry, base + 6 + _GAP
