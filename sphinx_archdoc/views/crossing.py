"""A matrix of two sorts of records: which of the ones refers to which of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.quantities import read_amount
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.faces import Face, face_of
from sphinx_archdoc.views.select import Selection, select
from sphinx_archdoc.views.selection_problems import selection_problems
from sphinx_archdoc.views.sources import find, inverses, kinds_named, slug
from sphinx_archdoc.views.values import Values, text_items

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.views.computing import Context

_RECORD = mark("Record")


class Mark(NamedTuple):
    """What a cell says: ``yes``, ``no`` or nothing, with a note."""

    key: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A matrix: a heading for each row and column, a record or a word, and a mark where they meet.

    ``titled``: records are called by their titles, and not by their ids. ``covered`` of ``total``
    rows have a mark; ``total`` 0: coverage says nothing here.
    """

    rendered_by: ClassVar[str] = "crossing"

    rows: tuple[Face | str, ...]
    columns: tuple[Face | str, ...]
    cells: tuple[tuple[Mark, ...], ...]
    corner: str = ""
    titled: bool = False
    covered: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMatrixRequest:
    """A matrix of any kinds to make.

    down, across  the records of the rows and of the columns
    relation      a field of either, or the other end of one; empty: any
    threshold     the share of rows in percent that must have a mark; None: nothing is asked
    """

    is_picture: ClassVar[bool] = False

    down: Selection
    across: Selection
    relation: str = ""
    threshold: float | None = None

    @classmethod
    def read(
        cls, selection: Selection, options: Mapping[str, str]
    ) -> tuple[RecordMatrixRequest, list[Problem]]:
        """Return the request that options make, and what is wrong with them."""
        problems = [
            Problem(Code.MISSING, f"{name}: a kind or family is wanted, such as risk", option=name)
            for name in ("rows", "columns")
            if not options.get(name, "").strip()
        ]
        text = options.get("threshold", "").strip()
        wanted = read_amount(text).low if text else None
        if text and (wanted is None or not 0 <= wanted <= 100):  # noqa: PLR2004 -- percent
            message = f"threshold: {text!r} is no share like 80 %"
            problems.append(Problem(Code.VALUE, message, option="threshold"))
            wanted = None
        made = cls(
            down=Selection(
                kinds=_kinds(options.get("rows", "")),
                where=selection.where,
                equals=selection.equals,
                sort=selection.sort,
                limit=selection.limit,
            ),
            across=Selection(kinds=_kinds(options.get("columns", ""))),
            relation=options.get("relation", "").strip(),
            threshold=wanted,
        )
        return made, problems


def compute(
    store: Store, request: RecordMatrixRequest, context: Context
) -> tuple[Crossing, tuple[Problem, ...]]:
    """Return the matrix, and what is wrong with its request, coverage included."""
    scoring, settings = context.scoring, context.settings
    wrong = [*_unknown(store, request, context)]
    rows = select(store, request.down, scoring, settings) if request.down.kinds else ()
    columns = select(store, request.across, scoring, settings) if request.across.kinds else ()
    values = Values(store, scoring, settings)
    joined = _joined(values, rows, columns, request.relation)
    if request.down.where or request.down.equals:
        # Of a part of the rows only what they refer to is told.
        shown = {row.id for row in rows}
        told = {other for row, other in joined if row in shown}
        columns = tuple(column for column in columns if column.id in told)
    cells = tuple(
        tuple(Mark("yes" if (row.id, column.id) in joined else "") for column in columns)
        for row in rows
    )
    covered = sum(any(mark.key for mark in line) for line in cells)
    if request.threshold is not None and rows and 100 * covered < request.threshold * len(rows):
        missing = [
            row.id for row, line in zip(rows, cells, strict=True) if not any(m.key for m in line)
        ]
        message = (
            f"covered rows: {covered} of {len(rows)}, {request.threshold:g} % are wanted; "
            f"not covered: {', '.join(missing[:8])}{', …' if len(missing) > 8 else ''}"  # noqa: PLR2004
        )
        wrong.append(Problem(Code.COVERAGE, message, option="threshold"))
    made = Crossing(
        rows=tuple(face_of(store, row) for row in rows),
        columns=tuple(face_of(store, column) for column in columns),
        cells=cells,
        corner=_corner(store, request),
        covered=covered,
        total=len(rows),
    )
    return made, tuple(wrong)


def _corner(store: Store, request: RecordMatrixRequest) -> str:
    """Return what the rows are; a header that says nothing is one that nobody can read out."""
    kinds = kinds_named(store.registry, request.down.kinds)
    return kinds[0].title if len(kinds) == 1 else _RECORD


def _kinds(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))


def _unknown(store: Store, request: RecordMatrixRequest, context: Context) -> list[Problem]:
    registry = store.registry
    wrong = (
        selection_problems(registry, request.down, settings=context.settings)
        if request.down.kinds
        else []
    )
    if request.across.kinds:
        wrong += selection_problems(registry, request.across, settings=context.settings)
    kinds = kinds_named(registry, (*request.down.kinds, *request.across.kinds))
    if request.relation and not any(
        (source := find(registry, kind, request.relation)) is not None and source.type == "refs"
        for kind in kinds
    ):
        known = [spec.option for kind in kinds for spec in kind.fields if spec.type == "refs"]
        known += [name for kind in kinds for name in inverses(registry, kind)]
        hint = suggestion(request.relation, dict.fromkeys(known)) or "these kinds refer to nothing"
        message = f"relation: there is no {request.relation!r}; {hint}"
        wrong.append(Problem(Code.COLUMN, message, option="relation"))
    return wrong


def _joined(
    values: Values, rows: tuple[Record, ...], columns: tuple[Record, ...], relation: str
) -> set[tuple[str, str]]:
    """Return the pairs (row, column) that refer to each other, from either side."""
    found: set[tuple[str, str]] = set()
    if not relation:
        links = values.store.relations.links
        ends = {(link.source, link.target) for link in links}
        return ends | {(target, source) for source, target in ends}
    for records, turned in ((rows, False), (columns, True)):
        for record in records:
            source = values.source(values.store.kind(record), slug(relation))
            if source.type == "refs":
                ids = text_items(values.value(record, source))
                found |= {(id_, record.id) if turned else (record.id, id_) for id_ in ids}
    return found
