"""Which view directives there are: tables of every kind, matrix, list of decisions, pictures."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.views.catalog_lists import BLOCKS, LISTS
from sphinx_archdoc.views.catalog_pictures import PICTURES
from sphinx_archdoc.views.catalog_records import BODY, RECORD_VIEWS, RecordView
from sphinx_archdoc.views.catalog_spec import ViewSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.kind import Kind, Registry
    from sphinx_archdoc.views.select import Selection

__all__ = ["ViewSpec", "catalog", "read_selection"]

#: Fields of these types are plain options of a view (``:status: open, active``).
_PLAIN = ("choice", "level", "tags", "people", "refs")

_SELECT = {
    "filter": mark("A condition, for example ``impact >= high and not owner``."),
    "sort": mark("Fields to sort by, ``-`` for descending: ``-score, id``."),
    "limit": mark("The largest number of rows."),
}
#: Plain options of a view of any kinds.
_GENERAL = {
    "status": mark("Show only what has one of these statuses."),
    "tags": mark("Show only what has one of these tags."),
    "owner": mark("Show only what one of these is responsible for."),
}
_TABLE = {
    "columns": mark("The columns, by the names of fields, base facts or inverse links."),
    "group": mark("A field; one group of rows for each of its values."),
}
_SHOW = {
    "caption": mark("The caption; by default the argument."),
    "name": mark("A name that other pages can link to."),
    "class": mark("CSS classes."),
}


class Catalog(Mapping[str, ViewSpec]):
    """The view directives of a project by name; a spec is made when it is first asked for.

    Only then the kinds are loaded that it needs.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._made: dict[str, ViewSpec] = {}
        self._makers: dict[str, Callable[[], ViewSpec]] = {
            view.name: partial(_record_view, registry, view) for view in (*_TABLES, *RECORD_VIEWS)
        }
        self._makers["risk-matrix"] = partial(_risk_matrix, registry)
        self._elsewhere: dict[str, str] = {view.name: directive for view, directive in LISTS}
        for view, directive in LISTS:
            self._makers[view.name] = partial(_list_view, registry, view, directive)
        for spec in (*BLOCKS, *PICTURES):
            self._made[spec.name] = spec
        own = {view.name: view.kinds for view in (*_TABLES, *RECORD_VIEWS, *(v for v, _ in LISTS))}
        for kind in registry.names():
            name = f"{kind}-table"
            # A kind of the project may have the name before "-table" of one of ours.
            if name not in self or kind not in own.get(name, (kind,)):
                self._makers[name] = partial(_kind_table, registry, kind)

    def directive(self, name: str) -> str:
        """Return where the directive of a view is; needs no kind."""
        made = self._made.get(name)
        if made is not None and made.view == "picture":
            return made.directive or "picture_directive:PictureDirective"
        said = made.directive if made is not None else self._elsewhere.get(name, "")
        return said or "view_directive:ViewDirective"

    def __getitem__(self, name: str) -> ViewSpec:
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._makers or name in self._made

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._makers, *self._made)))

    def __len__(self) -> int:
        return len({*self._makers, *self._made})


def catalog(registry: Registry) -> Catalog:
    """Return all view directives for the kinds of a project, by name."""
    return _catalog(registry, tuple(registry.names()))


@lru_cache(maxsize=4)
def _catalog(registry: Registry, _names: tuple[str, ...]) -> Catalog:
    return Catalog(registry)


_TABLES = (
    RecordView(
        name="risk-table",
        help=mark("Risks as a table; a table in the body declares them."),
        kinds=("risk",),
        columns=("id", "title", "score", "impact", "likelihood", "mitigation", "owner", "status"),
        body_kind="risk",
    ),
    RecordView(
        name="component-table",
        help=mark("Building blocks inside systems as a table; a table in the body declares them."),
        kinds=("app", "datastore", "queue", "component"),
        columns=("title", "kind", "technology", "description", "owner", "depends-on"),
        body_kind="component",
    ),
    RecordView(
        name="adr-list",
        help=mark("Architecture decisions as a list."),
        kinds=("adr",),
        columns=("id", "title", "status", "date", "affects"),
    ),
)


