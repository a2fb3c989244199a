"""Which view directives there are: tables of every kind, matrix, list of decisions, pictures."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.catalog_lists import BLOCKS, LISTS
from sphinx_archdoc.views.catalog_pictures import PICTURES
from sphinx_archdoc.views.catalog_records import BODY, RECORD_VIEWS
from sphinx_archdoc.views.catalog_spec import ViewSpec
from sphinx_archdoc.views.sources import default_columns, kinds_named, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.kind import Kind, Registry
    from sphinx_archdoc.views.catalog_records import RecordView
    from sphinx_archdoc.views.select import Selection

__all__ = ["ViewSpec", "catalog", "read_selection"]

#: Fields of these types are plain options of a view (``:status: open, active``).
_PLAIN = ("choice", "level", "tags", "people", "refs")

_SELECT = {
    "filter": mark("A condition, for example ``impact >= high and not owner``."),
    "sort": mark("Fields to sort by, ``-`` for descending: ``-score, id``."),
    "limit": mark("Show at most so many."),
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
    "caption": mark("The caption; without it the argument is the caption."),
    "name": mark("A name that other pages can link to."),
    "class": mark("CSS classes."),
}


def catalog(registry: Registry) -> Mapping[str, ViewSpec]:
    """Return all view directives for the kinds of a project, by name."""
    return _catalog(registry, tuple(registry.names()))


@lru_cache(maxsize=4)
def _catalog(registry: Registry, _names: tuple[str, ...]) -> Mapping[str, ViewSpec]:
    found = [
        _table(
            registry,
            "risk-table",
            mark("Risks as a table; a table in the body declares them."),
            ("risk",),
            ("id", "title", "score", "impact", "likelihood", "mitigation", "owner", "status"),
            body_kind="risk",
        ),
        _table(
            registry,
            "component-table",
            mark("Building blocks inside systems as a table; a table in the body declares them."),
            ("app", "datastore", "queue", "component"),
            ("title", "kind", "technology", "description", "owner", "depends-on"),
            body_kind="component",
        ),
        _table(
            registry,
            "adr-list",
            mark("Architecture decisions as a list."),
            ("adr",),
            ("id", "title", "status", "date", "affects"),
        ),
        ViewSpec(
            name="risk-matrix",
            view="matrix",
            help=mark("Risks by impact and likelihood."),
            kinds=("risk",),
            options=_options(kinds_named(registry, ("risk",)), _SELECT, _SHOW),
        ),
    ]
    found += [_record_view(registry, view) for view in RECORD_VIEWS]
    found += [
        dataclasses.replace(_record_view(registry, view), directive=directive)
        for view, directive in LISTS
    ]
    found += [*BLOCKS, *PICTURES]
    specs = {spec.name: spec for spec in found}
    for kind in registry:
        name = f"{kind.name}-table"
        if name not in specs:
            specs[name] = _table(
                registry, name, _table_help(kind), (kind.name,), (), body_kind=kind.name
            )
    return MappingProxyType(specs)


def read_selection(spec: ViewSpec, options: Mapping[str, str]) -> tuple[Selection, list[Problem]]:
    """Return what the options of a table or matrix select, and the options that cannot be read.

    Options that do not select (caption, columns, …) are left to the caller.
    """
    from sphinx_archdoc.model.values import split_list
    from sphinx_archdoc.views.select import Selection

    problems: list[Problem] = []
    given = {slug(name): text or "" for name, text in options.items()}
    taken = {*_SELECT, *_TABLE, *_SHOW, *BODY, *_NO_FILTERS}
    limit = 0
    text = given.get("limit", "").strip()
    if text.isascii() and text.isdigit() and len(text) < _MANY_DIGITS:
        limit = int(text)
    elif text:
        problems.append(Problem(Code.VALUE, f"limit: {text!r} is no whole number"))
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
    picked = kinds_named(registry, kinds) if kinds else []
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
