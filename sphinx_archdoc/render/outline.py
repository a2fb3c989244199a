"""The text form of a picture as lists of sentences whose names are links."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.diagrams.outline import Name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_archdoc.diagrams.outline import Item, Piece
    from sphinx_archdoc.render.cells import Renderer
    from sphinx_archdoc.views.faces import Face


def render_outline(
    items: Sequence[Item],
    links: Mapping[str, Face],
    render: Renderer,
    outside: Mapping[str, str] = MappingProxyType({}),
) -> list[nodes.Node]:
    """Return the sentences as lists; ``links`` are the records that names lead to, by their id.

    ``outside`` are addresses by the id, for names that lead to no record.

    Without any sentence a paragraph says that there is nothing to show.
    """
    if items:
        numbered = any(item.number.isdecimal() for item in items)
        return _Lists(links, render, outside).lists(items, numbered=numbered)
    said = render.translate("There is nothing to show.")
    return [nodes.paragraph("", said, classes=["arch-empty"])]


#: A number that a list can count by; ``4.1`` is none.
_NUMBER = re.compile("[0-9]{1,6}")


class _Lists:
    def __init__(
        self, links: Mapping[str, Face], render: Renderer, outside: Mapping[str, str]
    ) -> None:
        self._links = links
        self._outside = outside
        self._render = render

    def lists(self, items: Sequence[Item], *, numbered: bool) -> list[nodes.Node]:
        """Return a list, or several where the numbers of steps leave out one."""
        found: list[nodes.Element] = []
        expected = 0
        # Beside steps with numbers, what has none is no step: a note, a condition.
        counted = not any(item.number for item in items)
        for item in items:
            step = numbered and (
                _NUMBER.fullmatch(item.number) is not None if item.number else counted
            )
            number = int(item.number or expected or 1) if step else 0
            if not found or number != expected:
                found.append(self._list(number))
            found[-1].append(self._item(item, shown="" if step else item.number))
            expected = number + 1 if number else 0
        return [*found]

    def _list(self, number: int) -> nodes.Element:
        if not number:
            return nodes.bullet_list(bullet="-")
        made = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".")
        if number > 1:
            made["start"] = number
        return made

    def _item(self, item: Item, shown: str) -> nodes.list_item:
        words = nodes.paragraph()
        if shown:
            words += nodes.Text(f"{shown} ")
        words += [self._piece(piece) for piece in item.pieces]
        below = self.lists(item.below, numbered=item.numbered) if item.below else []
        return nodes.list_item("", words, *below)

    def _piece(self, piece: Piece) -> nodes.Node:
        if not isinstance(piece, Name):
            return nodes.Text(piece)
        face = self._links.get(piece.id)
        title = piece.title or piece.id
        if face is None and piece.id in self._outside:
            return nodes.reference(title, title, refuri=self._outside[piece.id])
        if face is None:
            return nodes.strong(title, title)
        made = self._render.links.link(face, title)
        if isinstance(made, nodes.reference):
            made["arch_id"] = piece.id  # a picture may show a record several times
        return made