def _risk_matrix(registry: Registry) -> ViewSpec:
    return ViewSpec(
        name="risk-matrix",
        view="matrix",
        help=mark("Risks by impact and likelihood."),
        kinds=("risk",),
        options=_options([registry["risk"]], _SELECT, _SHOW),
    )


def _list_view(registry: Registry, view: RecordView, directive: str) -> ViewSpec:
    return dataclasses.replace(_record_view(registry, view), directive=directive)


def _kind_table(registry: Registry, name: str) -> ViewSpec:
    kind = registry[name]
    return _table(registry, f"{name}-table", _table_help(kind), (name,), (), body_kind=name)


def read_selection(spec: ViewSpec, options: Mapping[str, str]) -> tuple[Selection, list[Problem]]:
    """Return what the options of a table or matrix select, and the options that cannot be read.

    Options that do not select (caption, columns, …) are left to the caller.
    """
    from sphinx_archdoc.model.codes import Code
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.values import split_list
    from sphinx_archdoc.views.select import Selection
    from sphinx_archdoc.views.sources import slug

    problems: list[Problem] = []
    given = {slug(name): text or "" for name, text in options.items()}
    taken = {*_SELECT, *_TABLE, *_SHOW, *BODY, *_NO_FILTERS}
    limit = 0
    text = given.get("limit", "").strip()
    if text.isascii() and text.isdigit() and len(text) < _MANY_DIGITS:
        limit = int(text)
    elif text:
        message = f"limit: {text!r} is no whole number from 0 on"
        problems.append(Problem(Code.VALUE, message, option="limit"))
    selection = Selection(
        kinds=spec.kinds or tuple(split_list(given.get("kinds", ""))),
        where=given.get("filter", ""),
        equals=tuple(
            (name, tuple(split_list(words)))
            for name, words in given.items()
            if name not in taken and name in spec.options
        ),
        sort=given.get("sort", ""),
        limit=limit,
    )
    return selection, problems


_MANY_DIGITS = 9
#: Options of single views that do not select.
_NO_FILTERS = frozenset(
    name for view in (*RECORD_VIEWS, *(view for view, _ in LISTS)) for name in view.more
)


def _table_help(kind: Kind) -> str:
    return f"{kind.plural} as a table; a table in the body declares them."


def _record_view(registry: Registry, view: RecordView) -> ViewSpec:
    made = _table(
        registry, view.name, view.help, view.kinds, view.columns, body_kind=view.body_kind
    )
    general = {} if view.kinds else {name: _GENERAL[name] for name in _GENERAL}
    options = {**general, **made.options, **view.more}
    return dataclasses.replace(made, view=view.view, request=view.request, options=options)


def _table(
    registry: Registry,
    name: str,
    help_: str,
    kinds: tuple[str, ...],
    columns: tuple[str, ...],
    *,
    body_kind: str = "",
) -> ViewSpec:
    from sphinx_archdoc.views.sources import default_columns

    picked = [registry[kind] for kind in kinds]
    return ViewSpec(
        name=name,
        view="table",
        help=help_,
        kinds=kinds,
        body_kind=body_kind,
        columns=columns or (default_columns(picked) if kinds else ()),
        options=_options(picked, _SELECT, _TABLE, _SHOW, BODY if body_kind else {}),
    )


def _options(kinds: Iterable[Kind], *groups: Mapping[str, str]) -> dict[str, str]:
    """Return the plain options for the fields of these kinds, then the options of the groups."""
    found: dict[str, str] = {}
    for kind in kinds:
        for spec in kind.fields:
            if spec.type in _PLAIN:
                found.setdefault(spec.option, spec.help)
    for group in groups:
        found.update(group)
    return found
