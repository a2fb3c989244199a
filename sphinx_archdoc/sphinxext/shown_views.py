"""Which sorts of pictures the pages show: for rules and checks that ask for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams.engines.foreign import Foreign
from sphinx_archdoc.diagrams.entity.data import EntityGraph
from sphinx_archdoc.diagrams.graph import Graph
from sphinx_archdoc.diagrams.sequence.data import Sequence
from sphinx_archdoc.diagrams.timeline.data import Timeline
from sphinx_archdoc.formats.freeform import first_word
from sphinx_archdoc.model.shown import ShownView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.sphinxext.domain import ArchDomain

_BY_NAME = {
    "c4-landscape": "landscape",
    "c4-context": "context",
    "c4-container": "container",
    "c4-component": "component",
    "c4-deployment": "deployment",
    "c4-dynamic": "flow",
    "flow-diagram": "flow",
    "flow-body": "flow",
    "er-diagram": "data",
    "entity-body": "data",
    "pipeline": "pipeline",
    "roadmap": "plan",
    "adr-timeline": "decisions",
    "adr-graph": "decisions",
    "dependency-graph": "structure",
}
_BY_WORD = {
    "C4Context": "context",
    "C4Container": "container",
    "C4Component": "component",
    "C4Deployment": "deployment",
    "C4Dynamic": "flow",
    "sequenceDiagram": "flow",
    "erDiagram": "data",
    "flowchart": "structure",
    "graph": "structure",
    "gantt": "plan",
    "timeline": "plan",
}
#: The most detailed sort of box says what level of C4 a free-form picture is.
_BY_ROLE = (
    ("node", "deployment"),
    ("component", "component"),
    ("container", "container"),
    ("store", "container"),
    ("system", "context"),
    ("external", "context"),
)


def shown_views(domain: ArchDomain) -> Iterator[ShownView]:
    """Yield the views of all pages, in the order of the pages."""
    for docname in sorted(domain.pages):
        for view in domain.pages[docname].views:
            sort = _BY_NAME.get(view.name) or _sort_of(view.request)
            if view.anchor:
                yield ShownView(view.name, sort, docname, view.anchor, view.title)


def _sort_of(data: Any) -> str:
    """Return the sort of a picture of a text of its own."""
    if isinstance(data, Sequence):
        return "flow"
    if isinstance(data, EntityGraph):
        return "data"
    if isinstance(data, Timeline):
        return "plan"
    if isinstance(data, Foreign):
        return _BY_WORD.get(first_word(data.text), "")
    if isinstance(data, Graph):
        roles = {box.role for box in data.nodes} | {group.role for group in data.groups}
        return next((sort for role, sort in _BY_ROLE if role in roles), "structure")
    return ""
