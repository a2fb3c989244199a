"""The facts that all building blocks share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import choice, flag, inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, mark
from sphinx_archdoc.model.words import ELEMENT_STATUS, Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Element(Record):
    """A building block; its id is a dotted path that says where it belongs (``shop.api``)."""

    description: Inline = inline(  # noqa: RUF009 -- a field specifier
        mark("What it does, in one line."),
        title=mark("Purpose"),
        column=True,
        synonyms=("purpose", "responsibility", "zweck", "aufgabe", "but", "propósito"),
    )
    technology: str = text(
        mark("What it is built with."),
        column=True,
        synonyms=("technologies", "tech", "framework", "stack", "technologie", "tecnología"),
    )
    owner: tuple[str, ...] = owner(column=True)
    status: Word | None = choice(  # noqa: RUF009
        ELEMENT_STATUS, mark("Its stage of life: planned, live, and so on.")
    )
    external: bool = flag(mark("Belongs to somebody else."))
    tags: tuple[str, ...] = tags()
    depends_on: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it needs; drawn as relations."),
        inverse=mark("Used by"),
        synonyms=("uses", "dependencies", "abhängigkeiten", "hängt ab von"),
    )
