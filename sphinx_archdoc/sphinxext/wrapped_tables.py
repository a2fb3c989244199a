"""Tables that a theme has put into a box: an id belongs to one of the two, not to both."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


class IdsOfTables(SphinxPostTransform):
    """Take from the box what furo has copied to it; two elements with one id are no valid HTML.

    Registered only where furo is at work.
    """

    default_priority = 501  # furo makes the boxes at 500
    formats: tuple[str, ...] = ("html",)

    def run(self, **_kwargs: Any) -> None:
        """Clear the boxes around our tables."""
        if "arch_used" not in self.document:
            return
        for table in self.document.findall(nodes.table):
            box = table.parent
            if (
                "arch-table" in table["classes"]
                and isinstance(box, nodes.container)
                and box["classes"][:1] == ["table-wrapper"]
            ):
                box["ids"], box["names"] = [], []
                box["classes"] = ["table-wrapper"]
