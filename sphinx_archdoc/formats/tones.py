"""Colours that authors write in diagrams, as the nearest tone of our pictures.

A tone is right in dark mode, in print and beside our other pictures; shades of grey have none.
"""

from __future__ import annotations

import re
from colorsys import rgb_to_hls
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Role

#: What the names of CSS colours hold; the first that fits counts.
_WORDS: tuple[tuple[str, Role], ...] = (
    *((word, "ok") for word in ("green", "lime", "teal", "olive", "honeydew", "mint")),
    *((word, "mute") for word in ("purple", "violet", "orchid", "plum", "magenta", "fuchsia")),
    *((word, "mute") for word in ("lavender", "indigo", "thistle", "pink")),
    *((word, "info") for word in ("blue", "cyan", "aqua", "turquoise", "navy", "azure")),
    *((word, "bad") for word in ("orangered", "red", "crimson", "tomato", "maroon", "salmon")),
    *((word, "bad") for word in ("coral", "firebrick", "rose")),
    *((word, "warn") for word in ("orange", "yellow", "gold", "khaki", "amber", "peach", "tan")),
    *((word, "warn") for word in ("chocolate", "sienna", "peru", "brown", "wheat", "moccasin")),
)
#: Up to which hue, in degrees, a colour has which tone.
_HUES: tuple[tuple[float, Role], ...] = (
    (15, "bad"), (70, "warn"), (172, "ok"), (256, "info"), (335, "mute"), (361, "bad"),
)  # fmt: skip
#: The least difference between the strongest and the weakest of red, green and blue, of 1.
_COLOURFUL = 0.04
_RGB = re.compile(r"rgba?\(\s*([\d.]+)[\s,\\]+([\d.]+)[\s,\\]+([\d.]+)", re.IGNORECASE)
_HSL = re.compile(r"hsla?\(\s*([\d.]+)(?:deg)?[\s,\\]+([\d.]+)", re.IGNORECASE)
_MOST_DIGITS = 8


def tone(colour: str) -> Role | None:
    """Return the tone of a colour as CSS writes it, in small letters; None where it has none."""
    if found := _HSL.match(colour):
        hue, strength = _number(found[1]) % 360, _number(found[2]) / 100
        return _of_hue(hue) if strength > _COLOURFUL else None
    if found := _RGB.match(colour):
        return _of_rgb(*(min(_number(part), 255) / 255 for part in found.groups()))
    if colour.startswith("#"):
        return _of_hex(colour[1:])
    return next((tone for word, tone in _WORDS if word in colour), None)


def _number(digits: str) -> float:
    """Return a number of the text; more digits than any colour has are nothing."""
    try:
        return float(digits[:_MOST_DIGITS])
    except ValueError:
        return 0.0


def _of_hex(digits: str) -> Role | None:
    if len(digits) in {3, 4}:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in {6, 8}:
        return None
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return _of_rgb(red, green, blue)


def _of_rgb(red: float, green: float, blue: float) -> Role | None:
    if max(red, green, blue) - min(red, green, blue) < _COLOURFUL:
        return None
    return _of_hue(rgb_to_hls(red, green, blue)[0] * 360)


def _of_hue(hue: float) -> Role:
    return next(tone for most, tone in _HUES if hue < most)
