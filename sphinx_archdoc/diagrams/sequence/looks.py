"""The colours of what only sequences have: bars, numbers, notes, errors, tabs (light palette).

The style sheet has them as tones, ``arch-is-<tone>``.
"""

from __future__ import annotations

from sphinx_archdoc.diagrams.palette import Colours

ACTIVE = Colours("#1d4ed8", "#e3ebff", "#6d8ff0")  # --arch-info
NOTE = Colours("#7a4a00", "#fdf0cc", "#c08a1e")  # --arch-warn
BAD = Colours("#a3192a", "#fde4e6", "#dc6672")  # --arch-bad
TAB = Colours("#454b55", "#eceef2", "#8a909b")  # --arch-neutral
