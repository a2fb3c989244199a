"""The one directive behind all tables and matrices: a body declares, no body shows."""

from __future__ import annotations

import dataclasses
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_archdoc.formats.pipe_tables import is_rule
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.values import is_id, read_flag, split_list
from sphinx_archdoc.sphinxext.base import ArchDirective
from sphinx_archdoc.sphinxext.drafts import drafts
from sphinx_archdoc.sphinxext.view_place import place_view
from sphinx_archdoc.views.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.reading.tables import RawTable
    from sphinx_archdoc.sphinxext.drafts import Draft
    from sphinx_archdoc.views.catalog import ViewSpec
    from sphinx_archdoc.views.select import Selection


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
        if self.content or "file" in self.options:
            spec = self._with_body_kind(spec)
            if spec.body_kind and self.in_rst and any(map(is_rule, self.content[:3])):
                return self._markdown_table()
            if spec.body_kind:
                self._say_unused()
                return self._declared(spec)
        if self.content:
            self.warn(
                Code.EMPTY, f"{self.name} shows records and takes no content; it is kept below"
            )
        kept = list(self.parse_content_to_nodes()) if self.content else []
        request = self._request(spec)
        return [*self._table_shell(request, spec.view), *kept]

    def _markdown_table(self) -> list[nodes.Node]:
        """Keep a table that reST cannot read, as it is."""
        message = f"{self.name}: this is a Markdown table; write a reST table here"
        self.warn(Code.TABLE, message, self.content_line(1))
        text = "\n".join(self.content)
        return [nodes.literal_block(text, text, language="text")]

    def _say_unused(self) -> None:
        """Warn of options that only a view has: a table of one's own stays as it is."""
        for option in ("group", "sort", "limit"):
            if option in self.options:
                message = (
                    f"{option} has no effect on a table or list of your own, which stays as it is"
                )
                hint = f"ask for it in a {self.name} without a body"
                self.warn(Code.OPTION, f"{self.name}: {message}; {hint}", option=option)

    def _with_body_kind(self, spec: ViewSpec) -> ViewSpec:
        """Return the spec with the kind that rows become: of a view of any kinds, the first."""
        named = split_list(self.value("kinds")) if "kinds" in spec.options else []
        if spec.body_kind or not named or named[0] not in self.domain.registry:
            return spec
        return dataclasses.replace(spec, body_kind=named[0], kinds=(named[0],))

    @cached_property
    def computes(self) -> bool:
        """Whether computed facts are added to a table or list of the author's own."""
        said = read_flag(self.options["computed"]) if "computed" in self.options else None
        if said is None and "computed" in self.options:
            message = f"{self.name}: computed is neither yes nor no"
            self.warn(Code.VALUE, message, option="computed")
        return self.domain.config.computed if said is None else said

    # -- tables --------------------------------------------------------------------------------

    def _declared(self, spec: ViewSpec) -> list[nodes.Node]:
        from sphinx_archdoc.reading.tables import read_table
        from sphinx_archdoc.sphinxext.data_file import read_data_file
        from sphinx_archdoc.sphinxext.file_table import file_table
        from sphinx_archdoc.sphinxext.list_items import parse_blocks

        children: list[nodes.Node] = []
        if "file" in self.options:
            data = read_data_file(self, self.options["file"].strip())
            made = (
                file_table(self, self.options["file"].strip(), data) if data is not None else None
            )
            children += [made] if made is not None else []
        if self.content:
            children += parse_blocks(self)
        table, problems = read_table(children)
        self.report(problems)
        start = len(drafts(self.env))
        self._read_records(spec, table, children)
        children = self._named(children)
        if self.domain.registry[spec.body_kind].sums and len(drafts(self.env)) > start:
            children += self._sums(spec, drafts(self.env)[start:], children)
        return children

    def _read_records(
        self, spec: ViewSpec, table: RawTable | None, children: list[nodes.Node]
    ) -> None:
        """Make a record of every row of the table, else of every item of the lists."""
        from sphinx_archdoc.sphinxext.record_items import RecordItems
        from sphinx_archdoc.sphinxext.table_rows import RowReader

        kind = self.domain.registry[spec.body_kind]
        inside, prefix = self._inside(), self._id_part("id-prefix")
        if table is not None:
            RowReader(self, kind, prefix, inside, computed=self.computes).read(table)
            return
        items = RecordItems(self, kind, prefix, inside)
        if not items.read_all(children) and self.content:
            message = f"{self.name} holds no table; its text is kept as it is"
            self.warn(Code.TABLE, f"{message}{self._lacking_ruler()}")
            children += _texts_of_errors(children)
        if self.computes:
            from sphinx_archdoc.sphinxext.computed_cells import add_to_items

            add_to_items(self, items.made)

    def _lacking_ruler(self) -> str:
        """Say what keeps lines with bars from being a Markdown table, if that is what they are."""
        bars = [line for line in self.content if line.lstrip().startswith("|")]
        if self.in_rst or len(bars) < 2:  # noqa: PLR2004 -- a header and something below it
            return ""
        return "; a table needs a line such as |---|---| below its header, with as many cells"

    def _sums(
        self, spec: ViewSpec, made: list[Draft], around: list[nodes.Node]
    ) -> list[nodes.Node]:
        """Return what the records of a table of the author's own add up to."""
        from sphinx_archdoc.sphinxext.total_rows import SAYS_ALL
        from sphinx_archdoc.sphinxext.weeks_lines import with_written_team
        from sphinx_archdoc.views.select import Selection

        ids = tuple(draft.id for draft in made)
        rows = tuple((draft.at.docname, draft.at.anchor) for draft in made)
        kind = self.domain.registry[spec.body_kind]
        # What nobody has written is left out; a total is what the sums are.
        amounts = [item.name for item in kind.fields if item.type == "amount"]
        names = dict.fromkeys((*amounts, *spec.columns))
        columns = ("id", *(name for name in names if name not in ("id", "title", "total")))
        selection = Selection(kinds=spec.kinds, ids=ids, rows=rows)
        request = self._own_request(spec, selection, columns, "")
        request = with_written_team(self, request, around, made)
        if not self.computes:
            return []
        table = nodes.table(classes=["arch-table", "arch-view", "arch-sums", "no-search"])
        self.set_source_info(table)
        said = any(row.get(SAYS_ALL) for block in around for row in block.findall(nodes.row))
        request = dataclasses.replace(request, sums_only=True, sum_is_said=said)
        table += place_view(self, self.view_name, request, table, "")
        return [table]

    def _request(self, spec: ViewSpec) -> Any:
        from sphinx_archdoc.views.catalog import read_selection
        from sphinx_archdoc.views.table import TableRequest

        selection, problems = read_selection(spec, self.options)
        columns = tuple(split_list(self.value("columns"))) or spec.columns
        group = self.value("group").strip()
        self.report_view(problems)
        if spec.request:
            return self._own_request(spec, selection, columns, group)
        if spec.view == "matrix":
            from sphinx_archdoc.views.matrix import MatrixRequest

            return MatrixRequest(selection=selection)
        return TableRequest(selection=selection, columns=columns, group=group)

    def _own_request(
        self, spec: ViewSpec, selection: Selection, columns: tuple[str, ...], group: str
    ) -> Any:
        """Return the request of a view that is more than a table."""
        made = spec.request_class()
        problems: list[Problem] = []
        request = made(selection=selection) if not hasattr(made, "read") else None
        if request is None:
            request, problems = made.read(selection, self.options)
        self.report_view(problems)
        known = {"columns": columns, "group": group}
        names = {item.name for item in dataclasses.fields(made)} & known.keys()
        return dataclasses.replace(request, **{name: known[name] for name in names})

    def report_view(self, problems: Iterable[Problem]) -> None:
        """Warn of what is wrong with the options of the view."""
        self.report(problems, self.name)

    def _inside(self) -> str:
        """Return the element that the rows are inside; whether it exists is seen at the end."""
        from sphinx_archdoc.sphinxext.drafts import views
        from sphinx_archdoc.sphinxext.kept import ViewPlace
        from sphinx_archdoc.views.inside import InsideRequest

        inside = self._id_part("in")
        if inside:
            asked = InsideRequest(element=inside)
            place = self.source_place(self.option_lines.get("in", 0))
            views(self.env).append(ViewPlace(self.view_name, asked, "", "", place))
        return inside

    def _id_part(self, option: str) -> str:
        """Return an option that becomes a part of ids, or nothing after a warning."""
        text = str(self.value(option)).strip()
        if not text or is_id(text):
            return text
        message = f"{self.name}: {option} {text[:60]!r} cannot be a part of ids; left out"
        self.warn(Code.ID, message, option=option)
        return ""

    def _table_shell(self, request: Any, view: str) -> list[nodes.Node]:
        extra = "arch-view"
        if view == "matrix":
            extra = "arch-matrix" if self.view_name == "risk-matrix" else "arch-crossing"
        # A search should find the records themselves, not every table that lists them.
        table = nodes.table(classes=self.class_names("arch-table", extra, "no-search"))
        self.set_source_info(table)
        self._caption(table)
        table += place_view(self, self.view_name, request, table, self.value("caption").strip())
        return [table]

    def _named(self, blocks: list[nodes.Node]) -> list[nodes.Node]:
        """Return blocks with the title: as the caption of a table, above what is a list."""
        from sphinx_archdoc.reading.tables import plain_tables
        from sphinx_archdoc.sphinxext.list_items import title_above

        tables = plain_tables(blocks)
        for table in tables:
            table["classes"] += self.class_names("arch-table", "arch-declared")
            self._caption(table)
        if tables:
            return blocks
        named = [*title_above(self, self.value("caption").strip() or self.argument), *blocks]
        first = next((block for block in named if isinstance(block, nodes.Element)), None)
        if "name" in self.options and first is not None:
            self.add_name(first)
        return named

    def _caption(self, table: nodes.Element) -> None:
        caption = self.value("caption").strip() or self.argument
        if caption and not any(isinstance(child, nodes.title) for child in table.children):
            inline, messages = self.parse_inline(caption)
            title = nodes.title(caption, "", *inline)
            self.set_source_info(title)
            table.insert(0, [title, *messages])
        if "name" in self.options:
            self.add_name(table)


def _texts_of_errors(blocks: list[nodes.Node]) -> list[nodes.Node]:
    """Return what docutils shows in its error alone: the text of a table that it cannot read."""
    errors = [block for block in blocks if isinstance(block, nodes.system_message)]
    texts = [text.astext() for error in errors for text in error.findall(nodes.literal_block)]
    return [nodes.literal_block(text, text, language="text") for text in texts]
