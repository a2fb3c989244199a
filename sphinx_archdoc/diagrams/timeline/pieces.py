"""Pieces that bars and events share: status badges, wrapped titles, the list of undated things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.metrics import cut, text_width, wrap
from sphinx_archdoc.diagrams.timeline.placed import FACES, Entry, Shape, Words

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.timeline.data import Timeline
    from sphinx_archdoc.diagrams.timeline.placed import Face

_PILL_HEIGHT, _PILL_PAD, _MARK = 16.0, 7.0, 12.0
_LONGEST_BADGE = 120.0


def lines(text: str, face: Face, width: float, most: int) -> list[str]:
    """Return a text as at most so many lines that fit a width."""
    size, bold = FACES[face]
    return wrap(text, width, size, lines=most, bold=bold)


def fitted(text: str, face: Face, width: float) -> str:
    """Return a text on one line, cut where it does not fit a width."""
    size, bold = FACES[face]
    return cut(" ".join(text[:2000].split()), width, size, bold=bold)


def badge(text: str, x: float, base: float) -> tuple[Shape, Words]:
    """Return a status word in its frame, whose left side is at ``x``; ``base`` is the base line."""
    said = fitted(text, "badge", _LONGEST_BADGE)
    shape = Shape("pill", x, base - 11.5, badge_width(text), _PILL_HEIGHT)
    middle = x + (badge_width(text) + _MARK) / 2
    return shape, Words(said, "badge", middle, base, "middle")


def badge_width(text: str) -> float:
    """Return how wide a status word is with its frame and mark."""
    size, bold = FACES["badge"]
    said = fitted(text, "badge", _LONGEST_BADGE)
    return text_width(said, size, bold=bold) + 2 * _PILL_PAD + _MARK


def tip(*parts: str) -> str:
    """Return the tool tip of an entry."""
    return " — ".join(" ".join(part[:600].split()) for part in parts if part)[:900]


def undated(data: Timeline, width: float, y: float) -> tuple[list[Words], list[Entry], float]:
    """Return the heading and list of what has no date, below ``y``, and where it ends."""
    if not data.undated:
        return [], [], y
    y += 26
    heading = [Words(fitted(data.undated_word, "lane", width - 20), "lane", 10, y)]
    entries = []
    for item in data.undated:
        y += 22
        said = " ".join(filter(None, (item.label, item.title or item.id)))
        room = width - 40 - (badge_width(item.status) + 10 if item.status else 0)
        title = Words(fitted(said, "note", room), "note", 22, y)
        shapes = [Shape("dot", 10, y - 7, 6, 6)]
        words = [title]
        if item.status:
            frame, word = badge(item.status, width - 10 - badge_width(item.status), y)
            shapes.append(frame)
            words.append(word)
        entries.append(
            Entry(
                id=item.id,
                tone=item.tone,
                tip=tip(item.label, item.title, item.status),
                shapes=tuple(shapes),
                words=tuple(words),
            )
        )
    return heading, entries, y + 8
