"""Fragments: frames with a tab, guards, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.sequence.data import Fragment, Life, Message, Note, walk
from sphinx_archdoc.diagrams.sequence.placed import Area, Frame, Words
from sphinx_archdoc.diagrams.sequence.words import Block, block

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.sequence.ladder import Extent, Ladder

_PAD = 11.0
_TAB = 18.0
#: Frames whose tab says something else than their kind.
_SILENT = ("rect",)


def place_fragment(ladder: Ladder, item: Fragment) -> Extent:
    """Place a fragment and all in it; return its sides."""
    if item.kind == "ref":
        return _ref(ladder, item)
    top = ladder.y + 3
    tab_words = _tab_words(item)
    guess = _guess(ladder, item)
    frame = Frame(item.kind, Area(0, top, 0, 0), None)
    ladder.placed.frames.append(frame)
    tab = round(tab_words.width + 22) if tab_words else 0.0
    guards: list[Words] = []
    sides: Extent = guess
    ladder.y = top + (4 if not tab_words else 0)
    for number, section in enumerate(item.sections):
        if number:
            ladder.y += 3
            frame.lines.append(ladder.y)
        indent = (tab if not number else 0) + 10
        words = _guard(section.label, max(guess[1] - guess[0] + 2 * _PAD - indent - 10, 150))
        height = words.height + 6 if words else (6 if number else 0)
        if not number and tab_words:
            height = max(height, _TAB + 5)
        if words:
            area = Area(indent, ladder.y + 3, words.width, words.height)
            guards.append(Words("guard", words, area, "start"))
        ladder.y += height
        made = ladder.items(section.items)
        if made is not None:
            sides = (min(sides[0], made[0]), max(sides[1], made[1]))
    left = sides[0] - _PAD
    wide = max((w.area.right for w in guards), default=tab) + 12
    right = max(sides[1] + _PAD, left + wide)
    frame.area = Area(left, top, right - left, ladder.y + 1 - top)
    for guard in guards:
        guard.area = guard.area._replace(x=guard.area.x + left)
        ladder.placed.words.append(guard)
    if tab_words:
        _tab(ladder, frame, tab_words, tab)
    ladder.y += 10
    return left, right


def _tab_words(item: Fragment) -> Block:
    if item.kind in _SILENT:
        return Block()
    return block(item.title.strip() or item.kind, "word", 200, lines=1)


def _tab(ladder: Ladder, frame: Frame, words: Block, width: float) -> None:
    frame.tab = Area(frame.area.x, frame.area.y, width, _TAB)
    area = Area(
        frame.area.x + 8, frame.area.y + (_TAB - words.height) / 2, words.width, words.height
    )
    ladder.placed.words.append(Words("tab", words, area, "start"))


def _guard(label: str, width: float) -> Block:
    label = label.strip()
    if not label:
        return Block()
    return block(f"[{label}]", "tech", width, lines=4)


def _guess(ladder: Ladder, item: Fragment) -> Extent:
    """Return the sides of the lanes that take part."""
    used: set[str] = set()
    for inner in walk((item,)):
        if isinstance(inner, Message):
            used |= {inner.source, inner.target}
        elif isinstance(inner, (Note, Fragment)):
            used |= set(inner.participants)
        elif isinstance(inner, Life):
            used.add(inner.participant)
    xs = [ladder.columns.x[lane] for lane in used if lane in ladder.columns.x]
    if not xs:
        return ladder.whole()
    return min(xs) - 12, max(xs) + 12


def _ref(ladder: Ladder, item: Fragment) -> Extent:
    """Place a reference to another sequence: a box over lanes that says its name."""
    xs = [ladder.lanes[id_].x for id_ in item.participants if id_ in ladder.lanes]
    left, right = (min(xs) - 34, max(xs) + 34) if xs else ladder.whole()
    label = "\n".join(section.label for section in item.sections)
    tab_words = block("ref", "word", 60, lines=1)
    tab = round(tab_words.width + 22)
    words = block(label, "label", max(right - left - 24, 150), lines=12)
    width = max(right - left, words.width + 24, tab + 20)
    x = (left + right - width) / 2
    top = ladder.y + 3
    frame = Frame("ref", Area(x, top, width, _TAB + 6 + words.height + 8), None)
    ladder.placed.frames.append(frame)
    _tab(ladder, frame, tab_words, tab)
    if words:
        area = Area(frame.area.cx - words.width / 2, top + _TAB + 5, words.width, words.height)
        ladder.placed.words.append(Words("ref", words, area))
    ladder.y = frame.area.bottom + 10
    return x, x + width
