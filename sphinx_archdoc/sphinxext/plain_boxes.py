"""Boxes of lists and signs of tables in LaTeX: its usual fonts have none of them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

_PLAIN = {"☐": "[ ]", "☑": "[x]", "☒": "[-]"}


class PlainBoxes(SphinxPostTransform):
    """Write ``☑`` as ``[x]`` and leave out ``✅``, when all answers are in their places."""

    default_priority = 6
    formats: tuple[str, ...] = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Replace the signs."""
        for node in [*self.document.findall(nodes.inline)]:
            if "arch-sign" in node["classes"]:  # ✅ and the like; the word stands beside it
                node.children = []
            elif "arch-box" in node["classes"]:
                node.children = [nodes.Text(_PLAIN.get(node.astext(), node.astext()))]
