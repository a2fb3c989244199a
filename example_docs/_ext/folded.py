"""The directive ``folded``: what few readers need, behind a line that opens it.

In HTML the browser opens and closes it, without any script; everywhere else the line is a label
above what it holds.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from examples import parsed
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


#: A table with no more rows than this stands on one page of a PDF, and its label with it.
_WHOLE = 18


class Folded(SphinxDirective):
    """A block that is closed at first, with the argument as the line that stays."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the block."""
        line = self.arguments[0]
        opened = f'<details class="docs-folded"><summary>{escape(line)}</summary>'
        label = addnodes.only("", expr="not html")
        label += nodes.paragraph("", "", nodes.strong(line, line))
        inside = parsed(self, "\n".join(self.content), nodes.section())
        rows = sum(1 for part in inside for _ in part.findall(nodes.row))
        lines = rows + 5 if rows <= _WHOLE else 9
        return [
            nodes.raw("", opened, format="html"),
            nodes.raw("", f"\\needspace{{{lines}\\baselineskip}}", format="latex"),
            label,
            *inside,
            nodes.raw("", "</details>", format="html"),
        ]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("folded", Folded)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
