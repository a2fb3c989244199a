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

    The lines are shown as a list that carries the anchors; ``:hide:`` hides it where each
    element is described elsewhere or a picture says it better.
    """

    def build(self) -> list[nodes.Node]:
        """Read the lines, declare what they say, and list it."""
        self.check_options(MODEL_OPTIONS)
        if not self.content:
            self.warn(
                Code.EMPTY, f'{self.name} has no lines; write for example: system shop "Shop"'
            )
            return []
        from sphinx_archdoc.sphinxext.declaring import declare, read_declarations

        listed = declare(self, read_declarations(self))
        listed["classes"] += self.class_names()
        if "hide" in self.options and read_flag(self.options["hide"]):
            listed["classes"].append("arch-hidden")
        self.add_name(listed)
        return [listed] if listed.children else []
