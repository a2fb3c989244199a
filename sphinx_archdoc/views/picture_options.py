"""The options of pictures, and how their texts become the request."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from sphinx_archdoc.diagrams.directions import Direction
from sphinx_archdoc.model.marking import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.views.catalog_spec import ViewSpec

#: What draws a picture. ``text`` shows its text form alone.
RENDERERS = ("svg", "mermaid", "plantuml", "text")
#: Pictures nest and reach no further than this.
_DEEPEST = 9
_DIRECTIONS = get_args(Direction)


class PictureOption(NamedTuple):
    """An option of pictures: its help, and how its text is read into the request."""

    help: str
    read: Callable[[str], Any]
    expected: str = ""


def _words(text: str) -> tuple[str, ...]:
    from sphinx_archdoc.model.values import split_list

    return tuple(dict.fromkeys(split_list(text)))


def _flag(text: str) -> bool | None:
    from sphinx_archdoc.model.values import read_flag

    return read_flag(text)


def _direction(text: str) -> str | None:
    word = "auto" if text.casefold() == "auto" else text.upper()
    return word if word in _DIRECTIONS else None


def _depth(text: str) -> int | None:
    right = text.isascii() and text.isdigit() and len(text) < len(str(_DEEPEST)) + 1
    return int(text) if right and int(text) > 0 else None


def _hops(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len("99") else None


def _group(text: str) -> str | None:
    return text.lower() if text.lower() in ("owner", "tags", "status") else None


#: Every option that pictures may have. A reader returns None for a text it cannot read.
OPTIONS: dict[str, PictureOption] = {
    "include": PictureOption(
        mark("More elements to show: ids, `shop.*` (inside), `shop.**` (below), `tag:pci`."), _words
    ),
    "exclude": PictureOption(
        mark("Elements to leave out with everything in them, named as for `include`."), _words
    ),
    "depth": PictureOption(
        mark("How many levels are shown, 1 to 9."), _depth, "a whole number from 1 to 9"
    ),
    "direction": PictureOption(
        mark("The direction of the picture: TB, LR, BT, RL, or auto."),
        _direction,
        ", ".join(_DIRECTIONS),
    ),
    "store": PictureOption(mark("Show only the entities of these data stores."), _words),
    "tags": PictureOption(mark("Show only what has one of these tags."), _words),
    "hops": PictureOption(
        mark(
            "How many links away from it are shown; 0: any. Without it a `dependency-graph` shows "
            "two, an `adr-graph` any."
        ),
        _hops,
        "0 to 99",
    ),
    "kinds": PictureOption(mark("Kinds or families of records to show."), _words),
    "relations": PictureOption(
        mark("Fields whose links are drawn, for example `depends-on, supersedes`."), _words
    ),
    "filter": PictureOption(mark("A condition, for example ``impact >= high``."), str),
    "status": PictureOption(mark("Show only what has one of these statuses."), _words),
    "affects": PictureOption(mark("Show only what affects one of these elements."), _words),
    "owner": PictureOption(mark("Show only what one of these is responsible for."), _words),
    "group": PictureOption(
        mark("A heading for each owner, tag or status."), _group, "owner, tags or status"
    ),
    "today": PictureOption(mark("A day to mark: `2026-05-12`. A picture has no clock."), str),
    "from": PictureOption(
        mark("The day that `3-6 months` in the title of a phase counts from: `2026-01-01`."), str
    ),
    "badges": PictureOption(
        mark("Whether boxes say how many decisions and risks there are: yes or no."),
        _flag,
        "yes or no",
    ),
}


def read_request(
    spec: ViewSpec, options: Mapping[str, str], scope: str
) -> tuple[Any, list[Problem]]:
    """Return the request of a picture and the options that cannot be read."""
    values, problems = read_options(spec, options)
    title = options.get("caption", "").strip()
    values = {"scope": scope, "title": title, **values, **spec.fixed}
    made = spec.request_class()
    fields = {field.name for field in dataclasses.fields(made)}
    return made(**{name: value for name, value in values.items() if name in fields}), problems


def read_options(
    spec: ViewSpec, options: Mapping[str, str]
) -> tuple[dict[str, Any], list[Problem]]:
    """Return what the options say, by the names of fields, and the options that cannot be read."""
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for name, text in options.items():
        known = OPTIONS.get(name)
        if known is None or name not in spec.options:
            continue
        given = (text or "").strip()
        value = known.read(given)
        if value is None:
            problems.append(_unreadable(name, given, known))
        elif given or value is True:
            values[name.replace("-", "_")] = value
    return values, problems


def _unreadable(name: str, text: str, option: PictureOption) -> Problem:
    from sphinx_archdoc.model.codes import Code
    from sphinx_archdoc.model.findings import Problem, suggestion

    hint = suggestion(text, _DIRECTIONS) if name == "direction" else f"expected {option.expected}"
    message = f"{name} {text[:60]!r} cannot be read; {hint}"
    return Problem(Code.VALUE, message, option=name)
