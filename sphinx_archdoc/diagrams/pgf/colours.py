"""Colours of SVG attributes as the six hexadecimal digits that xcolor takes, with opacity."""

from __future__ import annotations

import re

#: The colour names of CSS 2.1 (https://www.w3.org/TR/CSS21/syndata.html#color-units).
_NAMES = {
    "aqua": "00FFFF", "black": "000000", "blue": "0000FF", "fuchsia": "FF00FF",
    "gray": "808080", "green": "008000", "grey": "808080", "lime": "00FF00",
    "maroon": "800000", "navy": "000080", "olive": "808000", "orange": "FFA500",
    "purple": "800080", "red": "FF0000", "silver": "C0C0C0", "teal": "008080",
    "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip
_HEX = re.compile("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(([^()]*)\)", re.IGNORECASE)
_SHORT = 4  # digits, one for each part


class PgfError(ValueError):
    """This SVG holds something that cannot be said in PGF."""


def read_colour(text: str) -> tuple[str, float] | None:
    """Return the digits and the opacity of a colour, None for no paint.

    Raises PgfError for what is no plain colour: gradients, patterns, unknown names.
    """
    word = text.strip()
    if word.lower() in ("none", "transparent", ""):
        return None
    if word.lower() in _NAMES:
        return _NAMES[word.lower()], 1.0
    found = _HEX.fullmatch(word)
    if found:
        digits = found[1].upper()
        if len(digits) <= _SHORT:
            digits = "".join(digit * 2 for digit in digits)
        return _shown(digits[:6], int(digits[6:] or "FF", 16) / 255)
    found = _RGB.fullmatch(word)
    if found:
        return _from_parts(re.split(r"[\s,/]+", found[1].strip()), word)
    raise PgfError(f"the colour {word[:40]!r} cannot be used in LaTeX")


def _from_parts(parts: list[str], word: str) -> tuple[str, float] | None:
    try:
        values = [_share(part, 255) for part in parts[:3]]
        opacity = _share(parts[3], 1) if len(parts) > len(values) else 1.0
    except ValueError as error:
        raise PgfError(f"the colour {word[:40]!r} cannot be read") from error
    if len(values) != 3:  # noqa: PLR2004 -- red, green, blue
        raise PgfError(f"the colour {word[:40]!r} cannot be read")
    return _shown("".join(f"{round(value * 255):02X}" for value in values), opacity)


def _share(text: str, whole: int) -> float:
    value = float(text[:-1]) / 100 if text.endswith("%") else float(text) / whole
    return min(max(value, 0.0), 1.0)


def _shown(digits: str, opacity: float) -> tuple[str, float] | None:
    return (digits, opacity) if opacity > 0 else None
