"""One value as nodes: the same in a card, a table and a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.render.inline import inline_nodes
from sphinx_archdoc.render.links import badge, capital, listed
from sphinx_archdoc.views.cells import Bar

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.render.links import Linker
    from sphinx_archdoc.views.cells import Badge, Score


class Renderer:
    """What every renderer needs: the links of the page, and the language of the build."""

    def __init__(
        self,
        linker: Linker,
        translate: Callable[[str], str],
        *,
        can_span: bool = True,
        styled: bool = False,
        bar: Callable[[int, int], nodes.Node] | None = None,
        written: Callable[[str], nodes.Node] | None = None,
    ) -> None:
        self.links = linker
        self.translate = translate
        self.can_span = can_span  # whether the format knows cells over several columns
        self.bar = bar  # makes the bar of a range
        self.written = written  # makes a node of table rows in HTML; None: they stay nodes
        self.styled = styled  # whether a style sheet sets things apart, so that no signs need to

    def value(self, kind: str, value: Any) -> list[nodes.Node]:
        """Return a cell (see ``views.cells.cell``) of this type as inline nodes."""
        if not value:
            return []
        if kind in ("choice", "level"):
            return [self.word(value)]
        if kind == "score":
            return [self.score(value)]
        if kind == "refs":
            return listed(self.links.noted(face, note) for face, note in value)
        if kind in ("tags", "people"):
            return [nodes.Text(", ".join(value))]
        if kind == "inline":
            return inline_nodes(value)
        if kind == "date" and self.styled:  # no line ends inside
            return [nodes.inline(str(value), str(value), classes=["arch-date"])]
        if kind == "flag":
            return [nodes.Text(self.translate("yes"))]
        if kind == "kind":
            return [nodes.Text(self.translate(value))]
        return self._amount(value)

    def _amount(self, value: Any) -> list[nodes.Node]:
        """Return a value as text, with its bar if it has one."""
        if isinstance(value, Bar) and self.bar:
            return [nodes.Text(f"{value} "), self.bar(value.start, value.end)]
        return [nodes.Text(str(value))]

    def word(self, value: Badge) -> nodes.Node:
        """Return a word: in a badge where it has a tone."""
        text = self.badge_text(value)
        key = value.key if self.styled else ""  # for the filter
        return nodes.Text(text) if value.tone == "neutral" else badge(text, value.tone, key)

    def badge_text(self, value: Badge) -> str:
        """Return the words of a badge, see :func:`badge_words`."""
        return badge_words(value, self.translate)

    def score(self, value: Score) -> nodes.inline:
        """Return a risk score with the word of its band."""
        return badge(f"{value.value} {self.translate(value.label)}", value.tone)


def badge_words(value: Badge, translate: Callable[[str], str]) -> str:
    """Return the author's words; where they are ours, or nobody's, the label, translated."""
    if not value.text or value.text.casefold() in (value.key, value.label.casefold()):
        return translate(value.label)
    return capital(value.text)
