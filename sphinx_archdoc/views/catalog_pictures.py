"""Which picture directives there are.

**To add a picture view** takes one file and one entry:

1. ``views/<name>.py``: a frozen dataclass, the request, whose fields are the options (``-`` is
   ``_``) plus ``scope`` (the argument) and ``title`` (the caption), each with a default; and
   ``compute(store, request, context) -> (picture data, problems)``. Picture data is a ``Graph``,
   ``Sequence``, ``EntityGraph`` or ``Timeline`` of :mod:`sphinx_archdoc.diagrams`.
2. an entry in ``PICTURES`` below: name, help, what the argument means, where the request is, the
   options (a new one is declared in ``views.picture_options``), and for a view that also draws a
   text of its own the name of its reader (see ``sphinxext.picture_texts``). Its title goes to
   ``views.titles``.

The directive, both languages, the reference page, links from boxes, back-links ("appears in"), the
cache, the four emitters, freshness and warnings follow from that.
"""

from __future__ import annotations

from typing import Any

from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.views.catalog_spec import ViewSpec
from sphinx_archdoc.views.picture_options import OPTIONS

#: Options of every picture.
SHOWN = {
    "caption": mark("The title; by default what the view shows."),
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
    directive: str = "",
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
        directive=directive,
    )


_C4 = "include exclude filter tags depth direction badges"

PICTURES: tuple[ViewSpec, ...] = (
    _picture(
        "c4-landscape",
        mark("All people and systems."),
        mark("None. With a body, the title."),
        "c4:C4Request",
        _C4,
        body="c4",
        declares=True,
        level="landscape",
    ),
    _picture(
        "c4-context",
        mark("A system with the people and systems directly connected to it."),
        mark("The id of the system; by default the only one. With a body, the title."),
        "c4:C4Request",
        _C4,
        body="c4",
        declares=True,
        level="context",
    ),
    _picture(
        "c4-container",
        mark("What is inside a system: applications, data stores, queues."),
        mark("The id of the system; by default the only one. With a body, the title."),
        "c4:C4Request",
        _C4,
        body="c4",
        declares=True,
        level="container",
    ),
    _picture(
        "c4-component",
        mark("What is inside an application."),
        mark("The id of the application; by default the only one with components."),
        "c4:C4Request",
        _C4,
        body="c4",
        declares=True,
        level="component",
    ),
    _picture(
        "c4-deployment",
        mark("The nodes of an environment and what runs on them."),
        mark("An environment (`prod` of `prod.eu.k8s`) or a node; by default the only one."),
        "c4_deployment:DeploymentRequest",
        "include exclude direction",
        body="c4",
        declares=True,
        level="deployment",
    ),
    _picture(
        "er-diagram",
        mark("Entities with their columns, and how many of each belong to each other."),
        mark("Entities, or the id of what stores them; by default all. With a body, the title."),
        "er:ErRequest",
        "store tags include exclude direction",
        body="er",
        declares=True,
    ),
    _picture(
        "c4-dynamic",
        mark("A flow as boxes and numbered lines; or a `C4Dynamic` text, or steps in the body."),
        mark("The id of a flow; by default the only one. With a body, the title."),
        "c4_dynamic:DynamicRequest",
        "direction",
        body="dynamic",
        declares=True,
        level="dynamic",
    ),
    _picture(
        "flow-diagram",
        mark("The sequence of a flow that is declared elsewhere, or of the text in the body."),
        mark("The id of a flow; by default the only one. With a body, the title."),
        "flow_diagram:FlowRequest",
        "",
        body="flow",
    ),
    _picture(
        "adr-graph",
        mark("Decisions and what they supersede, amend and build on, coloured by status."),
        mark("A decision, to show only what is connected with it; by default all."),
        "dependencies:DependencyRequest",
        "status tags affects filter relations hops direction",
        kinds=("decision",),
        view="adr-graph",
        alone=True,
    ),
    _picture(
        "adr-timeline",
        mark("Decisions by date, the newest first."),
        mark("None."),
        "adr_timeline:AdrTimelineRequest",
        "status tags affects filter",
    ),
    _picture(
        "dependency-graph",
        mark("Records of any kind as boxes, their references as lines."),
        mark(
            "A record, to show only what is near it (see `hops`); by default all with such links."
        ),
        "dependencies:DependencyRequest",
        "kinds relations hops status tags filter direction",
    ),
    _picture(
        "roadmap",
        mark("Milestones as bars on a scale of time; phases in the body declare them, unchanged."),
        mark("None."),
        "roadmap:RoadmapRequest",
        "status tags owner filter group today from",
        directive="roadmap_directive:RoadmapDirective",
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
