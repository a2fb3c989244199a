"""Rows of a table as records: the author's table stays, each row gets an id and an anchor."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.effort_rows import Role
from sphinx_archdoc.model.options import read_together, read_value
from sphinx_archdoc.model.values import clean
from sphinx_archdoc.reading.text import standing
from sphinx_archdoc.sphinxext.cell_classes import id_class, text_classes, value_classes
from sphinx_archdoc.sphinxext.cell_links import mark_cells
from sphinx_archdoc.sphinxext.column_meanings import (
    named_by_first,
    read_columns,
    say_misspelt,
    with_numbers,
)
from sphinx_archdoc.sphinxext.columns import EXTRA, ID, KIND
from sphinx_archdoc.sphinxext.crossed_roles import are_crossed, crossed
from sphinx_archdoc.sphinxext.drafts import Draft, drafts
from sphinx_archdoc.sphinxext.header_notes import note_levels, said_below, tops_of
from sphinx_archdoc.sphinxext.id_column import IdColumn
from sphinx_archdoc.sphinxext.row_cells import (
    anchor_cell,
    data_file,
    give_tone,
    paragraph_of,
    title_of,
)
from sphinx_archdoc.sphinxext.row_ids import row_id, wanted_id
from sphinx_archdoc.sphinxext.row_kinds import RowKinds
from sphinx_archdoc.sphinxext.row_lines import with_lines
from sphinx_archdoc.sphinxext.row_shapes import check_shapes
from sphinx_archdoc.sphinxext.ticks import show_tick, take_tick, ticked_columns
from sphinx_archdoc.sphinxext.total_rows import Line, cell_text, check_totals, group_named, lines_of
from sphinx_archdoc.sphinxext.translated import later
from sphinx_archdoc.sphinxext.turned_tables import turned_table
from sphinx_archdoc.sphinxext.written_scores import check_scores

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docutils import nodes

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tables import RawRow, RawTable
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.columns import Cells, Columns, Meaning


#: Types of fields that hold what counts now: what is struck out in them does no more.
_OF_NOW = ("choice", "level", "date", "amount", "people")


class RowReader:
    """Reads the rows of one table as records of one kind."""

    def __init__(
        self,
        directive: ArchDirective,
        kind: Kind,
        prefix: str,
        inside: str,
        *,
        computed: bool = False,
    ) -> None:
        self.directive = directive
        self.kind = kind
        self.prefix = prefix
        self.inside = inside
        self.computed = computed  # whether what follows from the rows is put beside them
        self.made: list[tuple[Draft, Cells]] = []
        self.settings = directive.domain.reading
        self.kinds = RowKinds(directive, kind)

    def read(self, table: RawTable) -> None:
        """Make a record of every row."""
        table = with_lines(self.directive, table)
        turned = turned_table(self.kind, table)
        table, self.computed = turned or table, self.computed and turned is None
        columns = with_numbers(self.kind, table, read_columns(self.kind, table.headers))
        if not columns.named_by and self._crossed(table):
            return
        if not columns.named_by:
            columns = named_by_first(self.directive, self.kind, columns)
        if turned is None:
            check_shapes(self.directive, self.kind, table, columns)
        say_misspelt(self.directive, self.kind, columns, table.line)
        columns = self._measured(table, columns)
        ids = IdColumn(table) if self.prefix and columns.at(ID) is None else None
        note_levels(self.directive.env, self.kind, table, columns)
        lines = lines_of(self.kind, table, columns.named_by[0])
        group: dict[str, str] = {}
        for number, (role, row, cells) in enumerate(lines, 1):
            if role is Role.RECORD:
                self._row(row, cells, columns, number, ids=ids, group=group)
            elif role is Role.HEADING:
                group = group_named(columns, cells)
                row.cells[0].parent["classes"].append("arch-group")
        if self.kind.sums and lines:
            check_totals(self.directive, columns, lines, data_file(lines[0].row))
        check_scores(self.directive, columns, lines)
        if ids is not None:
            ids.finish()
        self.kinds.say_unknown()
        if self.computed and lines:
            self._compute(columns, lines)

    def _measured(self, table: RawTable, columns: Columns) -> Columns:
        """Return the columns with what the cells below them tell."""
        tops = tops_of(table, columns, len(self.settings.levels.terms))
        if not self.kind.ticks:
            return replace(columns, tops=tops)
        rows = (dict(enumerate(row.cells)) for row in table.rows)
        extra = {number for number, meaning in enumerate(columns.meanings) if meaning is EXTRA}
        return replace(columns, tops=tops, ticked=ticked_columns(rows) & extra)

    def _compute(self, columns: Columns, lines: Sequence[Line]) -> None:
        """Put beside the rows what follows from them."""
        from sphinx_archdoc.sphinxext.computed_cells import add_computed

        add_computed(self.directive, self.kind, columns, self.made)
        if self.kind.sums:
            from sphinx_archdoc.sphinxext.range_cells import add_bars

            add_bars(self.directive.env, columns, lines)

    def _crossed(self, table: RawTable) -> bool:
        """Read a table whose columns are the records; tell whether it is one."""
        env = self.directive.env
        found = crossed(env, self.kind, table) if are_crossed(self.kind, table.headers) else {}
        for number, (title, (cell, values)) in enumerate(found.items(), 1):
            id_ = self._id("", clean(title)[0], number, table.rows[0])
            anchor = self.directive.anchor(id_, self.kind.name)
            anchor_cell(self.directive, cell, anchor)
            cell["arch_record"] = id_
            place = self.directive.place(table.line or table.rows[0].line, anchor)
            drafts(self.directive.env).append(
                Draft(
                    kind=self.kind,
                    id=id_,
                    title=clean(title)[0],
                    at=place,
                    node=cell,
                    origin="row",
                    values=values,
                    title_node=paragraph_of(cell),
                )
            )
        return bool(found)

    def _row(
        self,
        row: RawRow,
        cells: Cells,
        columns: Columns,
        number: int,
        *,
        ids: IdColumn | None,
        group: Mapping[str, str],
    ) -> None:
        if not row.cells:
            return
        node = row.cells[0] if row.turned else row.cells[0].parent
        meanings, id_at, kind_at = columns.meanings, columns.at(ID), columns.at(KIND)
        cells = {position: cell for position, cell in cells.items() if position < len(meanings)}
        texts = {position: cell_text(cell) for position, cell in cells.items()}
        if not any(texts.values()):
            return
        for position, cell in cells.items():
            text, meaning = texts[position], meanings[position]
            cell["classes"] += text_classes(text, meaning)
            header = columns.headers[position]
            cell["classes"] += value_classes(header, text, meaning, working=self.kind.sums)
        kind = self.kinds.find(texts.get(kind_at, ""), row) if kind_at is not None else self.kind
        title_at = columns.named_by[-1]
        title = title_of(kind, texts, columns.named_by)
        whole = len(columns.named_by) == 1 and bool(texts.get(title_at))
        wanted = wanted_id(kind, self.prefix, columns, texts)
        id_ = self._id(wanted, title, number, row)
        if not title and not wanted:
            message = f"{kind.name}: the row has no name; it is called {id_!r}"
            self.directive.warn(Code.MISSING, message, row.line, data_file(row))
        anchor = self.directive.anchor(id_, kind.name)
        values, extra, inline = self._values(kind, columns, cells, texts, id_, row)
        marked = partial(mark_cells, self.directive, kind, columns, cells, values)
        later(self.directive.env, marked)
        values |= {name: values.get(name) or words for name, words in group.items()}
        if ids is not None:
            anchor_cell(self.directive, ids.add(node, id_), anchor)
        elif (anchored := cells.get(title_at if id_at is None else id_at)) is not None:
            anchor_cell(self.directive, anchored, anchor)
            if id_at is not None:
                anchored["classes"].append(id_class(id_))
        node["arch_record"] = id_
        draft = Draft(
            kind=kind,
            id=id_,
            title=title or id_,
            at=self.directive.place(row.line, anchor, data_file(row)),
            node=node,
            origin="row",
            values=values,
            extra_nodes=extra,
            title_node=paragraph_of(cells[title_at]) if whole else None,
            inline_nodes=inline,
        )
        draft.reread = partial(_reread, draft, meanings, cells, texts)
        drafts(self.directive.env).append(draft)
        self.made.append((draft, cells))

    def _id(self, wanted: str, title: str, number: int, row: RawRow) -> str:
        if self.prefix and (not wanted or wanted.isdecimal()):
            return f"{self.prefix}{wanted or number}"
        return row_id(self.directive, self.kind, self.inside, wanted, title, number, row)

    def _values(
        self,
        kind: Kind,
        columns: Columns,
        cells: Cells,
        texts: dict[int, str],
        id_: str,
        row: RawRow,
    ) -> tuple[dict[str, Any], list[tuple[str, nodes.Element]], dict[str, nodes.Element]]:
        values: dict[str, Any] = {}
        extra: list[tuple[str, nodes.Element]] = []
        inline: dict[str, nodes.Element] = {}
        for position, cell in cells.items():
            header, meaning = columns.headers[position], columns.meanings[position]
            ticked = position in columns.ticked
            tick = take_tick(kind, header, cell, values) if ticked else None
            if tick is not None:
                later(self.directive.env, partial(show_tick, cell, tick))
                continue
            text = texts[position]
            if meaning is EXTRA or (meaning is KIND and text and not kind.is_called(text)):
                extra.append((header, cell))
            if isinstance(meaning, str):
                continue
            spec = kind.field(meaning.name)
            if spec is None:
                extra.append((header, cell))
                continue
            text = standing(cell) if spec.type in _OF_NOW else text
            text = said_below(spec, header, text, columns.tops.get(position, 0))
            value, problem = read_value(spec, text, self.settings, kind.name, word=header)
            if problem:
                message = f"{kind.name} {id_}: {problem.message}"
                self.directive.warn(problem.code, message, row.line, data_file(row))
            if value is not None:
                values[spec.name] = value
            paragraph = paragraph_of(cell)
            if spec.type == "inline" and paragraph is not None and len(cell.children) == 1:
                inline[spec.name] = paragraph
            vocabulary = self.settings.vocabulary(spec, self.kind.name)
            if vocabulary is not None and spec.type != "level" and value and value.key:
                term = vocabulary.get(value.key)
                later(self.directive.env, partial(give_tone, cell, term))
        read_together(kind, values, self.settings)
        return values, extra, inline


def _reread(
    draft: Draft, meanings: Sequence[Meaning], cells: Cells, texts: Mapping[int, str]
) -> None:
    """Take the texts of translated cells."""
    for position, cell in cells.items():
        spec, text = meanings[position], cell_text(cell)
        if not isinstance(spec, str) and spec.type == "text" and text != texts[position]:
            draft.values[spec.name] = text
