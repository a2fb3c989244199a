"""Texts that stand in picture directives: what reads each, by the name a view has for it.

Here and not with the views: a reader joins a format, which knows nothing of records, with the kinds
that say how its elements look.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_archdoc.model.declared import Declarations
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_archdoc.formats.entity_reading import EntityRead
    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.kind import Registry


class Source(NamedTuple):
    """A text with what its reader needs to know; ``fixed`` are the facts of the view."""

    text: str
    title: str
    fixed: Mapping[str, Any]
    registry: Registry
    translate: Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureText:
    """What a reader made of a text.

    data      picture data, or the request for it where the model has a say in the picture; None:
              the text is in no format the reader knows
    instead   what the text is then ("neither C4 macros nor model lines")
    declared  what the text declares when ``:declare:`` is set
    entities  the same, of a text about entities
    problems  what is wrong, with lines of the text
    unknown   names of elements that the text does not declare; the model may
    """

    data: Any = None
    instead: str = ""
    declared: Declarations = field(default_factory=Declarations)
    entities: EntityRead | None = None
    problems: tuple[Problem, ...] = ()
    unknown: tuple[Problem, ...] = ()


def read_text(body: str, source: Source) -> PictureText:
    """Return what a text says, read by the reader of this name."""
    return READERS[body](source)


def _c4(source: Source) -> PictureText:
    from sphinx_archdoc.sphinxext.declaring import other_diagram, read_model
    from sphinx_archdoc.views.c4_local import local_graph, unknown_ends

    other = other_diagram(source.text)
    if other in ("flowchart", "graph") or source.text.lstrip().startswith("@startuml"):
        boxes = _boxes(source)
        if boxes.data is not None:
            return boxes
    if other:
        return PictureText(instead=f"a Mermaid {other}, not C4")
    declared = read_model(source.text)
    if not declared.elements:
        return PictureText(instead="neither C4 macros nor model lines", problems=declared.problems)
    data = local_graph(
        declared,
        source.fixed["level"],
        source.title,
        registry=source.registry,
        translate=source.translate,
    )
    unknown = unknown_ends(declared)
    return PictureText(data=data, declared=declared, problems=declared.problems, unknown=unknown)


def _boxes(source: Source) -> PictureText:
    """Read boxes of PlantUML or a flowchart; C4 macros have boxes of their own."""
    from sphinx_archdoc.formats.box_model import read_boxes
    from sphinx_archdoc.formats.c4_macros import looks_like_macros

    if looks_like_macros(source.text):
        return PictureText()
    graph, declared = read_boxes(source.text, source.fixed["level"])
    if graph is None:
        return PictureText()
    level = source.fixed["level"]
    title = source.title or graph.title or titled(f"c4-{level}", "", source.translate)
    data = replace(graph, title=title)
    return PictureText(data=data, declared=declared, problems=declared.problems)


def _er(source: Source) -> PictureText:
    from sphinx_archdoc.formats import mermaid_er, plantuml_er

    reader = next((r for r in (mermaid_er, plantuml_er) if r.looks_like_er(source.text)), None)
    if reader is None:
        return PictureText(instead="neither a Mermaid erDiagram nor PlantUML entities")
    read = reader.read_er(source.text)
    if not read.graph.entities:
        return PictureText(instead="no diagram with entities", problems=read.problems)
    title = source.title or read.graph.title or titled("er-diagram", "", source.translate)
    data = replace(read.graph, title=title)
    return PictureText(data=data, entities=read, problems=read.problems)


def _flow(source: Source) -> PictureText:
    from sphinx_archdoc.formats.flow_body import read_body
    from sphinx_archdoc.views.flow_diagram import FlowRequest

    read = read_body(source.text)
    if read.data is None:
        return PictureText(instead="no steps like 'a -> b : what'", problems=read.problems)
    data = FlowRequest(sequence=read.data, title=source.title)
    return PictureText(data=data, problems=read.problems)


def _dynamic(source: Source) -> PictureText:
    from sphinx_archdoc.formats.c4_macros import looks_like_macros
    from sphinx_archdoc.views.c4_dynamic import DynamicRequest

    if looks_like_macros(source.text):
        return _c4(source)
    read = _flow(source)
    if read.data is None:
        return replace(read, instead=f"{read.instead} nor C4 macros")
    data = DynamicRequest(sequence=read.data.sequence, title=source.title)
    return replace(read, data=data)


def _steps(source: Source) -> PictureText:
    from sphinx_archdoc.formats.step_lines import read_step_lines
    from sphinx_archdoc.formats.steps import read_steps

    title = source.title or titled("pipeline", "", source.translate)
    if source.text.lstrip().startswith(("flowchart", "graph")):
        from sphinx_archdoc.formats.mermaid_flowchart import read_mermaid_flowchart

        graph, problems = read_mermaid_flowchart(source.text)
        if graph is None:
            instead = "a flowchart that cannot be read"
            return PictureText(instead=instead, problems=problems)
        titled_graph = replace(graph, title=source.title or graph.title or title)
        return PictureText(data=titled_graph, problems=problems)
    steps = read_step_lines(source.text)
    if not steps:
        return PictureText(instead="neither a list of steps nor a Mermaid flowchart")
    made, problems = read_steps(steps, title)
    return PictureText(data=made, problems=problems)


#: The readers by name.
READERS: dict[str, Callable[[Source], PictureText]] = {
    "c4": _c4,
    "dynamic": _dynamic,
    "er": _er,
    "flow": _flow,
    "steps": _steps,
}
