"""Which tables, lists and matrices of records there are beside the table every kind has.

**To add one** takes an entry here: its name, what it is for, its kinds, the kind that rows in its
body become, its columns; and where it is more than a table, a module with a request (see
:mod:`.computing`) that has ``read(selection, options) -> (request, problems)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sphinx_archdoc.model.marking import mark

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """One view of records; see :class:`.catalog_spec.ViewSpec` for the facts.

    ``more`` are options that only this view has, with their help. Without ``kinds`` it shows any,
    and an option says which.
    """

    name: str
    help: str
    kinds: tuple[str, ...] = ()
    body_kind: str = ""
    columns: tuple[str, ...] = ()
    view: Literal["table", "matrix"] = "table"
    request: str = ""
    more: Mapping[str, str] = field(default_factory=dict)


def _list(name: str, kind: str, help_: str, columns: tuple[str, ...] = ()) -> RecordView:
    return RecordView(
        name=name, help=help_, kinds=(kind,), body_kind=kind, columns=columns, request=_LIST
    )


_LIST = "record_list:ListRequest"
_KINDS = {
    "kinds": mark(
        "Kinds or families of records to show; rows in a body become records of the first."
    )
}

#: Options of views whose body may declare records.
BODY = {
    "file": mark("A CSV, YAML or JSON file whose rows declare records, as a body does."),
    "id-prefix": mark("What the ids of rows without an id start with, such as `R-`."),
    "computed": mark("Whether what follows from the rows is put beside them: yes or no."),
    "in": mark("The id of the element that the rows are inside."),
}

RECORD_VIEWS: tuple[RecordView, ...] = (
    RecordView(
        name="goal-table",
        help=mark("Quality goals as a table, with what an availability allows."),
        kinds=("quality-goal",),
        body_kind="quality-goal",
    ),
    RecordView(
        name="error-table",
        help=mark("Error codes as a table; a table in the body declares them."),
        kinds=("error-code",),
        body_kind="error-code",
    ),
    RecordView(
        name="tech-stack",
        help=mark("Technologies: those that are listed, and those that building blocks name."),
        kinds=("tech",),
        body_kind="tech",
        columns=("title", "layer", "version", "purpose", "used-by"),
        request="tech_stack:TechRequest",
    ),
    RecordView(
        name="estimate-table",
        help=mark("Estimates as a table with sums, and the weeks that a team needs."),
        kinds=("estimate",),
        body_kind="estimate",
        request="estimates:EstimateRequest",
        more={
            "team": mark("Who works at the same time, for the weeks: `4`, `3 developers, 1 QA`."),
            "buffer": mark("What is added for the unexpected, in percent: `20 %`."),
        },
    ),
    RecordView(
        name="permission-matrix",
        help=mark("Roles and what each may do; a table of roles in the body declares them."),
        kinds=("user-role",),
        body_kind="user-role",
        view="matrix",
        request="permissions:PermissionRequest",
    ),
    _list("integration-list", "integration", mark("Integrations as a list.")),
    _list("constraint-list", "constraint", mark("Constraints as a list.")),
    _list("limitation-list", "limitation", mark("Known limitations as a list.")),
    _list("trade-off-list", "trade-off", mark("Trade-offs as a list.")),
    _list("use-case-list", "use-case", mark("Use cases as a list.")),
    RecordView(
        name="record-table",
        help=mark("Records of any kinds as a table."),
        more=_KINDS | BODY,
    ),
    RecordView(
        name="record-list",
        help=mark("Records of any kinds as a list."),
        request=_LIST,
        more=_KINDS | BODY,
    ),
    RecordView(
        name="record-matrix",
        help=mark("Two kinds of records, and which of the first refer to which of the second."),
        view="matrix",
        request="crossing:RecordMatrixRequest",
        more={
            "rows": mark("The kind or family of the rows."),
            "columns": mark("The kind or family of the columns."),
            "relation": mark("The field that joins them, or its other end; by default any."),
            "threshold": mark("The share of rows that must be covered: `100 %`."),
        },
    ),
)
