"""The colours of an engine exchanged for ours, so that its pictures follow the page's theme.

A known colour becomes our literal of the same part (``PARTS``) and gets the class
``arch-f-<part>`` or ``arch-s-<part>`` (fill, stroke), by which the style sheet recolours it. A
colour the author chose stays; text upon it stays readable and does not change with the theme.
Where most of a picture's own words have colours that we do not know, its author gave it a theme:
then it keeps all its colours and gets a plate beneath it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.palette import LINE, MUTED, PAPER, ROLES, TEXT
from sphinx_archdoc.diagrams.svg_clean import Shape
from sphinx_archdoc.diagrams.svg_grounds import Box, box_of, moved, number, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: What a colour is for, with our literal in the light theme; the style sheet has the same names.
PARTS = {
    "paper": PAPER,
    "ink": TEXT,
    "muted": MUTED,
    "line": LINE,
    "face": ROLES["system"].bg,
    "rim": ROLES["system"].bd,
    "quiet": ROLES["group"].bg,
    "note": "#fdf0cc",  # --arch-warn-bg
    "one": ROLES["system"].bd,
    "two": "#c08a1e",  # --arch-warn-bd
    "three": "#4aa574",  # --arch-ok-bd
    "four": "#dc6672",  # --arch-bad-bd
}
_NAMED = {"black": "#000000", "white": "#ffffff", "red": "#ff0000", "blue": "#0000ff"}
_DARK, _LIGHT = "#000000", "#ffffff"
_READABLE = 3.0


def themed(root: Shape, colours: Mapping[str, str]) -> str:
    """Recolour a picture in place and return the colour of its plate, or nothing.

    ``colours`` names the part of each colour an engine uses, as ``#rrggbb`` in lower case.
    """
    words = [*_words(root, _State(), [], colours)]
    own = [word for word in words if word.ground is None]
    seen = [normal(word.fill) for word in own]
    strange = sum(colour not in colours and not _of_grey(colour) for colour in seen)
    background = normal(root.attributes.pop("background", ""))
    plain = background in ("", "none", "transparent", PAPER) or background in colours
    if strange * 2 > len(own) or not plain:
        return PAPER if plain else background
    on_ground = {id(word.shape): word for word in words if word.ground}
    for shape in root.walk():
        word = on_ground.get(id(shape))
        if word is None:
            _recolour(shape, colours)
        else:
            shape.attributes["fill"] = _readable(word.fill, word.ground or PAPER)
    return ""


def normal(colour: str) -> str:
    """Return a colour as ``#rrggbb`` where it is one in hexadecimal, else in lower case."""
    text = _NAMED.get(colour.lower(), colour.lower())
    if text.startswith("#") and len(text) in (4, 5):
        text = "#" + "".join(char * 2 for char in text[1:4])
    return text[:7] if text.startswith("#") else text


def _recolour(shape: Shape, colours: Mapping[str, str]) -> None:
    classes = []
    for name, letter in (("fill", "f"), ("stroke", "s"), ("stop-color", "f")):
        value = normal(shape.attributes.get(name, ""))
        part = colours.get(value)
        if part is None and (name == "stroke" or shape.name in ("text", "tspan")):
            part = _of_grey(value)
        if part:
            part = _LINES.get(part, part) if name == "stroke" else _faced(shape, part)
            shape.attributes[name] = PARTS[part]
            classes.append(f"arch-{letter}-{part}")
    if classes:
        shape.attributes["class"] = " ".join(classes)


def _of_grey(colour: str) -> str | None:
    """Return the part that words and lines of an unknown grey have: nobody's choice of a colour."""
    if not re.fullmatch(r"#(..)\1\1", colour):
        return None
    return "ink" if int(colour[1:3], 16) < _DARK_GREY else "muted"


_DARK_GREY = 0x50


#: Lines and arrow heads are less strong than words, and are seen on any paper.
_LINES = {"ink": "line", "muted": "line", "quiet": "line"}


def _faced(shape: Shape, part: str) -> str:
    return _LINES.get(part, part) if shape.name == "polygon" and part != "quiet" else part


# -- words and what they stand on -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _State:
    """What an element inherits: colour and place."""

    fill: str = "#000000"
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class _Word:
    shape: Shape
    fill: str
    ground: str | None  # a colour that is not ours


def _words(
    shape: Shape,
    state: _State,
    grounds: list[tuple[Box, str | None]],
    colours: Mapping[str, str],
) -> Iterator[_Word]:
    """Yield all texts with the colour they have and the foreign colour they stand on."""
    fill = shape.attributes.get("fill", state.fill)
    x, y = moved(shape, state.x, state.y)
    if shape.name == "text":
        at_x, at_y = place_of(shape, x, y)
        under = (colour for box, colour in reversed(grounds) if box.holds(at_x, at_y))
        ground = next(under, None)
        yield _Word(shape, fill, ground)
        for part in shape.walk():
            if part is not shape and "fill" in part.attributes:
                yield _Word(part, part.attributes["fill"], ground)
        return
    box = box_of(shape, x, y)
    seen = number(shape, "fill-opacity", 1.0) > _FAINT
    if box is not None and fill not in ("none", "transparent") and seen:
        known = normal(fill) in colours
        grounds.append((box, None if known else normal(fill)))
    for child in shape.children:
        if isinstance(child, Shape) and shape.name not in ("defs", "marker", "clipPath"):
            yield from _words(child, _State(fill, x, y), grounds, colours)


_FAINT = 0.5


def _readable(text: str, ground: str) -> str:
    """Return the text's colour, or black or white where it could not be read on this ground."""
    under = _luminance(ground)
    over = _luminance(normal(text))
    if under is None or (over is not None and _contrast(over, under) >= _READABLE):
        return normal(text)
    return max(_DARK, _LIGHT, key=lambda colour: _contrast(_luminance(colour) or 0.0, under))


def _contrast(one: float, other: float) -> float:
    """Return the contrast of two luminances as WCAG 2 defines it."""
    low, high = sorted((one, other))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float | None:
    """Return the relative luminance of ``#rrggbb`` as WCAG 2 defines it; None for other forms."""
    try:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    except ValueError:
        return None
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]  # noqa: PLR2004
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
