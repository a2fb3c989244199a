"""The look of an SVG element: its own attributes over those of the elements around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.pgf.colours import read_colour
from sphinx_archdoc.diagrams.pgf.geometry import length, numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Properties that an element hands down to those inside it; ``opacity`` is multiplied.
_INHERITED = (
    "color", "fill", "fill-opacity", "fill-rule", "font-family", "font-size", "font-style",
    "font-weight", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "stroke-opacity", "stroke-width", "text-anchor", "visibility",
)  # fmt: skip
_BOLD = 600  # the least weight that is drawn bold


@dataclass(frozen=True, slots=True)
class Style:
    """Properties by name, as SVG writes them, and the opacity of all elements around."""

    properties: Mapping[str, str]
    opacity: float = 1.0

    def inside(self, given: Mapping[str, str]) -> Style:
        """Return the look of an element inside, from its attributes; ``style`` wins."""
        own = {**given, **declarations(given.get("style", ""))}
        passed = {name: own[name].strip() for name in _INHERITED if name in own}
        passed = {name: value for name, value in passed.items() if value != "inherit"}
        opacity = self.opacity * length(own.get("opacity"), 1.0)
        return replace(self, properties={**self.properties, **passed}, opacity=opacity)

    def paint(self, name: str) -> tuple[str, float] | None:
        """Return digits and opacity of ``fill`` or ``stroke``, None for no paint."""
        word = self.properties.get(name, "black" if name == "fill" else "none")
        if word.lower() == "currentcolor":
            word = self.properties.get("color", "black")
        found = read_colour(word)
        if found is None:
            return None
        own = length(self.properties.get(f"{name}-opacity"), 1.0)
        opacity = min(max(found[1] * own * self.opacity, 0.0), 1.0)
        return (found[0], opacity) if opacity else None

    @property
    def width(self) -> float:
        """The width of lines in px."""
        return length(self.properties.get("stroke-width"), 1.0)

    @property
    def dashes(self) -> tuple[float, ...]:
        """The lengths of strokes and gaps in px; empty for an unbroken line."""
        found = tuple(numbers(self.properties.get("stroke-dasharray", "")))
        if not found or min(found) < 0 or not sum(found):
            return ()
        return found * 2 if len(found) % 2 else found

    @property
    def size(self) -> float:
        """The size of text in px."""
        return length(self.properties.get("font-size"), 16.0)

    @property
    def bold(self) -> bool:
        """Whether text is bold."""
        word = self.properties.get("font-weight", "")
        return word in ("bold", "bolder") or (word.isdecimal() and int(word) >= _BOLD)

    @property
    def italic(self) -> bool:
        """Whether text is slanted."""
        return self.properties.get("font-style", "") in ("italic", "oblique")

    @property
    def mono(self) -> bool:
        """Whether all characters of the text have one width."""
        family = self.properties.get("font-family", "").lower()
        return "mono" in family or "courier" in family

    @property
    def hidden(self) -> bool:
        """Whether nothing is drawn."""
        return self.properties.get("visibility", "") in ("hidden", "collapse")


def declarations(text: str) -> dict[str, str]:
    """Return the properties of a ``style`` attribute."""
    found = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found
