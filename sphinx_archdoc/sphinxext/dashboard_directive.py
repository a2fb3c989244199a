"""Dashboards and the report of what the documentation lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_archdoc.checks.dashboard import CompletenessRequest, DashboardRequest
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import suggestion
from sphinx_archdoc.model.values import read_flag, split_list
from sphinx_archdoc.sphinxext.base import ArchDirective
from sphinx_archdoc.sphinxext.page_patterns import pages_of
from sphinx_archdoc.sphinxext.view_place import place_view
from sphinx_archdoc.templates import NAMES
from sphinx_archdoc.views.catalog import catalog
from sphinx_archdoc.views.sources import kinds_named

if TYPE_CHECKING:
    from sphinx_archdoc.views.catalog_spec import ViewSpec


class _BlockDirective(ArchDirective):
    """A block that is filled when all pages are read."""

    view_name: ClassVar[str]

    def build(self) -> list[nodes.Node]:
        """Return the block, and content that does not belong here below it."""
        spec: ViewSpec = catalog(self.domain.registry)[self.view_name]
        self.options = self.check_options(spec.options)
        holder = nodes.container(classes=self.class_names(self.view_name, "no-search"))
        self.set_source_info(holder)
        if self.argument:
            inline, messages = self.parse_inline(self.argument)
            holder += [nodes.rubric(self.argument, "", *inline, classes=["arch-part"]), *messages]
        holder += place_view(self, self.view_name, self.request(), holder, self.argument)
        self.add_name(holder)
        if not self.content:
            return [holder]
        self.warn(Code.EMPTY, f"{self.name} takes no content; it is kept below")
        return [holder, *self.parse_content_to_nodes()]

    def request(self) -> Any:
        """Return what is asked for."""
        raise NotImplementedError


class DashboardDirective(_BlockDirective):
    """Count records by kind and status, and what the rules find."""

    def request(self) -> DashboardRequest:
        """Return which kinds are counted."""
        registry = self.domain.registry
        kinds = []
        for name in split_list(self.value("kinds")):
            if kinds_named(registry, [name]):
                kinds.append(name)
            else:
                hint = suggestion(name, registry.names())
                message = f"{self.name}: there is no kind {name!r}; {hint}"
                self.warn(Code.VALUE, message, option="kinds")
        findings = read_flag(self.value("findings")) if "findings" in self.options else True
        if findings is None:
            message = f"{self.name}: findings is neither yes nor no"
            self.warn(Code.VALUE, message, option="findings")
        where = self.value("filter")
        return DashboardRequest(
            kinds=tuple(kinds),
            where=where,
            pages=pages_of(self),
            findings=findings is not False,
        )


class CompletenessDirective(_BlockDirective):
    """Show what the documentation lacks."""

    def request(self) -> CompletenessRequest:
        """Return the question."""
        name = self.value("template").strip()
        if name and name not in NAMES:
            hint = suggestion(name, NAMES)
            message = f"{self.name}: there is no template {name!r}; {hint}"
            self.warn(Code.VALUE, message, option="template")
            name = ""
        return CompletenessRequest(pages=pages_of(self), template=name)
