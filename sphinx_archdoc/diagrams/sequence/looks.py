"""The colours of what only sequences have: bars, numbers, notes, errors, tabs (light palette)."""

from __future__ import annotations

from sphinx_archdoc.diagrams.palette import ROLES, TEXT, Colours

ACTIVE = Colours("#1d4ed8", "#e3ebff", "#6d8ff0")  # --arch-info
NOTE = Colours("#5c4a1c", "#fdf6df", "#d8bf72")  # --arch-warn
BAD = Colours("#a3192a", "#fde4e6", "#d9646f")  # --arch-bad
TAB = Colours(TEXT, "#eceef2", ROLES["group"].bd)  # --arch-neutral
