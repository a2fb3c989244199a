"""What pictures are called when their author gives them no title."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.model.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable


class Title(NamedTuple):
    """A title, and what it is where it is of something, ``{name}``."""

    alone: str
    of: str = ""


#: By the name of the view.
TITLES: dict[str, Title] = {
    "c4-landscape": Title(mark("System landscape")),
    "c4-context": Title(mark("System context"), mark("System context of {name}")),
    "c4-container": Title(mark("Containers"), mark("Containers of {name}")),
    "c4-component": Title(mark("Components"), mark("Components of {name}")),
    "c4-deployment": Title(mark("Deployment"), mark("Deployment of {name}")),
    "c4-dynamic": Title(mark("Dynamic view")),
    "flow-diagram": Title(mark("Flow")),
    "adr-graph": Title(mark("Decisions and how they belong together")),
    "adr-timeline": Title(mark("Decisions by date")),
    "dependency-graph": Title(mark("Dependencies"), mark("Dependencies of {name}")),
    "roadmap": Title(mark("Roadmap")),
    "pipeline": Title(mark("Pipeline")),
    "er-diagram": Title(mark("Data model"), mark("Data model of {name}")),
}


def titled(view: str, name: str, translate: Callable[[str], str]) -> str:
    """Return the title of a view, of something where ``name`` says so."""
    title = TITLES[view]
    return (
        translate(title.of).replace("{name}", name) if name and title.of else translate(title.alone)
    )
