"""Timelines: the functions of the picture type ``Timeline``, see ``diagrams.drawing``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.drawing import Drawing
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.outline import Item, Name
from sphinx_archdoc.diagrams.timeline.bars import lay_out_bars
from sphinx_archdoc.diagrams.timeline.emitters import mermaid, plantuml
from sphinx_archdoc.diagrams.timeline.events import lay_out_events
from sphinx_archdoc.diagrams.timeline.svg import template

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.key import KeyEntry
    from sphinx_archdoc.diagrams.layout import Layout
    from sphinx_archdoc.diagrams.outline import Piece
    from sphinx_archdoc.diagrams.timeline.data import Bar, Event, Timeline, Undated

__all__ = ["SCHEMA", "USES_ENGINE", "draw", "key", "mermaid", "names", "outline", "plantuml"]

#: Raise it with every change of what is drawn or how: old cache entries are then not found.
SCHEMA = 4
USES_ENGINE = False
#: A longer picture nobody reads; the text form has all.
MAX_ENTRIES = 500


def draw(data: Timeline, engine: Callable[[], Layout]) -> Drawing:
    """Draw a timeline; no layout engine has a hand in it. Raises LayoutError above the limit."""
    del engine
    number = len(data.bars) + len(data.events) + len(data.undated)
    if number > MAX_ENTRIES:
        raise LayoutError(
            f"the picture has {number} entries, more than the limit of {MAX_ENTRIES}; "
            "show fewer or split it into several pictures"
        )
    placed = lay_out_bars(data) if data.bars else lay_out_events(data)
    return Drawing(svg=template(data, placed), width=placed.width, height=placed.height)


def key(data: Timeline) -> tuple[KeyEntry, ...]:
    """Return nothing: each status is a word in the picture."""
    del data
    return ()


def names(data: Timeline) -> tuple[Name, ...]:
    """Return all bars, events and undated things."""
    shown: tuple[Bar | Event | Undated, ...] = (*data.bars, *data.events, *data.undated)
    return tuple(Name(each.id, each.title) for each in shown)


def outline(data: Timeline, translate: Callable[[str], str]) -> tuple[Item, ...]:
    """Return a sentence for each entry, in the order of the picture."""
    titles = {bar.id: bar.title for bar in data.bars}
    found = [_bar(bar, titles, translate) for bar in data.bars]
    found += [_event(event) for event in data.events]
    if data.undated:
        listed = tuple(Item(pieces=tuple(filter(None, _undated(each)))) for each in data.undated)
        found.append(Item(pieces=(data.undated_word,), below=listed))
    return tuple(found)


def _bar(bar: Bar, titles: dict[str, str], translate: Callable[[str], str]) -> Item:
    said = ", ".join(filter(None, (bar.when, bar.status, bar.note)))
    pieces: list[Piece] = [f"{bar.lane} – " if bar.lane else "", Name(bar.id, bar.title)]
    pieces.append(f": {said}" if said else "")
    waits = [name for name in bar.after if name in titles]
    for number, name in enumerate(waits):
        pieces += [", " if number else f" ({translate('after')} ", Name(name, titles[name])]
    pieces.append(")" if waits else "")
    return Item(pieces=tuple(piece for piece in pieces if piece))


def _undated(item: Undated) -> tuple[Piece, ...]:
    label = f"{item.label} " if item.label else ""
    return (label, Name(item.id, item.title), f" ({item.status})" if item.status else "")


def _event(event: Event) -> Item:
    when = f"{event.when}: " if event.when else ""
    title = " ".join(filter(None, (event.label, event.title)))
    said = "".join(f" ({word})" for word in (event.status,) if word)
    note = f" – {event.note}" if event.note else ""
    pieces: tuple[Piece, ...] = (when, Name(event.id, title), said + note)
    return Item(pieces=tuple(piece for piece in pieces if piece))
