"""Which picture directives there are.

**To add a picture view** takes one file and one entry:

1. ``views/<name>.py``: a frozen dataclass, the request, whose fields are the options (``-`` is
   ``_``) plus ``scope`` (the argument) and ``title`` (the caption), each with a default; and
   ``compute(store, request, context) -> (picture data, problems)``. Picture data is a ``Graph``,
   ``Sequence``, ``EntityGraph`` or ``Timeline`` of :mod:`sphinx_archdoc.diagrams`.
2. an entry in ``PICTURES`` below: name, help, what the argument means, where the request is, the
   options (a new one is declared in ``OPTIONS``), and for a view that also draws a text of its own
   the name of its reader (see ``sphinxext.picture_texts``). Its title goes to ``views.titles``.

The directive, both languages, the reference page, links from boxes, back-links ("appears in"), the
cache, the four emitters, freshness and warnings follow from that.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from sphinx_archdoc.diagrams.graph import Direction
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.values import read_flag, split_list
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.views.catalog_spec import ViewSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    return tuple(dict.fromkeys(split_list(text)))


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
        mark("Elements to leave out with all inside them, named as for `include`."), _words
    ),
    "depth": PictureOption(
        mark("How many levels are shown, 1 to 9."), _depth, "a whole number from 1 to 9"
    ),
    "direction": PictureOption(
        mark("Where the picture leads: TB, LR, BT, RL, or auto."),
        _direction,
        ", ".join(_DIRECTIONS),
    ),
    "store": PictureOption(mark("Show only the entities of these data stores."), _words),
    "tags": PictureOption(mark("Show only what has one of these tags."), _words),
    "hops": PictureOption(mark("How many links away from it are shown; 0: any."), _hops, "0 to 99"),
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
    "badges": PictureOption(
        mark("Whether boxes say how many decisions and risks there are: yes or no."),
        read_flag,
        "yes or no",
    ),
}

#: Options of every picture.
SHOWN = {
    "caption": mark("The title; without it the view says what it shows."),
    "name": mark("A name that other pages can link to."),
    "class": mark("CSS classes."),
    "renderer": mark("What draws it: svg, mermaid, plantuml or text."),
}
_DECLARE = {
    "declare": mark("Let the text in the body declare its elements for the whole project."),
}


def _picture(
    name: str,
    help_: str,
    argument: str,
    request: str,
    options: str,
    *,
    body: str = "",
    declares: bool = False,
    **fixed: Any,
) -> ViewSpec:
    return ViewSpec(
        name=name,
        view="picture",
        help=help_,
        argument=argument,
        request=request,
        options=SHOWN
        | {option: OPTIONS[option].help for option in options.split()}
        | (_DECLARE if declares else {}),
        fixed=fixed,
        body=body,
    )


_C4 = "include exclude depth direction tags badges"

PICTURES: tuple[ViewSpec, ...] = (
    _picture(
        "c4-landscape",
        mark("All people and systems."),
        mark("Nothing; of a text of its own, the title."),
        "c4:C4Request",
        _C4,
        body="c4",
        declares=True,
        level="landscape",
    ),
    _picture(
        "c4-context",
        mark("A system with the people and systems directly connected to it."),
        mark("The id of the system; without it the only one. Of a text of its own, the title."),
        "c4:C4Request",
        _C4,
        body="c4",
        declares=True,
        level="context",
    ),
    _picture(
        "c4-container",
        mark("What is inside a system: applications, data stores, queues."),
        mark("The id of the system; without it the only one. Of a text of its own, the title."),
        "c4:C4Request",
        _C4,
        body="c4",
        declares=True,
        level="container",
    ),
    _picture(
        "c4-component",
        mark("What is inside an application."),
        mark("The id of the application; without it the only one with anything inside."),
        "c4:C4Request",
        _C4,
        body="c4",
        declares=True,
        level="component",
    ),
    _picture(
        "c4-deployment",
        mark("The nodes of an environment with what runs on them."),
        mark("An environment (`prod` of `prod.eu.k8s`) or a node; without it the only one."),
        "c4_deployment:DeploymentRequest",
        "include exclude direction",
        body="c4",
        declares=True,
        level="deployment",
    ),
    _picture(
        "er-diagram",
        mark("Entities with their columns, and how many of each belong to each other."),
        mark("Entities, or the id of what stores them. Of a text of its own, the title."),
        "er:ErRequest",
        "store tags include exclude direction",
        body="er",
        declares=True,
    ),
    _picture(
        "c4-dynamic",
        mark("A flow as boxes and numbered lines; or a `C4Dynamic` text, or steps in the body."),
        mark("The id of a flow; without it the only one. Of a text of its own, the title."),
        "c4_dynamic:DynamicRequest",
        "direction",
        body="dynamic",
        declares=True,
        level="dynamic",
    ),
    _picture(
        "flow-diagram",
        mark("The sequence of a flow that is declared elsewhere, or of the text in the body."),
        mark("The id of a flow; without it the only one. Of a text of its own, the title."),
        "flow_diagram:FlowRequest",
        "",
        body="flow",
    ),
    _picture(
        "adr-graph",
        mark("Decisions and what they supersede, amend and build on, coloured by status."),
        mark("A decision: only what is connected with it. Without it all."),
        "dependencies:DependencyRequest",
        "status tags affects filter relations hops direction",
        kinds=("decision",),
        view="adr-graph",
        alone=True,
    ),
    _picture(
        "adr-timeline",
        mark("Decisions by date, the newest first."),
        mark("Nothing."),
        "adr_timeline:AdrTimelineRequest",
        "status tags affects filter",
    ),
    _picture(
        "dependency-graph",
        mark("Any records as boxes, what refers to what as lines."),
        mark("A record: only what is connected with it. Without it all that have such links."),
        "dependencies:DependencyRequest",
        "kinds relations hops status tags filter direction",
    ),
    _picture(
        "roadmap",
        mark("Milestones as bars on a scale of time; those without a date are listed."),
        mark("Nothing."),
        "roadmap:RoadmapRequest",
        "status tags owner filter group today",
    ),
    _picture(
        "pipeline",
        mark("Steps that follow each other: a numbered list, or a Mermaid flowchart."),
        mark("The title."),
        "",
        "direction",
        body="steps",
    ),
)


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
    hint = suggestion(text, _DIRECTIONS) if name == "direction" else f"expected {option.expected}"
    return Problem(Code.VALUE, f"{name} {text[:60]!r} cannot be read; {hint}")
