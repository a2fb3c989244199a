"""The colours of pictures as literal attributes: the light palette of ``archdoc.css``.

They make a picture right without any style sheet (PDF, EPUB, a saved file); in HTML the classes
``arch-c4-<role>`` let the style sheet put its variables in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.graph import Role


class Colours(NamedTuple):
    """The text (``--fg``), face (``--bg``) and outline (``--bd``) of one role."""

    fg: str
    bg: str
    bd: str


ROLES: dict[Role, Colours] = {
    "person": Colours("#16306e", "#dbe6ff", "#3f6fe0"),
    "system": Colours("#123a6b", "#e2efff", "#2f7bd1"),
    "container": Colours("#0d4257", "#e2f4fa", "#2487a8"),
    "component": Colours("#12513a", "#e0f5ea", "#37946a"),
    "store": Colours("#3d3470", "#ece9fb", "#7a6cc4"),
    "node": Colours("#454b55", "#f8f9fb", "#8a909b"),
    "external": Colours("#454b55", "#f3f4f6", "#7d8490"),
    "group": Colours("#454b55", "#f8f9fb", "#8a909b"),
    "plain": Colours("#1b1d21", "#ffffff", "#8a909b"),
    "ok": Colours("#12633a", "#ddf3e5", "#4aa574"),
    "info": Colours("#1d4ed8", "#e3ebff", "#6d8ff0"),
    "warn": Colours("#7a4a00", "#fdf0cc", "#c08a2a"),
    "bad": Colours("#a3192a", "#fde4e6", "#dd7480"),
    "mute": Colours("#5b4b8a", "#eeeafa", "#9485c7"),
}
#: The colours of a status without a tone.
NEUTRAL = Colours("#454b55", "#eceef2", "#8a909b")
TEXT = "#1b1d21"  # --arch-fg
MUTED = "#5a5c63"  # --arch-fg-2
LINE = "#8a909b"  # --arch-line-strong
PAPER = "#ffffff"  # --arch-bg
