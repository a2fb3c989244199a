"""Line breaks that Markdown writes as HTML, in formats that leave all HTML out.

``Zoll<br>seit 2026`` in a cell would be read there as one word.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_archdoc.reading.text import is_break, parts_words
from sphinx_archdoc.sphinxext.nodes import tex


class PartWords(SphinxPostTransform):
    """Put a blank where HTML parts two words; registered for formats other than HTML only."""

    default_priority = 210

    def run(self, **_kwargs: Any) -> None:
        """Look at all HTML of the page."""
        if "arch_used" not in self.document:
            return
        for raw in [*self.document.findall(nodes.raw)]:
            if "html" in raw["format"].split() and parts_words(raw) and _between(raw):
                raw.replace_self(self.parted(raw))

    def parted(self, _raw: nodes.raw) -> nodes.Node:
        """Return what stands between the words."""
        return nodes.Text(" ")


class BreakLines(PartWords):
    """Break the line in LaTeX where HTML breaks it."""

    def parted(self, raw: nodes.raw) -> nodes.Node:
        """Return a break of LaTeX that may stand in a cell too."""
        if not is_break(raw):
            return super().parted(raw)
        return tex("\\newline{}")


def _between(raw: nodes.raw) -> bool:
    """Tell whether words stand before and after; a break that is there for LaTeX too is enough."""
    parts = raw.parent.children
    at = parts.index(raw)
    beside = parts[at + 1] if at + 1 < len(parts) else None
    if isinstance(beside, nodes.raw) and "latex" in beside["format"].split():
        return False
    words = [bool(part.astext().strip()) and not isinstance(part, nodes.raw) for part in parts]
    return any(words[:at]) and any(words[at + 1 :])
