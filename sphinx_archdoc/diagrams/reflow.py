"""Titles of boundaries in the room that they have when all is laid out.

Before, nobody knows how wide a boundary gets: its title is measured as narrow as boundaries may be.
A wide one has room for fewer lines, as far as no line of the picture is in the way.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.boxes import heading
from sphinx_archdoc.diagrams.layout import Rect
from sphinx_archdoc.diagrams.titles import TITLE_CLEAR, TITLE_RIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.diagrams.boxes import Card
    from sphinx_archdoc.diagrams.graph import Group
    from sphinx_archdoc.diagrams.layout import Arrangement, PlacedGroup
    from sphinx_archdoc.diagrams.sizing import Sized


def reflowed(sized: Sized, layout: Arrangement) -> tuple[Sized, Arrangement]:
    """Return both with the titles of boundaries in fewer lines where there is room."""
    found = [
        _wider(group, card, placed, layout)
        for group, card, placed in zip(
            sized.graph.groups, sized.headings, layout.groups, strict=True
        )
    ]
    cards, groups = tuple(card for card, _ in found), tuple(placed for _, placed in found)
    return sized._replace(headings=cards), layout._replace(groups=groups)


def _wider(
    group: Group, card: Card, placed: PlacedGroup, layout: Arrangement
) -> tuple[Card, PlacedGroup]:
    """Return the title of one boundary and its place; those that it had where it gets no better."""
    faces = [line.face for line in card.lines]
    if len(faces) == len(set(faces)):  # a line each for title, kind and text
        return card, placed
    at = placed.title
    room = min([placed.rect.right - TITLE_RIGHT, *_in_the_way(at, layout)]) - at.x
    wider = heading(group, room)
    if wider.width > room or len(wider.lines) >= len(card.lines):
        return card, placed
    return wider, placed._replace(title=Rect(at.x, at.y, wider.width, wider.height))


def _in_the_way(title: Rect, layout: Arrangement) -> Iterator[float]:
    """Yield how far to the right a title may reach for each thing that stands beside it."""
    rects = [*layout.boxes, *(edge.label for edge in layout.edges if edge.label)]
    rects += [rect for group in layout.groups for rect in (group.rect, group.title)]
    rects += [
        Rect(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))
        for edge in layout.edges
        for line in edge.lines
        for (x1, y1), (x2, y2) in pairwise(line)
    ]
    for rect in rects:
        beside = rect.y < title.bottom + TITLE_CLEAR and rect.bottom > title.y - TITLE_CLEAR
        if beside and rect.x >= title.right:
            yield rect.x - TITLE_CLEAR
