"""How records look in LaTeX: badges, labels, panels; by the classes that HTML has too.

Sphinx writes a class as a role or an environment of its name, which does nothing unless it is
defined. The definitions are a file of TeX, ``templates/latex/records.tex``; the colours are those
of the style sheet.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.assets import STATIC, STYLE

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: A tone of the style sheet: text, area and border, in light.
_TONE = re.compile(
    r"--arch-(ok|info|warn|bad|mute|neutral|s\d):var\(--arch-light,#(\w{6})\)[^;]*;"
    r"--arch-\1-bg:var\(--arch-light,#(\w{6})\)[^;]*;--arch-\1-bd:var\(--arch-light,#(\w{6})\)"
)
_FILES = Path(__file__).parent.parent / "templates" / "latex"


def style() -> str:
    """Return what the preamble of a document gets, with the colours of the style sheet."""
    tones = _TONE.findall((STATIC / STYLE).read_text(encoding="utf-8"))
    lines = (
        f"\\archdoctone{{{name}}}{{{text.upper()}}}{{{area.upper()}}}{{{line.upper()}}}"
        for name, text, area, line in tones
    )
    parts = (_FILES / "records.tex").read_text(encoding="utf-8")
    return parts + "\n".join(lines) + "\n"


def add(app: Sphinx) -> None:
    """Put it before the project's own preamble, which may change all of it (``builder-inited``)."""
    context = getattr(app.builder, "context", None)
    if app.builder.format == "latex" and isinstance(context, dict):
        context["preamble"] = style() + context.get("preamble", "")
