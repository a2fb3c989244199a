"""The directives ``mermaid``, ``uml`` and ``plantuml``, where their extensions are not loaded."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.base import ArchDirective
from sphinx_archdoc.sphinxext.data_file import read_data_file
from sphinx_archdoc.sphinxext.fence_nodes import archdoc_fence

#: The options of both extensions; those for how their files look mean nothing here.
_OPTIONS = (
    "alt", "align", "caption", "name", "class", "title", "config", "zoom", "height", "width",
    "max-width", "scale", "html_format", "latex_format",
)  # fmt: skip


class FenceDirective(ArchDirective):
    """A diagram's text, or the file that holds it."""

    language: ClassVar[str]

    def build(self) -> list[nodes.Node]:
        """Return the text as a node that the transform takes."""
        self.options = self.check_options(_OPTIONS)
        code = "\n".join(self.content)
        if self.argument and self.content:
            # Without a blank line docutils takes the first lines for the argument.
            code = f"{self.argument}\n{code}"
        elif self.argument:
            data = read_data_file(self, self.argument)
            code = data.decode("utf-8-sig", errors="replace") if data is not None else ""
        if not code.strip():
            if not self.argument:
                self.warn(Code.EMPTY, f"{self.name}: there is no text to draw")
            return []
        if title := self.value("title").strip():
            code = f"---\ntitle: {title}\n---\n{code}" if self.language == "mermaid" else code
        node = archdoc_fence(code, language=self.language, code=code, alt=self.value("alt"))
        node["classes"] += self.class_names()
        self.set_source_info(node)
        return [self._captioned(node)]

    def _captioned(self, node: archdoc_fence) -> nodes.Element:
        caption = self.value("caption").strip()
        made: nodes.Element = node
        if caption:
            inline, messages = self.parse_inline(caption)
            words = nodes.caption(caption, "", *inline)
            made = nodes.figure("", node, words, *messages)
            self.set_source_info(words)  # without it nobody translates them
            self.set_source_info(made)
            align = self.value("align").strip()
            if align in ("left", "center", "right"):
                made["align"] = align
        if "name" in self.options:
            self.add_name(made)
        return made
