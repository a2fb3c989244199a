"""Which view directives there are: tables of every kind, matrix, list of decisions, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.model.values import split_list
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.sources import default_columns, kinds_named, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.kind import Kind, Registry
    from sphinx_archdoc.views.c4 import Level
    from sphinx_archdoc.views.select import Selection

#: Fields of these types are plain options of a view (``:status: open, active``).
_PLAIN = ("choice", "level", "tags", "people", "refs")

_SELECT = {
    "filter": mark("A condition, for example ``impact >= high and not owner``."),
    "sort": mark("Fields to sort by, ``-`` for descending: ``-score, id``."),
    "limit": mark("Show at most so many."),
}
_TABLE = {
    "columns": mark("The columns, by the names of fields, base facts or inverse links."),
    "group": mark("A field; one group of rows for each of its values."),
}
_BODY = {
    "file": mark("A CSV, YAML or JSON file whose rows declare records, as a body does."),
    "id-prefix": mark("Put before the ids made for rows without one."),
    "in": mark("The id of the element that the rows are inside."),
}
_SHOW = {
    "caption": mark("The caption; without it the argument is the caption."),
    "name": mark("A name that other pages can link to."),
    "class": mark("CSS classes."),
}
_C4 = {
    "caption": mark("The title; without it the view says what it shows."),
    "include": mark("Ids of more elements to show."),
    "exclude": mark("Ids of elements to leave out, with all inside them."),
    "direction": mark("TB, LR, BT, RL, or auto."),
    "declare": mark("Let the text in the body declare its elements for the whole project."),
}
_C4_HELP: dict[str, str] = {
    "landscape": mark("All people and systems."),
    "context": mark("A system with the people and systems directly connected to it."),
    "container": mark("What is inside a system: applications, data stores, queues."),
    "component": mark("What is inside an application."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewSpec:
    """One view directive.

    kinds      what it selects from
    body_kind  the kind its rows become when the directive has a table in its body, or empty
    columns    the columns shown by default
    level      the level, of a C4 picture only
    options    option names with their help
    """

    name: str
    view: Literal["table", "matrix", "c4"]
    help: str
    kinds: tuple[str, ...] = ()
    body_kind: str = ""
    columns: tuple[str, ...] = ()
    level: Level = "context"
    options: Mapping[str, str] = field(default_factory=dict)


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
            options=_options(registry, ("risk",), _SELECT, _SHOW),
        ),
    ]
    found += [
        ViewSpec(
            name=f"c4-{level}",
            view="c4",
            help=help_,
            level=cast("Level", level),
            options=_SHOW | _C4,
        )
        for level, help_ in _C4_HELP.items()
    ]
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
    from sphinx_archdoc.views.select import Selection

    problems: list[Problem] = []
    given = {slug(name): text or "" for name, text in options.items()}
    taken = {*_SELECT, *_TABLE, *_SHOW, *_BODY}
    limit = 0
    text = given.get("limit", "").strip()
    if text.isascii() and text.isdigit() and len(text) < _MANY_DIGITS:
        limit = int(text)
    elif text:
        problems.append(Problem(Code.VALUE, f"limit: {text!r} is no whole number"))
    selection = Selection(
        kinds=spec.kinds,
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


def _table_help(kind: Kind) -> str:
    return f"{kind.plural} as a table; a table in the body declares them."


def _table(
    registry: Registry,
    name: str,
    help_: str,
    kinds: tuple[str, ...],
    columns: tuple[str, ...],
    *,
    body_kind: str = "",
) -> ViewSpec:
    return ViewSpec(
        name=name,
        view="table",
        help=help_,
        kinds=kinds,
        body_kind=body_kind,
        columns=columns or default_columns(kinds_named(registry, kinds)),
        options=_options(registry, kinds, _SELECT, _TABLE, _SHOW, _BODY if body_kind else {}),
    )


def _options(
    registry: Registry, kinds: Iterable[str], *groups: Mapping[str, str]
) -> dict[str, str]:
    """Return the plain options for the fields of these kinds, then the options of the groups."""
    found: dict[str, str] = {}
    for kind in kinds_named(registry, kinds):
        for spec in kind.fields:
            if spec.type in _PLAIN:
                found.setdefault(spec.option, spec.help)
    for group in groups:
        found.update(group)
    return found
