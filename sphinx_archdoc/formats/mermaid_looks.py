"""Colours and links of Mermaid flowcharts: ``classDef``, ``class``, ``style`` and ``click``.

A colour becomes the tone nearest to it, so that it is right in dark mode, in print and beside our
other pictures; shades of grey stay plain. See https://mermaid.js.org/syntax/flowchart.html.
"""

from __future__ import annotations

import re
from colorsys import rgb_to_hls
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.mermaid_flowchart_parts import ROLES
from sphinx_archdoc.model.uris import safe_uri

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.diagrams.graph import Role
    from sphinx_archdoc.formats.mermaid_flowchart_scan import Scanner

_NAMES = r"[ \t]+([^\s;,]+(?:[ \t]*,[ \t]*[^\s;,]+)*)"
_END = r"[ \t]*(?:;|$)"
_DEFINE = re.compile(rf"classDef{_NAMES}[ \t]+([^\n;]*){_END}", re.MULTILINE)
_GIVE = re.compile(rf"class{_NAMES}[ \t]+([\w-]+){_END}", re.MULTILINE)
_STYLE = re.compile(rf"style{_NAMES}[ \t]+([^\n;]*){_END}", re.MULTILINE)
_CLICK = re.compile(rf'click{_NAMES}[ \t]+(?:href[ \t]+)?"([^"\n]*)"[^\n;]*{_END}', re.MULTILINE)
_PAINT = re.compile(
    r"\b(fill|stroke)[ \t]*:[ \t]*(#[0-9a-f]{3,8}\b|rgba?\([^)]*\)|hsla?\([^)]*\)|[a-z]+)",
    re.IGNORECASE,
)
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


class Looks:
    """Collects what a text says about looks; ``ids`` makes the id in the picture from a name."""

    def __init__(self, ids: Callable[[str], str]) -> None:
        self._ids = ids
        self._classes: dict[str, Role] = {}
        self._styles: dict[str, Role] = {}
        self._given: dict[str, list[str]] = {}
        self._links: dict[str, str] = {}

    def take(self, scan: Scanner) -> bool:
        """Take a statement about looks or a link, if there is one here."""
        if found := scan.take(_DEFINE):
            self._paint(self._classes, _split(found[1]), found[2])
        elif found := scan.take(_STYLE):
            self._paint(self._styles, map(self._ids, _split(found[1])), found[2])
        elif found := scan.take(_GIVE):
            for name in _split(found[1]):
                self.give(self._ids(name), found[2])
        elif found := scan.take(_CLICK):
            address = found[2].strip()
            if address and safe_uri(address):
                self._links.update((self._ids(name), address) for name in _split(found[1]))
        return found is not None

    def give(self, id_: str, class_: str) -> None:
        """Note the class of a box or subgraph."""
        self._given.setdefault(id_, []).append(class_)

    def role(self, id_: str, default: Role) -> Role:
        """Return the look of a box or subgraph that has ``default`` where nothing is said."""
        given = self._given.get(id_, [])
        for class_ in reversed(given):
            if class_ in ROLES:  # made by our own emitter
                return ROLES[class_]
        if id_ in self._styles:
            return self._styles[id_]
        classes = given if default == "group" else ["default", *given]
        roles = [self._classes[class_] for class_ in classes if class_ in self._classes]
        return roles[-1] if roles else default

    def links(self, ids: set[str]) -> tuple[tuple[str, str], ...]:
        """Return the safe addresses of those of these ids that have one."""
        return tuple((id_, address) for id_, address in self._links.items() if id_ in ids)

    def _paint(self, where: dict[str, Role], names: map[str] | list[str], style: str) -> None:
        tone = tone_of(style)
        if tone:
            where.update(dict.fromkeys(names, tone))


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]


def tone_of(style: str) -> Role | None:
    """Return the tone of ``fill:#fdd,stroke:#900``: of the face, or of the rim of a grey one."""
    paints = {name.lower(): value.lower() for name, value in _PAINT.findall(style)}
    for name in ("fill", "stroke"):
        tone = _tone(paints.get(name, ""))
        if tone:
            return tone
    return None


def _tone(colour: str) -> Role | None:
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
