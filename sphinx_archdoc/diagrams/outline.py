"""The text form of any picture: lists of sentences whose names can become links."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """What a picture shows, named in a sentence; ``id`` is what its box leads to."""

    id: str
    title: str


#: A piece of a sentence: words as they are, or a name.
Piece = str | Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sentence with the sentences below it.

    numbered  the items below are steps, counted from 1 (or by ``number`` of each)
    number    the number of a step as the picture shows it; empty: none
    """

    pieces: tuple[Piece, ...]
    below: tuple[Item, ...] = ()
    numbered: bool = False
    number: str = ""

    def text(self) -> str:
        """Return the sentence without links."""
        return "".join(p if isinstance(p, str) else p.title for p in self.pieces)


def plain(items: tuple[Item, ...], indent: str = "") -> str:
    """Return a text form as plain text, one line for each item."""
    lines = []
    for item in items:
        mark = f"{item.number}. " if item.number else "- "
        lines.append(f"{indent}{mark}{item.text()}")
        if item.below:
            lines.append(plain(item.below, indent + " " * len(mark)))
    return "\n".join(lines)
