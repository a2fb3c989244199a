"""Bars on a scale: names at the left, time to the right, a row for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.timeline.pieces import badge, badge_width, fitted, lines, tip, undated
from sphinx_archdoc.diagrams.timeline.placed import Entry, Placed, Shape, Words
from sphinx_archdoc.diagrams.timeline.scale import ticks

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.timeline.data import Bar, Timeline
    from sphinx_archdoc.diagrams.timeline.scale import Tick

WIDTH = 740.0
_LEFT, _NAMES, _RIGHT = 10.0, 240.0, 10.0
_CHART = _LEFT + _NAMES + 12
_HEAD = 44.0  # height of the scale
_LINE, _SMALL = 17.0, 16.0
_BAR = 16.0


def lay_out_bars(data: Timeline) -> Placed:
    """Return a timeline of bars with everything in its place."""
    days = [day for bar in data.bars for day in (bar.start, bar.end)]
    days += [data.today] if data.today else []
    scale = _Scale(ticks(min(days), max(days)))
    entries: list[Entry] = []
    words: list[Words] = []
    middles: dict[str, tuple[Bar, float]] = {}
    rules: list[tuple[float, float, float, float]] = []
    y, lane = _HEAD, ""
    for bar in data.bars:
        if bar.lane != lane and bar.lane:
            y += 24
            words.append(Words(fitted(bar.lane, "lane", WIDTH - 20), "lane", _LEFT, y - 6))
        lane = bar.lane
        rules.append((_LEFT, y, WIDTH - _RIGHT, y))
        entry, height, middle = _row(bar, scale, y)
        entries.append(entry)
        middles[bar.id] = (bar, middle)
        y += height
    bottom = y
    rules.append((_LEFT, bottom, WIDTH - _RIGHT, bottom))
    scaled, bands, marks = scale.drawn(bottom)
    today: tuple[float, float, float] | tuple[()] = ()
    day: Words | None = None
    end = bottom
    if data.today:
        x = scale.x(data.today)
        today = (x, _HEAD - 2, bottom)
        word = Words(fitted(data.today_word, "badge", _NAMES), "badge", x, bottom + 12, "middle")
        day = replace(word, x=min(x, WIDTH - 4 - word.width / 2))
        end = bottom + 12
    heading, listed, end = undated(data, _CHART + 100, end)
    return Placed(
        width=WIDTH,
        height=end + 10,
        bands=tuple(bands),
        rules=(*marks, *rules),
        arrows=tuple(_arrows(middles, scale)),
        today=today,
        day=day,
        words=(*scaled, *words, *heading),
        entries=(*entries, *listed),
    )


class _Scale:
    def __init__(self, parts: tuple[Tick, ...]) -> None:
        self._parts = parts
        self._first = parts[0].start
        self._perday = (WIDTH - _RIGHT - _CHART) / max(1, parts[-1].end - self._first)

    def x(self, day: int) -> float:
        """Return where a day begins."""
        return _CHART + (day - self._first) * self._perday

    def drawn(
        self, bottom: float
    ) -> tuple[
        list[Words],
        list[tuple[float, float, float, float]],
        list[tuple[float, float, float, float]],
    ]:
        """Return the labels of the scale, its bands and the lines at the beginning of years."""
        words, bands, rules = [], [], []
        room = min((self.x(t.end) - self.x(t.start) for t in self._parts), default=0)
        every = 1
        while room * every < max(len(t.label) for t in self._parts) * 7.5 + 4:
            every += 1
        last_year = -100.0
        for number, tick in enumerate(self._parts):
            left, right = self.x(tick.start), self.x(tick.end)
            if number % 2:
                bands.append((left, _HEAD - 20, right - left, bottom - _HEAD + 20))
            if number % every == 0:
                words.append(Words(tick.label, "tick", (left + right) / 2, _HEAD - 7, "middle"))
            if tick.year:
                rules.append((left, _HEAD - 38, left, bottom))
                if left - last_year > 40:  # noqa: PLR2004 -- the width of a year's digits
                    words.append(Words(tick.year, "year", left + 5, _HEAD - 26))
                    last_year = left
        return words, bands, rules


def _row(bar: Bar, scale: _Scale, y: float) -> tuple[Entry, float, float]:
    """Return a bar with its words, the height of its row, and the middle of its bar."""
    base = y + 20
    words = []
    for text in lines(bar.title or bar.id, "title", _NAMES, 2):
        words.append(Words(text, "title", _LEFT, base))
        base += _LINE
    shapes = []
    at = _LEFT
    if bar.status:
        frame, word = badge(bar.status, _LEFT, base)
        shapes.append(frame)
        words.append(word)
        at += badge_width(bar.status) + 8
    said = _said(bar, _LEFT + _NAMES - at)
    if bar.status and said != _said(bar, _NAMES) and not _is_whole(bar, said):
        said, at, base = _said(bar, _NAMES), _LEFT, base + _LINE
    if said:
        words += [Words(text, "note", at, base + n * _SMALL) for n, text in enumerate(said)]
        base += _SMALL * (len(said) - 1)
    elif not bar.status:
        base -= _LINE
    height = max(34.0, base + 11 - y)
    middle = y + height / 2
    left, right = scale.x(bar.start), scale.x(bar.end + 1)
    if bar.end > bar.start:
        drawn = Shape("bar", left, middle - _BAR / 2, max(6.0, right - left), _BAR)
    else:
        centre = (left + right) / 2
        drawn = Shape("point", centre - 8, middle - 8, 16, 16)
    entry = Entry(
        id=bar.id,
        tone=bar.tone,
        tip=tip(bar.title, bar.when, bar.status, bar.note),
        shapes=(drawn, *shapes),
        words=tuple(words),
    )
    return entry, height, middle


def _said(bar: Bar, room: float) -> list[str]:
    """Return the time and the note of a bar: on one line where both fit."""
    parts = [part for part in (bar.when, bar.note) if part]
    together = " · ".join(parts)
    if fitted(together, "note", room) == together:
        return [together] if together else []
    return [fitted(part, "note", room) for part in parts]


def _is_whole(bar: Bar, said: list[str]) -> bool:
    """Tell whether nothing of a bar's time and note is cut."""
    return all(part in " · ".join(said) for part in (bar.when, bar.note))


def _arrows(
    middles: dict[str, tuple[Bar, float]], scale: _Scale
) -> list[tuple[tuple[float, float], ...]]:
    """Return a line from the end of each bar to the beginning of those that wait for it."""
    found: list[tuple[tuple[float, float], ...]] = []
    for bar, middle in middles.values():
        for name in bar.after:
            if name not in middles or name == bar.id:
                continue
            before, above = middles[name]
            down = 1 if middle > above else -1
            start = scale.x(before.end + 1)
            x = min(start, WIDTH - _RIGHT) - 6
            end = scale.x(bar.start)
            turn = middle - down * (_BAR / 2 + 6)
            if x < end - 12:
                found.append(((x, above + down * _BAR / 2), (x, middle), (end, middle)))
            else:
                inside = end + 7
                across = (
                    (x, above + down * _BAR / 2),
                    (x, turn - down * 6),
                    (inside, turn - down * 6),
                    (inside, middle - down * _BAR / 2),
                )
                found.append(across)
    return found
