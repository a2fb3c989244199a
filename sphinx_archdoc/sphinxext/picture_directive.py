"""The one directive behind all pictures: of the model, or of a text in the body."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import suggestion
from sphinx_archdoc.model.values import read_flag
from sphinx_archdoc.sphinxext.base import ArchDirective
from sphinx_archdoc.sphinxext.figures import caption_text, figure_shell
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.renderers import missing_extension
from sphinx_archdoc.sphinxext.translated import offer_words
from sphinx_archdoc.sphinxext.view_place import place_view
from sphinx_archdoc.views.catalog import catalog
from sphinx_archdoc.views.picture_options import RENDERERS, read_options, read_request
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.picture_texts import PictureText
    from sphinx_archdoc.views.catalog_spec import ViewSpec


class PictureDirective(ArchDirective):
    """Show a picture of the model; with a text in the body, a picture of that text."""

    view_name: ClassVar[str]

    @property
    def spec(self) -> ViewSpec:
        """What the catalogue says of this view."""
        return catalog(self.domain.registry)[self.view_name]

    def build(self) -> list[nodes.Node]:
        """Return a figure that is filled when all pages are read."""
        spec = self.spec
        self.options = self.check_options(spec.options)
        if self.content and spec.body:
            return self._of_text(spec)
        if not spec.request:
            self.warn(Code.EMPTY, f"{self.name} has no text to draw; write it in the body")
            return []
        request, problems = read_request(spec, self.options, self.argument)
        self._report(problems)
        kept: list[nodes.Node] = []
        if self.content:
            self.warn(Code.EMPTY, f"{self.name} shows records and takes no text; it is kept below")
            kept = list(self.parse_content_to_nodes())
        title = request.title or titled(self.view_name, self.argument, translate)
        return [self._figure(request, title, scope=self.argument), *kept]

    def _of_text(self, spec: ViewSpec) -> list[nodes.Node]:
        from sphinx_archdoc.formats.opened import open_block
        from sphinx_archdoc.sphinxext.list_items import title_above
        from sphinx_archdoc.sphinxext.picture_texts import Source, read_text

        title = self.argument or self.value("caption")
        whole = self.clean_content()
        found = open_block(whole)
        around: list[nodes.Node] = []
        holder: nodes.Element | None = None
        if found.prose and (found.language or spec.body in ("c4", "er")):
            heading, around, holder = self._around(found.lines)
            title = title or heading
        text = whole if found.prose and holder is None else found.text
        source = Source(text, title, spec.fixed, self.domain.registry, translate)
        read = read_text(spec.body, source)
        self.report(read.problems, in_content=True)
        if not self._declares():
            self.report(read.unknown, in_content=True)
        if read.data is None:
            message = f"{self.name}: the text is {read.instead}; it is shown as it is"
            self.warn(Code.SYNTAX, message)
            text = "\n".join(self.content)
            above = title_above(self, title)
            return [*above, nodes.literal_block(text, text, language="text")]
        data = self._directed(spec, read.data)
        below = self._declared(read)
        figure = self._figure(data, data.title or self.view_name, scope=self.argument)
        if holder is None:
            return [figure, *below]
        around[around.index(holder)] = figure
        return [*around, *below]

    def _around(self, lines: frozenset[int]) -> tuple[str, list[nodes.Node], nodes.Element]:
        """Return the heading above a diagram that was pasted with it, the text, and its place."""
        from sphinx_archdoc.model.body import ReadBody
        from sphinx_archdoc.reading.tasks import groups, headings_as_rubrics
        from sphinx_archdoc.sphinxext.record_bodies import parse_around

        parsed, places = parse_around(self, ReadBody(lines=lines))
        holder = places.first
        found = headings_as_rubrics(parsed)
        first = groups(found)[0]
        if first.title is None:
            return "", found, holder
        return first.name, found[1:], holder

    def _declares(self) -> bool:
        return "declare" in self.options and bool(read_flag(self.options["declare"]))

    def _declared(self, read: PictureText) -> list[nodes.Node]:
        """Declare what the text says for the whole project, if that is wanted."""
        if not self._declares():
            return []
        from sphinx_archdoc.sphinxext.declaring import declare, declare_entities

        listed = (
            declare_entities(self, read.entities)
            if read.entities is not None
            else declare(self, read.declared)
        )
        listed["classes"].append("arch-hidden")
        return [listed]

    def _directed(self, spec: ViewSpec, data: Any) -> Any:
        """Return picture data that leads where the option says."""
        if "direction" not in self.options or not hasattr(data, "direction"):
            return data
        asked, problems = read_options(spec, {"direction": self.options["direction"]})
        self._report(problems)
        return dataclasses.replace(data, **asked) if asked.get("direction") != "auto" else data

    def _figure(self, request: Any, title: str, *, scope: str) -> nodes.figure:
        figure = figure_shell(self, caption=self.value("caption").strip(), default=title)
        if self.value("caption").strip() and hasattr(request, "title"):
            # What is drawn and read out has the words of the caption without their markup.
            request = dataclasses.replace(request, title=caption_text(figure))
        wanted = self.value("caption").strip() or getattr(request, "title", "")
        slot = place_view(
            self, self.view_name, request, figure, wanted, scope=scope, renderer=self._renderer()
        )
        figure.insert(0, slot)
        # Titles that stand in no caption are the author's where they are the argument.
        own = self.argument if getattr(request, "title", "") == self.argument else ""
        untitled = dataclasses.replace(request, title="") if hasattr(request, "title") else request
        offer_words(self, figure, [own, untitled])
        return figure

    def _renderer(self) -> str:
        """Return the renderer that the option names, if it can be used."""
        wanted: str = self.value("renderer").strip().lower()
        if not wanted:
            return ""
        if wanted not in RENDERERS:
            hint = suggestion(wanted, RENDERERS)
            message = f"{self.name}: there is no renderer {wanted!r}; {hint}"
            self.warn(Code.VALUE, message, option="renderer")
            return ""
        missing = missing_extension(self.env, wanted)
        if missing:
            message = f"{self.name}: renderer {wanted!r} {missing}"
            self.warn(Code.CONFIG, message, option="renderer")
            return "svg"
        return wanted

    def _report(self, problems: list[Any]) -> None:
        self.report(problems, self.name)
