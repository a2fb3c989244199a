"""Colours of PlantUML's boxes: behind a name (``#LightGreen``), in ``skinparam`` and ``<style>``.

They say what sort of thing a box is. Fonts, borders, kinds of lines and distances do not, and are
passed over: the picture has those of the page's theme.

Source: https://plantuml.com/color, https://plantuml.com/skinparam, plantuml.com/style-evolution.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.tones import tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.diagrams.graph import Role

_STEREOTYPE = r"(?:<<(?P<{0}>[^<>\n]*+)>>)?"
_BEGIN = re.compile(
    rf"skinparam[ \t]+(?P<word>[a-z]+?){_STEREOTYPE.format('of')}[ \t]*"
    rf"(?:\{{|(?P<rest>BackgroundColor\b.*))",
    re.IGNORECASE,
)
_GROUND = re.compile(
    rf"[ \t]*BackgroundColor{_STEREOTYPE.format('of')}[ \t]+#?(?P<colour>\w+)", re.IGNORECASE
)
_BEHIND = re.compile(r"#(?:back:)?(\w+)", re.IGNORECASE)
_HEX = re.compile(r"[0-9a-f]{3,8}\Z")


_STYLE = "<style>"
_PIECE = re.compile(r"[^{};\n]+|[{}]")
_SELECTOR = re.compile(r"[\w-]+(?:\.[\w-]+)?|\.[\w-]+")


class Skin:
    """What looks say about the ground of boxes, by their word and stereotype."""

    def __init__(self) -> None:
        self._tones: dict[tuple[str, str], Role] = {}

    def take(self, line: str, inside: Iterable[str] = ()) -> None:
        """Take a line and, where it begins a block, the lines inside; others say nothing here."""
        if line.lower().startswith(_STYLE):
            self._style("\n".join([line[len(_STYLE) :], *inside]))
        found = _BEGIN.match(line)
        if not found:
            return
        for said in [found["rest"]] if found["rest"] else inside:
            if ground := _GROUND.match(said):
                stereotype = (found["of"] or ground["of"] or "").strip().lower()
                colour = _tone(ground["colour"])
                if colour:
                    self._tones[found["word"].lower(), stereotype] = colour

    def _style(self, text: str) -> None:
        """Take ``component { BackgroundColor pink }``; ``.name`` is a stereotype of any box."""
        open_: list[str] = []
        before = ""
        for piece in _PIECE.findall(text):
            if piece == "{":
                open_.append(before)
            elif piece == "}":
                del open_[-1:]
            elif open_ and (ground := _GROUND.match(piece)):
                self._rule(open_[-1], ground["colour"])
            before = piece.strip()

    def _rule(self, selectors: str, written: str) -> None:
        colour = _tone(written)
        if colour is None:
            return
        for selector in _SELECTOR.findall(selectors.lower()):
            word, _, name = selector.partition(".")
            self._tones[word, name] = colour

    def role(self, word: str, stereotype: str, behind: str, default: Role) -> Role:
        """Return the look of a box; ``behind`` is the colour behind its name, with its ``#``."""
        own = _BEHIND.match(behind)
        kind = word.rstrip("/")
        return (
            (_tone(own[1]) if own else None)
            or self._tones.get((kind, stereotype.lower()))
            or (self._tones.get(("", stereotype.lower())) if stereotype else None)
            or self._tones.get((kind, ""))
            or default
        )


def _tone(colour: str) -> Role | None:
    colour = colour.lower()
    return tone(f"#{colour}") if _HEX.match(colour) else tone(colour)
