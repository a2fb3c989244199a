"""What a page declares and does not show, in the formats that have no style sheet."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

#: The class of lists that only declare; web pages and books hide it by their style sheet.
HIDDEN = "arch-hidden"
#: The class of what is left of them: places that links lead to.
PLACES = "arch-places"


class LeaveOutHidden(SphinxPostTransform):
    """Leave hidden lists out of PDF, text and manual pages; what links lead to stays."""

    default_priority = 6  # when the slots in them are filled
    formats = ("latex", "text", "man", "texinfo")

    def run(self, **_kwargs: Any) -> None:
        """Put the link targets of each list in its place."""
        for node in list(self.document.findall(nodes.bullet_list)):
            if HIDDEN in node["classes"] and node.parent is not None:
                ids = [id_ for part in node.findall(nodes.Element) for id_ in part["ids"]]
                place = nodes.target("", "", ids=ids)
                node.replace_self(nodes.paragraph("", "", place, classes=[PLACES]))
