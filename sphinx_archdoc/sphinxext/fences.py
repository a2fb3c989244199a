"""Free-form diagrams: every Mermaid and PlantUML text of a page becomes a picture, or is shown."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.diagrams.engines.foreign import Foreign
from sphinx_archdoc.formats import freeform
from sphinx_archdoc.formats.collecting import readable
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext import foreign
from sphinx_archdoc.sphinxext.drafts import views
from sphinx_archdoc.sphinxext.fence_places import place_of
from sphinx_archdoc.sphinxext.fence_readers import Shown, show
from sphinx_archdoc.sphinxext.fence_transform import wanted_languages
from sphinx_archdoc.sphinxext.kept import ViewPlace
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.nodes import archdoc_slot, archdoc_words
from sphinx_archdoc.sphinxext.translated import said_of_code
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.fence_nodes import Fence


class FenceTaker:
    """Puts the places of pictures on one page."""

    def __init__(self, env: BuildEnvironment, document: nodes.document) -> None:
        self.env = env
        self.document = document

    def take(self, fence: Fence) -> None:
        """Put the place of a picture where a fence is, or show its text."""
        if fence.message:
            fence.code = said_of_code(self.env, fence.message)
            offered = archdoc_words(words=[fence.message])  # no other node has it any longer
            fence.outer.parent.insert(fence.outer.parent.index(fence.outer) + 1, offered)
        wanted = wanted_languages(self.env)
        if fence.language in wanted:
            self._take(fence)
        else:  # of our own directive, and switched off
            self._as_source(fence)

    def _take(self, fence: Fence) -> None:
        may_read = bool(self.document.settings.file_insertion_enabled)
        shown = show(self.env, self.env.docname, fence, may_read=may_read)
        is_theirs = (
            shown.data is None and not shown.faulty and foreign.is_loaded(self.env, fence.language)
        )
        source, line = place_of(fence.node, fence.code)
        for problem in shown.problems:
            # What their extension reads is its own business; a mistake it may only show to readers.
            if not is_theirs or problem.code == Code.SYNTAX:
                where = f"{source}:{line + problem.line}"
                warn(problem.code, f"{fence.language}: {problem.message}", where)
        if is_theirs:
            self._as_theirs(fence)
            return
        if shown.data is None:
            if shown.missing:
                message = f"{fence.language}: {shown.missing}; its source is shown"
                warn(Code.PICTURE, message, f"{source}:{line}")
            self._as_source(fence)
            return
        self._as_picture(fence, shown, f"{source}:{line}")

    # -- what takes the place of a fence -----------------------------------------------------------

    def _as_theirs(self, fence: Fence) -> None:
        """Leave a fence to the extension for its language, as its users know it."""
        if foreign.language_of(fence.node):
            return
        node = foreign.foreign_node(
            self.env, fence.language, fence.code, fence.node, self.env.docname
        )
        if fence.alt:
            node["alt"] = fence.alt
        self._exchange(fence.node, node)
        self._add_name(fence, node)

    def _as_source(self, fence: Fence) -> None:
        """Show the text itself; no highlighter knows its language."""
        block = nodes.literal_block(fence.code, fence.code, language="text")
        block.source, block.line = fence.node.source, fence.node.line
        if fence.outer is not fence.node:
            # A figure holds a picture; LaTeX could not break the text across pages.
            parts: list[nodes.Node] = [block]
            if fence.caption is not None:
                parts.insert(0, nodes.paragraph("", "", *fence.caption.children))
            self._exchange(fence.outer, nodes.container("", *parts))
            return
        self._exchange(fence.node, block)
        self._add_name(fence, block)

    def _as_picture(self, fence: Fence, shown: Shown, place: str) -> None:
        title = fence.caption.astext() if fence.caption is not None else ""
        own = "" if isinstance(shown.data, Foreign) else str(getattr(shown.data, "title", ""))
        if not title:
            title = self._default_title(fence, own)
            if title:
                fence.caption = nodes.caption("", title, translatable=False)
        holder = self._holder(fence)
        self._exchange(fence.outer, holder)
        self._add_name(fence, holder)
        data = shown.data
        if is_dataclass(data) and not own and not isinstance(data, Foreign):
            data = replace(data, title=fence.alt or title or translate("Diagram"))  # type: ignore[type-var] # is no class
        placed = views(self.env)
        slot = archdoc_slot(number=len(placed), docname=self.env.docname)
        slot.source, slot.line = fence.node.source, fence.node.line
        anchor = self._anchor(fence, holder)
        holder.insert(0, slot)
        placed.append(ViewPlace(fence.language, data, anchor, title, place, "svg"))

    def _default_title(self, fence: Fence, own: str) -> str:
        """Return a caption where the author wrote none.

        A fence with a name has one, so that references have words. An engine draws the title that
        a text gives itself; our pictures leave it to the caption.
        """
        if own or not fence.name:
            return own
        return freeform.title_of(fence.language, fence.code) or readable(fence.name)

    def _holder(self, fence: Fence) -> nodes.Element:
        """Return what the picture stands in: a figure with its caption, else a plain block."""
        if fence.caption is None:
            return nodes.container(classes=["arch-figure"])
        figure = nodes.figure("", fence.caption, classes=["arch-figure"])
        if "align" in fence.outer:
            figure["align"] = fence.outer["align"]
        return figure

    def _anchor(self, fence: Fence, holder: nodes.Element) -> str:
        if holder["ids"]:
            return str(holder["ids"][0])
        number = 1
        while f"{fence.language}-{number}" in self.document.ids:
            number += 1
        anchor = f"{fence.language}-{number}"
        carrier = holder
        if not isinstance(holder, nodes.figure):
            # LaTeX writes no anchor for a container.
            carrier = nodes.target("", "")
            holder.append(carrier)
        carrier["ids"].append(anchor)
        self.document.ids[anchor] = carrier
        return anchor

    def _exchange(self, old: nodes.Element, new: nodes.Element) -> None:
        """Put a node in the place of another, with its names, anchors and classes."""
        new["ids"] += old["ids"]
        new["names"] += old["names"]
        new["classes"] += [name for name in old["classes"] if name not in new["classes"]]
        for id_ in old["ids"]:
            self.document.ids[id_] = new
        if not new.source:
            new.source, new.line = old.source, old.line
        old.replace_self([new])

    def _add_name(self, fence: Fence, node: nodes.Element) -> None:
        """Make the name after the colon of the language a target for references."""
        if fence.name:
            node["names"].append(nodes.fully_normalize_name(fence.name))
            self.document.note_explicit_target(node, node)
