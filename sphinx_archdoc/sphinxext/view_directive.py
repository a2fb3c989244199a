"""The one directive behind all tables and matrices: a body declares, no body shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.values import is_id, split_list
from sphinx_archdoc.sphinxext.base import ArchDirective
from sphinx_archdoc.sphinxext.view_place import place_view
from sphinx_archdoc.views.catalog import catalog

if TYPE_CHECKING:
    from sphinx_archdoc.views.catalog import ViewSpec


class ViewDirective(ArchDirective):
    """Show records of the whole project, or declare records by the rows of a table."""

    view_name: ClassVar[str]

    @property
    def spec(self) -> ViewSpec:
        """What the catalogue says of this view."""
        return catalog(self.domain.registry)[self.view_name]

    def build(self) -> list[nodes.Node]:
        """Return the declared table, or a place that is filled when all pages are read."""
        spec = self.spec
        self.options = self.check_options(spec.options)
        if spec.body_kind and (self.content or "file" in self.options):
            return self._declared(spec)
        if self.content:
            self.warn(
                Code.EMPTY, f"{self.name} shows records and takes no content; it is kept below"
            )
        kept = list(self.parse_content_to_nodes()) if self.content else []
        request = self._request(spec)
        return [*self._table_shell(request, spec.view), *kept]

    # -- tables --------------------------------------------------------------------------------

    def _declared(self, spec: ViewSpec) -> list[nodes.Node]:
        from sphinx_archdoc.reading.tables import read_table
        from sphinx_archdoc.sphinxext.data_file import read_data_file
        from sphinx_archdoc.sphinxext.file_table import file_table
        from sphinx_archdoc.sphinxext.table_rows import RowReader

        children: list[nodes.Node] = []
        if "file" in self.options:
            data = read_data_file(self, self.options["file"].strip())
            made = (
                file_table(self, self.options["file"].strip(), data) if data is not None else None
            )
            children += [made] if made is not None else []
        if self.content:
            children += self.parse_content_to_nodes()
        table, problems = read_table(children)
        self.report(problems)
        if table is None:
            if self.content:
                self.warn(Code.TABLE, f"{self.name} holds no table; its text is kept as it is")
            return children
        inside = self._inside()
        prefix = self._id_part("id-prefix")
        RowReader(self, self.domain.registry[spec.body_kind], prefix, inside).read(table)
        for node in (found for child in children for found in child.findall(nodes.table)):
            node["classes"] += self.class_names("arch-table", "arch-declared")
            self._caption(node)
        return children

    def _request(self, spec: ViewSpec) -> Any:
        from sphinx_archdoc.views.catalog import read_selection
        from sphinx_archdoc.views.table import TableRequest

        selection, problems = read_selection(spec, self.options)
        columns = tuple(split_list(self.value("columns"))) or spec.columns
        group = self.value("group").strip()
        for problem in problems:
            self.warn(problem.code, f"{self.name}: {problem.message}")
        if spec.view == "matrix":
            from sphinx_archdoc.views.matrix import MatrixRequest

            return MatrixRequest(selection=selection)
        return TableRequest(selection=selection, columns=columns, group=group)

    def _inside(self) -> str:
        """Return the element that the rows are inside; whether it exists is seen at the end."""
        from sphinx_archdoc.sphinxext.drafts import views
        from sphinx_archdoc.sphinxext.kept import ViewPlace
        from sphinx_archdoc.views.inside import InsideRequest

        inside = self._id_part("in")
        if inside:
            asked = InsideRequest(element=inside)
            views(self.env).append(ViewPlace(self.view_name, asked, "", "", self.source_place()))
        return inside

    def _id_part(self, option: str) -> str:
        """Return an option that becomes a part of ids, or nothing after a warning."""
        text = str(self.value(option)).strip()
        if not text or is_id(text):
            return text
        self.warn(Code.ID, f"{self.name}: {option} {text[:60]!r} cannot be a part of ids; left out")
        return ""

    def _table_shell(self, request: Any, view: str) -> list[nodes.Node]:
        extra = "arch-matrix" if view == "matrix" else "arch-view"
        # A search should find the records themselves, not every table that lists them.
        table = nodes.table(classes=self.class_names("arch-table", extra, "no-search"))
        self.set_source_info(table)
        self._caption(table)
        table += place_view(self, self.view_name, request, table, self.value("caption").strip())
        return [table]

    def _caption(self, table: nodes.Element) -> None:
        caption = self.value("caption").strip() or self.argument
        if caption and not any(isinstance(child, nodes.title) for child in table.children):
            inline, messages = self.parse_inline(caption)
            title = nodes.title(caption, "", *inline)
            self.set_source_info(title)
            table.insert(0, [title, *messages])
        if "name" in self.options:
            self.add_name(table)
