"""``c4-model``: building blocks and relations, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.values import read_flag
from sphinx_archdoc.sphinxext.base import ArchDirective
from sphinx_archdoc.sphinxext.open_options import MODEL_OPTIONS

if TYPE_CHECKING:
    from docutils import nodes


class ModelDirective(ArchDirective):
    """Declare building blocks and relations as compact lines, or as C4 macros.

    The lines are shown as a list that carries the anchors, and leads to where each element is
    described; ``:hide:`` hides it where a picture says it better.
    """

    def build(self) -> list[nodes.Node]:
        """Read the lines, declare what they say, and list it."""
        self.options = self.check_options(MODEL_OPTIONS)
        if not self.content:
            self.warn(
                Code.EMPTY, f'{self.name} has no lines; write for example: system shop "Shop"'
            )
            return []
        from sphinx_archdoc.sphinxext.declaring import declare, read_declarations

        hidden = "hide" in self.options and bool(read_flag(self.options["hide"]))
        listed = declare(self, read_declarations(self), linked=not hidden)
        listed["classes"] += self.class_names()
        if hidden:
            listed["classes"].append("arch-hidden")
        self.add_name(listed)
        return [listed] if listed.children else []
