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

    data      picture data; None: the text is in no format the reader knows
    instead   what the text is then ("neither C4 macros nor model lines")
    declared  what the text declares when ``:declare:`` is set
    entities  the same, of a text about entities
    problems  what is wrong, with lines of the text
    """

    data: Any = None
    instead: str = ""
    declared: Declarations = field(default_factory=Declarations)
    entities: EntityRead | None = None
    problems: tuple[Problem, ...] = ()


def read_text(body: str, source: Source) -> PictureText:
    """Return what a text says, read by the reader of this name."""
    return READERS[body](source)


def _c4(source: Source) -> PictureText:
    from sphinx_archdoc.sphinxext.declaring import other_diagram, read_model
    from sphinx_archdoc.views.c4_local import local_graph

    other = other_diagram(source.text)
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


#: The readers by name.
READERS: dict[str, Callable[[Source], PictureText]] = {"c4": _c4, "er": _er}
