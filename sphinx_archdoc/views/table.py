"""Tables of records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.cells import cell
from sphinx_archdoc.views.faces import Face, face_of, label, natural
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.sources import (
    default_columns,
    extra_columns,
    find,
    is_empty,
    kinds_named,
    slug,
)
from sphinx_archdoc.views.values import Key, Values, as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.fields import Settings
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.scores import Scoring
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context
    from sphinx_archdoc.views.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRequest:
    """A table to make.

    columns  names; empty: those of the kinds
    group    a field: one group of rows for each of its values

    Names that no record can have are reported by :func:`problems` and left out.
    """

    is_picture: ClassVar[bool] = False

    selection: Selection
    columns: tuple[str, ...] = ()
    group: str = ""


class Column(NamedTuple):
    """A column; the type says what its cells are, see :func:`.cells.cell`."""

    name: str
    title: str
    type: str
    derived: bool = False


class Row(NamedTuple):
    """A row: the record, and one cell for each column."""

    face: Face
    cells: tuple[Any, ...]


class Group(NamedTuple):
    """Rows under a common heading; the only group of a table without groups has no title.

    In a table with groups an empty title means: these records have no such value.
    """

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table ready to be drawn; without rows it has no groups."""

    rendered_by: ClassVar[str] = "table"

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    group_title: str = ""


def compute(
    store: Store, request: TableRequest, context: Context
) -> tuple[Table, tuple[Problem, ...]]:
    """Return the data of a table and what is wrong with its request."""
    made = compute_table(store, request, context.scoring, settings=context.settings)
    return made, problems(store, request, context)


def problems(store: Store, request: TableRequest, context: Context) -> tuple[Problem, ...]:
    """Return what is wrong with a request; columns of tables are known only with the records."""
    from sphinx_archdoc.views.selection_problems import selection_problems

    selection = request.selection
    found = selection_problems(
        store.registry,
        selection,
        columns=request.columns,
        group=request.group,
        extra=extra_columns(store, selection.kinds),
        settings=context.settings,
    )
    return tuple(found)


def compute_table(
    store: Store,
    request: TableRequest,
    scoring: Scoring,
    *,
    settings: Settings | None = None,
) -> Table:
    """Return the data of a table."""
    values = Values(store, scoring, settings)
    records = select(store, request.selection, scoring, settings)
    kinds = _kinds(store, request.selection, records)
    named = [name for name in request.columns if _exists(store, request.selection, name)]
    group = request.group if _exists(store, request.selection, request.group) else ""
    columns = [_column(values, kinds, name, records) for name in named or default_columns(kinds)]
    columns = _without_empty(values, records, columns)
    rows = [
        (record, Row(face_of(store, record), tuple(_cell(values, record, c) for c in columns)))
        for record in records
    ]
    if group:
        groups = _groups(values, rows, group)
    else:
        groups = (Group("", tuple(row for _, row in rows)),) if rows else ()
    return Table(
        columns=tuple(columns),
        groups=groups,
        group_title=_column(values, kinds, group, records).title if group else "",
    )


def _exists(store: Store, selection: Selection, name: str) -> bool:
    """Tell whether any record of the selection could have a field or column of this name."""
    registry = store.registry
    if any(find(registry, kind, name) for kind in kinds_named(registry, selection.kinds)):
        return True
    return slug(name) in map(slug, extra_columns(store, selection.kinds))


def _kinds(store: Store, selection: Selection, records: Sequence[Record]) -> list[Kind]:
    """Return the kinds asked for; when none are named, those that are there."""
    asked = set(selection.kinds)
    there = {store.kind(record).name for record in records}
    return [
        kind
        for kind in store.registry
        if ({kind.name, kind.family} & asked if asked else kind.name in there)
    ]


def _column(values: Values, kinds: Sequence[Kind], name: str, records: Sequence[Record]) -> Column:
    found = [find(values.store.registry, kind, name) for kind in kinds]
    sources = [source for source in found if source is not None]
    if not sources:
        return Column(slug(name), name.strip(), "inline")
    types = {source.type for source in sources}
    first = sources[0]
    title = values.title(first, records) if first.type != "title" else _title_header(kinds)
    derived = all(source.origin == "derived" for source in sources)
    return Column(first.name, title, first.type if len(types) == 1 else "text", derived)


def _without_empty(
    values: Values, records: Sequence[Record], columns: list[Column]
) -> list[Column]:
    """Leave out facts that follow for none of the records, such as the downtime of a budget."""
    return [
        column
        for column in columns
        if not column.derived
        or any(not is_empty(_cell(values, record, column)) for record in records)
    ]


def _title_header(kinds: Sequence[Kind]) -> str:
    if len(kinds) == 1 and kinds[0].prefixed:
        return kinds[0].title
    return mark("Name") if any(kind.family == "element" for kind in kinds) else mark("Title")


def _cell(values: Values, record: Record, column: Column) -> Any:
    kind = values.store.kind(record)
    source = values.source(kind, column.name)
    if source.type == column.type:
        return cell(values, record, source)
    if column.type == "text":
        return as_text(source, values.value(record, source))
    return NOTHING.get(column.type)


#: What stands in a column that a record's kind does not have.
NOTHING: dict[str, Any] = {
    "inline": "", "refs": (), "tags": (), "people": (), "flag": False, "kind": "",
}  # fmt: skip


def _groups(values: Values, rows: Sequence[tuple[Record, Row]], name: str) -> tuple[Group, ...]:
    """Sort rows into groups; a record with several tags, people or links is in several groups."""
    found: dict[str, tuple[Key, list[Row]]] = {}
    for record, row in rows:
        kind = values.store.kind(record)
        source = values.source(kind, name)
        for title, key in _headings(values, record, kind, source):
            found.setdefault(title, (key, []))[1].append(row)
    ordered = sorted(found.items(), key=lambda item: (not item[0], item[1][0]))
    return tuple(Group(title, tuple(members)) for title, (_, members) in ordered)


def _headings(values: Values, record: Record, kind: Kind, source: Source) -> list[tuple[str, Key]]:
    value = values.value(record, source)
    if is_empty(value) or value == 0:
        return [("", (0, 0))]
    if source.type in ("tags", "people"):
        return [(item, (1, natural(item))) for item in value]
    shown = cell(values, record, source)
    if source.type == "refs":
        titles = [label(other) for other, _ in shown]
        return [(title, (1, natural(title))) for title in titles]
    key = values.key(kind, source, value)
    if source.type in ("choice", "level"):
        title = shown.label or shown.text
        if key is None or key[0]:
            return [(title, (1, natural(title)))]
        # The worst comes first, as in a matrix.
        return [(title, (0, -key[1] if source.type == "level" else key[1]))]
    if source.type == "kind":
        return [(kind.plural, (1, natural(kind.plural)))]
    title = as_text(source, value)
    return [(title, key or (3, natural(title)))]
